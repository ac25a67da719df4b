//! Entries in the Common Event Format (CEF, version 0), as security logs read them: a line an entry.
//!
//! In the header a pipe and a backslash are escaped, in the extension an equals sign and a backslash; a line
//! break is `\n` in the extension, and nothing that the header may hold.

use std::io::Write;

use super::csv::ExportError;
use super::entry::{Entry, EntryKind, OutcomeCode, short_name, short_text};
use super::record::RemovalRecord;

/// Writes each entry of these removals, those of a removal in their order.
///
/// # Errors
/// [`ExportError`] where `out` fails.
pub fn export_cef<'a>(
    records: impl IntoIterator<Item = &'a RemovalRecord>,
    mut out: impl Write,
) -> Result<(), ExportError> {
    for entry in records.into_iter().flat_map(RemovalRecord::entries) {
        writeln!(out, "{}", line(entry))?;
    }
    out.flush()?;
    Ok(())
}

fn line(entry: &Entry) -> String {
    let step = entry.kind.as_str();
    let name = match entry.kind.outcome() {
        Some(code) => format!("Card removal: {step} {code}"),
        None => format!("Card removal: {step}"),
    };
    let head = ["Carddesk", "carddesk", env!("CARGO_PKG_VERSION"), step, &name].map(header);
    let fields = fields(entry).into_iter();
    let fields: Vec<String> = fields
        .filter(|(_, value)| !value.is_empty())
        .map(|(key, value)| format!("{key}={}", extension(&value)))
        .collect();
    format!("CEF:0|{}|{}|{}", head.join("|"), severity(entry.kind), fields.join(" "))
}

/// From 0 to 10.
fn severity(kind: EntryKind) -> u8 {
    match kind.outcome() {
        None => 3,
        Some(OutcomeCode::RemovedVerified | OutcomeCode::AlreadyGone) => 3,
        Some(OutcomeCode::Refused | OutcomeCode::NotSent) => 5,
        Some(OutcomeCode::StillThere | OutcomeCode::Unverified) => 7,
    }
}

/// Keys of the format's dictionary, and custom ones with their labels.
fn fields(entry: &Entry) -> Vec<(&'static str, String)> {
    let subject = &entry.subject;
    let text = |value: &Option<String>| value.as_deref().map(short_text).unwrap_or_default();
    let name = |value: &Option<String>| value.as_deref().map(short_name).unwrap_or_default();
    let mut fields = vec![
        ("rt", entry.at.as_millisecond().to_string()),
        ("externalId", entry.removal.shown()),
        ("act", entry.kind.as_str().to_owned()),
        ("outcome", entry.kind.outcome().map(OutcomeCode::as_str).unwrap_or_default().to_owned()),
        ("suser", short_name(&subject.os_user)),
        ("shost", name(&entry.workstation)),
        ("dhost", short_name(&subject.server)),
        ("reason", text(&subject.reason)),
        ("msg", text(&entry.detail)),
        ("cn1", entry.seq.to_string()),
        ("cn1Label", "line".to_owned()),
        ("cn2", subject.merchant.get().to_string()),
        ("cn2Label", "merchant_id".to_owned()),
    ];
    let card = [&short_name(&subject.brand), subject.bin.as_str(), subject.last_four.as_str()];
    let custom = [
        ("cs1", "cs1Label", "customer", subject.customer.as_str().to_owned()),
        ("cs2", "cs2Label", "card", card.join(" ").trim().to_owned()),
        ("cs3", "cs3Label", "bank", short_name(&subject.bank)),
        ("cs4", "cs4Label", "token_sha256", subject.token.to_string()),
        ("cs5", "cs5Label", "operator", name(&subject.operator)),
        ("cs6", "cs6Label", "environment", subject.environment.word().to_owned()),
    ];
    for (key, label, what, value) in custom {
        if !value.is_empty() {
            fields.extend([(key, value), (label, what.to_owned())]);
        }
    }
    fields
}

/// A field of the header.
fn header(text: &str) -> String {
    let mut escaped = String::new();
    for sign in text.chars() {
        match sign {
            '|' | '\\' => escaped.extend(['\\', sign]),
            sign => escaped.push(plain(sign)),
        }
    }
    escaped
}

/// A value of the extension.
fn extension(text: &str) -> String {
    let mut escaped = String::new();
    for sign in text.trim().chars() {
        match sign {
            '=' | '\\' => escaped.extend(['\\', sign]),
            '\n' => escaped.push_str("\\n"),
            '\r' => escaped.push_str("\\r"),
            sign => escaped.push(plain(sign)),
        }
    }
    escaped
}

/// What would end the line, or steer a terminal, is a blank.
fn plain(sign: char) -> char {
    if sign.is_control() || matches!(sign, '\u{2028}' | '\u{2029}') { ' ' } else { sign }
}
