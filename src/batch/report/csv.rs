//! A batch as CSV.

use std::io::{self, Write};

use crate::batch::outcome::Batch;
use crate::batch::words::{acknowledged, refused_row, say};
use crate::customers::{CustomerList, RefusedRow};
use crate::domain::cell::{Separator, protect, protect_id};
use crate::i18n::{Texts, harmless};
use crate::verify::{Severity, message};

use super::json::values;
use super::{FindingRow, places};

/// What stands in the rule's place where a customer has no card: nothing that a rule found.
const NO_CARDS: &str = "no-cards";
/// What stands there where a line of the list was refused.
const ROW_REFUSED: &str = "row-refused";
const HEADER: [&str; 12] = [
    "severity",
    "rule",
    "message",
    "customer",
    "brand",
    "bank",
    "bin",
    "last4",
    "asset_type",
    "url",
    "values",
    "acknowledged",
];

/// One row a finding, the worst first and those that a person has acknowledged last; then a row a
/// customer without any card, and a row a line of the list that was refused, without a customer. UTF-8 with a byte order mark, as spreadsheets need it. A cell that a
/// spreadsheet would read as a formula, or would change, gets a leading apostrophe.
///
/// # Errors
/// Those of `out`.
pub fn csv(
    batch: &Batch,
    list: &CustomerList,
    texts: &Texts,
    separator: Separator,
    mut out: impl Write,
) -> io::Result<()> {
    let shown = batch.shown();
    let batch = &*shown;
    out.write_all("\u{feff}".as_bytes())?;
    let mut writer = ::csv::WriterBuilder::new().delimiter(separator.byte()).from_writer(out);
    writer.write_record(HEADER)?;
    let mut all: Vec<FindingRow<'_>> = places(batch).collect();
    all.sort_by_key(|place| {
        (place.acknowledged.is_some(), std::cmp::Reverse(place.finding.severity))
    });
    for place in &all {
        writer.write_record(row(place, texts))?;
    }
    // Said of each customer, so that no row stands among them that names nobody.
    let mostly = batch.counts().is_mostly_without_cards();
    let hint = mostly.then(|| say(texts, "report-mostly-without-cards"));
    for customer in batch.without_cards() {
        writer.write_record(row_without_cards(customer, hint.as_deref(), texts))?;
    }
    for refused in &list.refused {
        writer.write_record(row_refused(refused, texts))?;
    }
    writer.flush()
}

fn row(place: &FindingRow<'_>, texts: &Texts) -> [String; HEADER.len()] {
    let asset = place.asset;
    [
        place.finding.severity.as_str().to_owned(),
        place.finding.rule.name().to_owned(),
        words(&message(texts, place.finding)),
        id(place.customer),
        id(&place.card.brand),
        id(&place.card.bank),
        id(&place.card.bin),
        id(&place.card.last_four),
        asset.map(|asset| words(&asset.kind)).unwrap_or_default(),
        asset.and_then(|asset| Some(words(asset.url.as_ref()?))).unwrap_or_default(),
        words(&values(place.finding).to_string()),
        place.acknowledged.map(|one| words(&acknowledged(texts, one))).unwrap_or_default(),
    ]
}

fn row_without_cards(customer: &str, hint: Option<&str>, texts: &Texts) -> [String; HEADER.len()] {
    let mut row = [const { String::new() }; HEADER.len()];
    row[0] = Severity::Note.as_str().to_owned();
    row[1] = NO_CARDS.to_owned();
    let none = say(texts, "report-no-cards");
    row[2] = [Some(none.as_str()), hint].into_iter().flatten().collect::<Vec<_>>().join(" ");
    row[3] = id(customer);
    row
}

fn row_refused(refused: &RefusedRow, texts: &Texts) -> [String; HEADER.len()] {
    let mut row = [const { String::new() }; HEADER.len()];
    row[0] = Severity::Note.as_str().to_owned();
    row[1] = ROW_REFUSED.to_owned();
    row[2] = words(&refused_row(texts, refused));
    row
}

fn words(text: &str) -> String {
    protect(&text.chars().map(harmless).collect::<String>()).into_owned()
}

fn id(text: &str) -> String {
    protect_id(&text.chars().map(harmless).collect::<String>()).into_owned()
}
