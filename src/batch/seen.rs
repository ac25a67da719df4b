//! What only a batch could see of a customer, carried over to a list that is on screen.

use crate::domain::{Card, CardList, Digest, Redacted, Redactor, Variant};
use crate::verify::Finding;

use super::record::{AssetRecord, CardRecord};

/// What a batch found of a card by comparing it with those of other customers.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Seen {
    /// About the card, with the files that this depends on.
    card: Vec<(Finding, Vec<SeenFile>)>,
    /// About a file.
    files: Vec<(Finding, SeenFile)>,
}

/// A file of a card, by the places of its asset and its variant; `sha256` is what it was then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct SeenFile {
    asset: usize,
    variant: usize,
    sha256: Option<Digest>,
}

impl Seen {
    /// Whether the batch found nothing that one list alone would not show.
    pub fn is_empty(&self) -> bool {
        self.card.is_empty() && self.files.is_empty()
    }

    /// What still holds about the card; `digest` gives what is known of a file now.
    pub fn of_card<'a>(
        &'a self,
        card: &'a Card,
        digest: &'a dyn Fn(&Variant) -> Option<Digest>,
    ) -> impl Iterator<Item = &'a Finding> {
        let holds = |files: &Vec<SeenFile>| files.iter().all(|file| file.is_same(card, digest));
        self.card.iter().filter(move |(_, files)| holds(files)).map(|(finding, _)| finding)
    }

    /// What still holds about its files, by the places of asset and variant.
    pub fn of_files<'a>(
        &'a self,
        card: &'a Card,
        digest: &'a dyn Fn(&Variant) -> Option<Digest>,
    ) -> impl Iterator<Item = (usize, usize, &'a Finding)> {
        let same = self.files.iter().filter(move |(_, file)| file.is_same(card, digest));
        same.map(|(finding, file)| (file.asset, file.variant, finding))
    }
}

impl SeenFile {
    /// Whether the bytes are those that the batch has seen. Of a file that has not come yet they are
    /// taken to be.
    fn is_same(self, card: &Card, digest: &dyn Fn(&Variant) -> Option<Digest>) -> bool {
        let variant = card.assets.get(self.asset).and_then(|a| a.variants.get(self.variant));
        variant.is_some_and(|variant| {
            digest(variant).is_none_or(|now| self.sha256.is_none_or(|then| then == now))
        })
    }
}

/// What a batch has seen of each card of a list, in the list's order. A card that is not what it was
/// then, or shows other files, has none.
pub fn seen_by_batch(records: &[CardRecord], list: &CardList) -> Vec<Seen> {
    let known = list.known();
    let redactor = Redactor::default().knowing(&known);
    let files: Vec<Vec<Named>> = list.cards.iter().map(|card| files(card, redactor)).collect();
    let mut left: Vec<&CardRecord> = records.iter().collect();
    let mut all: Vec<Option<Seen>> = list.cards.iter().map(|_| None).collect();
    // Cards may be alike but for their files: those that show the same ones are paired first.
    for by_files in [true, false] {
        for ((card, files), found) in list.cards.iter().zip(&files).zip(&mut all) {
            let fits = |record: &&CardRecord| {
                is_same(card, record, redactor) && (!by_files || shows(record, files))
            };
            if found.is_none()
                && let Some(place) = left.iter().position(fits)
            {
                *found = Some(seen(left.remove(place), files));
            }
        }
    }
    all.into_iter().map(Option::unwrap_or_default).collect()
}

/// A file of a card as records name it.
struct Named {
    asset: usize,
    variant: usize,
    kind: Redacted,
    url: Redacted,
}

fn files(card: &Card, redactor: Redactor<'_>) -> Vec<Named> {
    let mut files = Vec::new();
    for (place, asset) in card.assets.iter().enumerate() {
        for (number, variant) in asset.variants.iter().enumerate() {
            let kind = redactor.text(asset.kind.as_str());
            let url = redactor.address(&variant.url);
            files.push(Named { asset: place, variant: number, kind, url });
        }
    }
    files
}

fn is_same(card: &Card, record: &CardRecord, redactor: Redactor<'_>) -> bool {
    record.last_four == card.last_four.as_str()
        && record.bin == card.bin.as_str()
        && record.brand == redactor.text(card.brand.as_str())
        && record.bank == redactor.text(&card.bank)
        && record.expires == redactor.text(&card.expiry_text)
}

fn shows(record: &CardRecord, files: &[Named]) -> bool {
    let kept = record.assets.iter().filter_map(|file| Some((&*file.kind, file.url.as_deref()?)));
    kept.eq(files.iter().map(|file| (&*file.kind, &*file.url)))
}

fn seen(record: &CardRecord, files: &[Named]) -> Seen {
    let find = |asset: &AssetRecord| {
        let same = |file: &&Named| file.kind == asset.kind && Some(&file.url) == asset.url.as_ref();
        let file = files.iter().find(same)?;
        let sha256 = asset.sha256();
        Some(SeenFile { asset: file.asset, variant: file.variant, sha256 })
    };
    let compared = |findings: &[Finding]| -> Vec<Finding> {
        findings.iter().filter(|finding| finding.rule.compares_customers()).cloned().collect()
    };
    // What is said of a card is said of its art.
    let art: Option<Vec<SeenFile>> =
        record.assets.iter().filter(|asset| asset.is_art()).map(find).collect();
    let card = compared(&record.findings).into_iter();
    let card = art.map(|art| card.map(|finding| (finding, art.clone())).collect());
    let of_file = |asset: &AssetRecord| {
        let file = find(asset);
        let found = compared(&asset.findings).into_iter();
        found.filter_map(move |finding| Some((finding, file?))).collect::<Vec<_>>()
    };
    Seen { card: card.unwrap_or_default(), files: record.assets.iter().flat_map(of_file).collect() }
}
