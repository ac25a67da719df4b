use std::fmt;
use std::io::{self, Write};

use crate::domain::on_one_line;

use super::record::RemovalRecord;

const HEADER: [&str; 18] = [
    "removal",
    "started_utc",
    "ended_utc",
    "outcome",
    "detail",
    "environment",
    "server",
    "merchant_id",
    "customer",
    "brand",
    "bank",
    "bin",
    "last_four",
    "token_sha256",
    "operator",
    "os_user",
    "reason",
    "answer",
];

/// The export could not be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportError {
    pub kind: io::ErrorKind,
    pub reason: String,
}

impl fmt::Display for ExportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the export cannot be written: {}", self.reason)
    }
}

impl std::error::Error for ExportError {}

impl From<io::Error> for ExportError {
    fn from(error: io::Error) -> Self {
        Self { kind: error.kind(), reason: error.to_string() }
    }
}

/// Writes one row a removal, in the order given: UTF-8 with a byte order mark (spreadsheets take
/// Cyrillic for another encoding without it), commas, a header. A cell that a spreadsheet would
/// read as a formula gets a leading apostrophe.
///
/// # Errors
/// [`ExportError`] where `out` fails.
pub fn export_csv<'a>(
    records: impl IntoIterator<Item = &'a RemovalRecord>,
    mut out: impl Write,
) -> Result<(), ExportError> {
    out.write_all("\u{feff}".as_bytes())?;
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(HEADER).map_err(io::Error::from)?;
    for record in records {
        writer.write_record(row(record).map(inert)).map_err(io::Error::from)?;
    }
    writer.flush()?;
    Ok(())
}

fn row(record: &RemovalRecord) -> [String; HEADER.len()] {
    let subject = record.subject();
    let end = record.conclusion();
    [
        record.id().as_str().to_owned(),
        format!("{:.3}", record.started()),
        end.map(|entry| format!("{:.3}", entry.at)).unwrap_or_default(),
        record.outcome().map_or("unresolved", |code| code.as_str()).to_owned(),
        end.and_then(|entry| entry.detail.clone()).unwrap_or_default(),
        subject.environment.word().to_owned(),
        subject.server.clone(),
        subject.merchant.get().to_string(),
        subject.customer.as_str().to_owned(),
        subject.brand.clone(),
        subject.bank.clone(),
        subject.bin.as_str().to_owned(),
        subject.last_four.as_str().to_owned(),
        subject.token.as_str().to_owned(),
        subject.operator.clone().unwrap_or_default(),
        subject.os_user.clone(),
        subject.reason.clone().unwrap_or_default(),
        record.answer().map(|entry| entry.kind.as_str()).unwrap_or_default().to_owned(),
    ]
}

/// A row of a table for the clipboard: each cell on one line and inert, apart by tabs, so that no cell
/// adds cells or rows.
pub fn copied_row<'a>(cells: impl IntoIterator<Item = &'a str>) -> String {
    let cells = cells.into_iter().map(|cell| {
        let cell = on_one_line(cell, usize::MAX);
        // A spreadsheet takes what follows a quotation mark for one cell up to the next mark.
        if cell.starts_with('"') { format!("'{cell}") } else { inert(cell) }
    });
    cells.collect::<Vec<_>>().join("\t")
}

/// A cell that no spreadsheet runs: those that begin as formulas do, also after blanks and in
/// full-width letters, get a leading apostrophe.
pub fn inert(cell: String) -> String {
    let is_formula = |c: char| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
    let starts_odd = cell.starts_with(['\t', '\r', '\n']);
    if starts_odd || cell.trim_start().starts_with(is_formula) { format!("'{cell}") } else { cell }
}
