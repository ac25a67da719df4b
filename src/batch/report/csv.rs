use std::io::{self, Write};

use crate::batch::record::Batch;
use crate::batch::words::acknowledged;
use crate::i18n::{Texts, harmless};
use crate::journal::inert;
use crate::verify::message;

use super::json::values;
use super::{Place, places};

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

/// One row a finding, the worst first and those that a person has accepted last: UTF-8 with a byte order mark, as spreadsheets need it. A
/// cell that a spreadsheet would read as a formula gets a leading apostrophe.
///
/// # Errors
/// Those of `out`.
pub fn csv(batch: &Batch, texts: &Texts, mut out: impl Write) -> io::Result<()> {
    out.write_all("\u{feff}".as_bytes())?;
    let mut writer = ::csv::Writer::from_writer(out);
    writer.write_record(HEADER)?;
    let mut all: Vec<Place<'_>> = places(batch).collect();
    all.sort_by_key(|place| {
        (place.acknowledged.is_some(), std::cmp::Reverse(place.finding.severity))
    });
    for place in &all {
        let cells = row(place, texts).map(|cell| inert(cell.chars().map(harmless).collect()));
        writer.write_record(cells)?;
    }
    writer.flush()
}

fn row(place: &Place<'_>, texts: &Texts) -> [String; HEADER.len()] {
    let asset = place.asset;
    [
        place.finding.severity.as_str().to_owned(),
        place.finding.rule.name().to_owned(),
        message(texts, place.finding),
        place.customer.to_owned(),
        place.card.brand.clone(),
        place.card.bank.clone(),
        place.card.bin.clone(),
        place.card.last_four.clone(),
        asset.map(|asset| asset.kind.clone()).unwrap_or_default(),
        asset.and_then(|asset| asset.url.clone()).unwrap_or_default(),
        values(place.finding).to_string(),
        place.acknowledged.map(|one| acknowledged(texts, one)).unwrap_or_default(),
    ]
}
