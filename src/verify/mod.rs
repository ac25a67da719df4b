//! The verifier: pure functions from a card, its assets and what the pipeline measured of them to
//! findings. A file a group of rules.
//!
//! All findings are reported, not the first one. What is not known yet, such as a file that was not
//! fetched, gives none.

mod batch;
mod card;
mod download;
mod file;
mod finding;
mod look;
mod rule;
mod set;
mod severity;
pub mod thresholds;
mod words;

use crate::domain::{Asset, Card, CardList, Date, Environment, Variant};
use crate::media::{LoadFailure, Loaded};

pub use batch::{BatchCard, BatchFindings, verify_batch};
pub use finding::{Finding, Tally, Value, worst};
pub use rule::{Group, Rule, Source};
pub use severity::Severity;
pub use words::{advice, condition, message, source_name};

/// What is known of a file.
#[derive(Debug, Clone, Copy)]
pub enum FileState<'a> {
    /// Not fetched, or on its way.
    Unknown,
    /// It came, and can be shown; its bytes may have been dropped since.
    Read(&'a Loaded),
    /// It did not come, or cannot be shown; what was measured by then is in it.
    Failed(&'a LoadFailure),
}

/// Where the files are that cards name.
pub trait Files {
    /// What is known of the file at a variant's address.
    fn file(&self, variant: &Variant) -> FileState<'_>;
}

/// What a verification depends on beside card and files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Situation {
    /// In UTC.
    pub today: Date,
    /// Where the server stands: some rules hold in PRODUCTION alone.
    pub environment: Environment,
}

/// The findings about one card.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CardFindings {
    /// About the card and its set of assets.
    pub card: Vec<Finding>,
    /// One for each asset, in the card's order.
    pub assets: Vec<AssetFindings>,
}

/// The findings about one asset.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AssetFindings {
    /// About the asset, whichever variant is shown.
    pub asset: Vec<Finding>,
    /// One list for each variant, in the asset's order.
    pub variants: Vec<Vec<Finding>>,
}

impl CardFindings {
    /// All of them, the card's own first.
    pub fn all(&self) -> impl Iterator<Item = &Finding> {
        self.card.iter().chain(self.assets.iter().flat_map(AssetFindings::all))
    }
}

impl AssetFindings {
    /// The asset's own first, then those of its variants in order.
    pub fn all(&self) -> impl Iterator<Item = &Finding> {
        self.asset.iter().chain(self.variants.iter().flatten())
    }
}

/// Verifies every card of a list, in the list's order.
pub fn verify(list: &CardList, files: &dyn Files, situation: Situation) -> Vec<CardFindings> {
    list.cards.iter().map(|card| verify_card(card, list, files, situation)).collect()
}

/// Verifies one card of a list.
pub fn verify_card(
    card: &Card,
    list: &CardList,
    files: &dyn Files,
    situation: Situation,
) -> CardFindings {
    let mut own = card::check(card, list, situation.today);
    own.extend(set::check(card, files));
    let duplicated = set::duplicated(card, files);
    let assets = card.assets.iter().enumerate().map(|(index, asset)| AssetFindings {
        asset: set::check_asset(card, asset),
        variants: asset
            .variants
            .iter()
            .enumerate()
            .map(|(place, variant)| {
                let mut found = set::check_variant(variant, situation.environment);
                found.extend(duplicated.get(&(index, place)).cloned());
                found.extend(verify_file(asset, variant, files));
                found
            })
            .collect(),
    });
    CardFindings { card: own, assets: assets.collect() }
}

/// Verifies one variant of an asset by itself: its download and its file.
pub fn verify_file(asset: &Asset, variant: &Variant, files: &dyn Files) -> Vec<Finding> {
    let state = files.file(variant);
    let mut found = download::check(variant, state);
    found.extend(file::check(asset, variant, state));
    if let FileState::Read(loaded) = state {
        found.extend(look::check(asset, variant, loaded));
    }
    found
}
