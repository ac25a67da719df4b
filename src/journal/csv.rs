//! The journal as CSV for spreadsheets.

use std::borrow::Cow;
use std::io::{self, Write};

use crate::domain::cell::{Separator, protect, protect_id};
use crate::domain::on_one_line;

use super::entry::{short_name, short_text};
use super::record::RemovalRecord;

const HEADER: [&str; 19] = [
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
    "workstation",
];

/// The export could not be written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the export cannot be written: {reason}")]
pub struct ExportError {
    /// As the system reports it, such as a full disk.
    pub kind: io::ErrorKind,
    /// The system's words.
    pub reason: String,
}

impl From<io::Error> for ExportError {
    fn from(error: io::Error) -> Self {
        Self { kind: error.kind(), reason: error.to_string() }
    }
}

/// Writes one row a removal, in the order given: UTF-8 with a byte order mark (spreadsheets take
/// Cyrillic for another encoding without it), a header. A cell that a spreadsheet would read as a
/// formula, or would change, gets a leading apostrophe.
///
/// # Errors
/// [`ExportError`] where `out` fails.
pub fn export_csv<'a>(
    records: impl IntoIterator<Item = &'a RemovalRecord>,
    separator: Separator,
    mut out: impl Write,
) -> Result<(), ExportError> {
    out.write_all("\u{feff}".as_bytes())?;
    let mut writer = csv::WriterBuilder::new().delimiter(separator.byte()).from_writer(out);
    writer.write_record(HEADER).map_err(io::Error::from)?;
    for record in records {
        writer.write_record(row(record)).map_err(io::Error::from)?;
    }
    writer.flush()?;
    Ok(())
}

fn row(record: &RemovalRecord) -> [String; HEADER.len()] {
    let subject = record.subject();
    let end = record.conclusion();
    let id = |text: &str| protect_id(text).into_owned();
    // Somebody may have written into the file by hand.
    let name = |text: &str| id(&short_name(text));
    // Times are meant to be taken for times.
    [
        id(&record.id().shown()),
        format!("{:.3}", record.started()),
        end.map(|entry| format!("{:.3}", entry.at)).unwrap_or_default(),
        record.outcome().map_or("unresolved", |code| code.as_str()).to_owned(),
        inert(end.and_then(|entry| entry.detail.as_ref()).map(short_text).unwrap_or_default()),
        subject.environment.word().to_owned(),
        inert(short_name(&subject.server)),
        id(&subject.merchant.get().to_string()),
        id(subject.customer.as_str()),
        name(&subject.brand),
        name(&subject.bank),
        id(subject.bin.as_str()),
        id(subject.last_four.as_str()),
        id(&subject.token.to_string()),
        name(subject.operator.as_deref().unwrap_or_default()),
        name(&subject.os_user),
        // Often a ticket's number.
        id(&short_text(subject.reason.as_deref().unwrap_or_default())),
        record.answer().map(|entry| entry.kind.as_str()).unwrap_or_default().to_owned(),
        name(record.workstation().unwrap_or_default()),
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

/// A cell that no spreadsheet runs: see [`protect`].
pub fn inert(cell: String) -> String {
    let changed = match protect(&cell) {
        Cow::Owned(text) => Some(text),
        Cow::Borrowed(_) => None,
    };
    changed.unwrap_or(cell)
}
