//! What only shows when the cards of many customers are looked at together.

use std::collections::{HashMap, HashSet};

use crate::domain::{AssetKind, Digest};

use super::finding::Finding;
use super::rule::Rule;

/// A card of a batch, with the files of it that could be read.
#[derive(Debug, Clone, Copy)]
pub struct BatchCard<'a> {
    /// Number of the customer; the same card at another customer's counts for itself.
    pub customer: &'a str,
    /// Empty where the gateway sent none; then no product is known.
    pub bin: &'a str,
    /// Compared without regard to capitals; empty where it is not known.
    pub bank: &'a str,
    /// Type of asset and SHA-256 of each.
    pub files: &'a [(AssetKind, Digest)],
}

/// The findings about one card of a batch.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct BatchFindings {
    /// About the card as a whole, such as art that others of its product do not have.
    pub card: Vec<Finding>,
    /// By the place of the file in [`BatchCard::files`].
    pub files: Vec<(usize, Finding)>,
}

/// Compares the cards of a batch with each other; one answer for each, in the same order.
pub fn verify_batch(cards: &[BatchCard<'_>]) -> Vec<BatchFindings> {
    let arts = arts_of_products(cards);
    let banks = banks_of_files(cards);
    cards
        .iter()
        .map(|card| BatchFindings {
            card: differing_art(card, &arts).into_iter().collect(),
            files: shared_art(card, &banks),
        })
        .collect()
}

/// BIN and bank, in small letters; nothing where either is not known.
type Product = (String, String);

fn product(card: &BatchCard<'_>) -> Option<Product> {
    let bank = card.bank.trim().to_lowercase();
    (!card.bin.is_empty() && !bank.is_empty()).then(|| (card.bin.to_owned(), bank))
}

/// The backgrounds of a card, each once, in order.
fn art(card: &BatchCard<'_>) -> Vec<Digest> {
    let mut art: Vec<Digest> =
        card.files.iter().filter(|(kind, _)| kind.is_art()).map(|(_, digest)| *digest).collect();
    art.sort_unstable();
    art.dedup();
    art
}

/// Each product's arts, each with the customers that have it.
type Arts<'a> = HashMap<Product, HashMap<Vec<Digest>, HashSet<&'a str>>>;

fn arts_of_products<'a>(cards: &[BatchCard<'a>]) -> Arts<'a> {
    let mut arts = Arts::new();
    for card in cards {
        let art = art(card);
        if let Some(product) = product(card)
            && !art.is_empty()
        {
            arts.entry(product).or_default().entry(art).or_default().insert(card.customer);
        }
    }
    arts
}

fn differing_art(card: &BatchCard<'_>, arts: &Arts<'_>) -> Option<Finding> {
    let own = art(card);
    let others = arts.get(&product(card)?).filter(|_| !own.is_empty())?;
    let differs = others.iter().any(|(other, customers)| {
        // A format or size that one of them lacks is no other art.
        let is_other = other.iter().all(|digest| own.binary_search(digest).is_err());
        is_other && customers.iter().any(|customer| *customer != card.customer)
    });
    differs.then(|| {
        Finding::new(Rule::ArtDiffersForProduct, [card.bin.into(), card.bank.trim().into()])
    })
}

/// Each file's banks: the name in small letters, and as it came.
type Banks<'a> = HashMap<Digest, HashMap<String, &'a str>>;

/// Brand logos and icons are the same for all, and terms are no art.
fn is_of_one_bank(kind: &AssetKind) -> bool {
    !matches!(kind, AssetKind::BrandLogo | AssetKind::Icon | AssetKind::TermsAndConditions)
}

fn banks_of_files<'a>(cards: &[BatchCard<'a>]) -> Banks<'a> {
    let mut banks = Banks::new();
    for card in cards.iter().filter(|card| !card.bank.trim().is_empty()) {
        for (_, digest) in card.files.iter().filter(|(kind, _)| is_of_one_bank(kind)) {
            let names = banks.entry(*digest).or_default();
            names.entry(card.bank.trim().to_lowercase()).or_insert(card.bank.trim());
        }
    }
    banks
}

fn shared_art(card: &BatchCard<'_>, banks: &Banks<'_>) -> Vec<(usize, Finding)> {
    let own = card.bank.trim().to_lowercase();
    let files = card.files.iter().enumerate();
    let found =
        files.filter(|(_, (kind, _))| is_of_one_bank(kind)).filter_map(|(place, (_, digest))| {
            let names = banks.get(digest)?;
            // The first in the alphabet, so that reports are the same each time.
            let other = names.iter().filter(|(folded, _)| **folded != own).min()?.1;
            let values = [card.bank.trim().into(), (*other).into()];
            Some((place, Finding::new(Rule::ArtSharedAcrossBanks, values)))
        });
    if own.is_empty() { Vec::new() } else { found.collect() }
}
