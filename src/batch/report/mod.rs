//! A batch as a document: for programs (JSON, JUnit), for spreadsheets, for people.

mod csv;
mod drift_words;
mod html;
mod html_customers;
mod html_drift;
mod html_findings;
mod html_page;
mod json;
mod junit;
mod summary;

use crate::acknowledged::Acknowledgement;
use crate::verify::{Finding, Severity};

use super::outcome::Batch;
use super::record::{AssetRecord, CardRecord, CustomerRecord};

pub use csv::csv;
pub use drift_words::{not_compared, nothing_changed, why_not_word};
pub use html::html;
pub use json::json;
pub use junit::junit;
pub use summary::summary;

/// How much there is of everything.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Those that failed among them.
    pub customers: usize,
    /// Those whose list could not be had.
    pub failed: usize,
    /// Those that could be read and have no card at all.
    pub without_cards: usize,
    /// Cards of all customers that could be read.
    pub cards: usize,
    /// Addresses of files, each counted where a card shows it.
    pub files: usize,
    /// Findings of this severity that nobody has acknowledged.
    pub errors: usize,
    /// Findings of this severity that nobody has acknowledged.
    pub warnings: usize,
    /// Findings of this severity that nobody has acknowledged.
    pub notes: usize,
    /// Findings that a person has acknowledged; they are in none of the three before.
    pub acknowledged: usize,
}

/// A finding, and what it is about.
#[derive(Debug, Clone, Copy)]
pub struct FindingRow<'a> {
    /// Number of the customer whose card it is.
    pub customer: &'a str,
    /// Card that it is about, or whose file it is about.
    pub card: &'a CardRecord,
    /// `None` where it is about the card.
    pub asset: Option<&'a AssetRecord>,
    /// Rule, severity and what was measured.
    pub finding: &'a Finding,
    /// Who acknowledged it.
    pub acknowledged: Option<&'a Acknowledgement>,
}

/// Every finding, in the order of customers, cards and assets.
pub fn places(batch: &Batch) -> impl Iterator<Item = FindingRow<'_>> {
    batch.customers.iter().flat_map(|record| of_customer(batch, record))
}

/// Every finding about a customer's cards.
fn of_customer<'a>(
    batch: &'a Batch,
    record: &'a CustomerRecord,
) -> impl Iterator<Item = FindingRow<'a>> {
    let cards = record.result.iter().flatten();
    cards.flat_map(|card| of_card(batch, &record.customer, card))
}

fn of_card<'a>(
    batch: &'a Batch,
    customer: &'a str,
    card: &'a CardRecord,
) -> impl Iterator<Item = FindingRow<'a>> {
    let place = move |asset, finding: &'a Finding| {
        let acknowledged = batch.acknowledgement(asset, finding.rule);
        FindingRow { customer, card, asset, finding, acknowledged }
    };
    let own = card.findings.iter().map(move |finding| place(None, finding));
    let of_asset = move |asset: &'a AssetRecord| {
        asset.findings.iter().map(move |finding| place(Some(asset), finding))
    };
    own.chain(card.assets.iter().flat_map(of_asset))
}

impl Counts {
    /// Whether most customers of a list have no card: it may be the wrong list, the wrong column of
    /// it, or another merchant's. One customer is no list.
    pub fn is_mostly_without_cards(&self) -> bool {
        let read = self.customers.saturating_sub(self.failed);
        read > 1 && self.without_cards * 2 > read
    }
}

impl Batch {
    /// Customers that could be read and have no card at all.
    pub fn without_cards(&self) -> impl Iterator<Item = &str> {
        let none = self.customers.iter().filter(|record| record.is_without_cards());
        none.map(|record| record.customer.as_str())
    }

    /// How much there is of everything.
    pub fn counts(&self) -> Counts {
        let failed = self.customers.iter().filter(|record| record.result.is_err()).count();
        let mut counts = Counts {
            customers: self.customers.len(),
            failed,
            without_cards: self.without_cards().count(),
            ..Counts::default()
        };
        for card in self.customers.iter().flat_map(|record| record.result.iter().flatten()) {
            counts.cards += 1;
            counts.files += card.assets.iter().filter(|asset| asset.url.is_some()).count();
        }
        for place in places(self) {
            match (place.acknowledged, place.finding.severity) {
                (Some(_), _) => counts.acknowledged += 1,
                (None, Severity::Error) => counts.errors += 1,
                (None, Severity::Warning) => counts.warnings += 1,
                (None, Severity::Note) => counts.notes += 1,
            }
        }
        counts
    }

    /// What was found about a customer's cards and nobody has acknowledged.
    pub fn open_findings<'a>(
        &'a self,
        record: &'a CustomerRecord,
    ) -> impl Iterator<Item = &'a Finding> {
        let open = of_customer(self, record).filter(|place| place.acknowledged.is_none());
        open.map(|place| place.finding)
    }
}

/// `VISA 400551…0028`, for lists.
fn card_name(card: &CardRecord) -> String {
    format!("{} {}…{}", card.brand, card.bin, card.last_four).trim().to_owned()
}

/// Type, pixels, bytes: what of them is known.
fn described(
    media_type: Option<&str>,
    width: Option<u32>,
    height: Option<u32>,
    bytes: Option<usize>,
) -> String {
    let side = |side: Option<u32>| side.map_or_else(|| "?".to_owned(), |side| side.to_string());
    let size = (width.is_some() || height.is_some())
        .then(|| format!("{} × {}", side(width), side(height)));
    let weight = bytes.map(|bytes| format!("{bytes} B"));
    let parts: Vec<String> =
        [media_type.map(str::to_owned), size, weight].into_iter().flatten().collect();
    if parts.is_empty() { "–".to_owned() } else { parts.join(", ") }
}
