//! `carddesk journal show` and `export`.

use std::path::Path;
use std::process::ExitCode;

use jiff::tz::TimeZone;
use serde_json::json;

use crate::domain::cell::Separator;
use crate::domain::{CustomerNumber, Language, redact};
use crate::i18n::{Text, Texts, count};
use crate::journal::{
    Filter, JournalView, RemovalRecord, export_cef, export_csv, read_some, record_json,
};
use crate::settings::Folders;
use crate::store::replace;

use super::error::{ArgumentError, CliError};
use super::journal_arguments::{ExportOptions, ShowOptions, WhichRemovals};
use super::open::{begun, told};
use super::output::{complain_of, harmless_lines, is_standard_output, print, print_bytes};
use super::own_files;
use super::verify_files::check_file;

/// Removals, and what is known of the file they stand in.
struct Found {
    records: Vec<RemovalRecord>,
    view: JournalView,
}

impl Found {
    /// Those that are meant, the newest first.
    fn of(which: &WhichRemovals, data_dir: Option<&Path>) -> Result<Self, CliError> {
        let customer = which.customer.as_deref().map(CustomerNumber::parse).transpose();
        let customer = customer.map_err(ArgumentError::Customer)?;
        let folders = Folders::new(data_dir).map_err(CliError::Folders)?;
        let since = which.since.and_then(|day| day.to_zoned(TimeZone::UTC).ok());
        let view = read_some(folders.data(), |entry| {
            customer.as_ref().is_none_or(|customer| entry.subject.customer == *customer)
                && since.as_ref().is_none_or(|since| entry.at >= since.timestamp())
        });
        let view = view.map_err(CliError::Journal)?;
        let filter = Filter {
            text: which.text.clone().unwrap_or_default(),
            outcome: which.outcome,
            from: which.since,
            to: which.until,
        };
        let mut records = view.removals();
        // Of one that was begun before the first day, what was left out told so.
        records.retain(|record| {
            (since.is_none() || record.intent().is_some()) && filter.matches(record, &TimeZone::UTC)
        });
        Ok(Self { records, view })
    }

    fn json(&self) -> String {
        let removals = self.records.iter().map(record_json).collect::<Vec<_>>();
        json!({
            "chain": self.view.chain.word(),
            "line": self.view.chain.line(),
            "why": self.view.chain.broken().map(|(_, why)| why.word()),
            "older": self.view.older,
            "removals": removals,
        })
        .to_string()
    }

    /// What a person should know beside them.
    fn told(&self, texts: &Texts) -> ExitCode {
        if self.view.older > 0 {
            complain_of(texts, Text::CliJournalOlder { count: count(self.view.older) });
        }
        told(self.view.chain, texts)
    }
}

/// A line a removal.
pub(super) fn show(
    options: &ShowOptions,
    data_dir: Option<&Path>,
    texts: &Texts,
) -> Result<ExitCode, CliError> {
    let found = Found::of(&options.which, data_dir)?;
    let text = match (options.json, found.records.is_empty()) {
        (true, _) => found.json(),
        (false, true) => texts.get(Text::CliJournalNone).into(),
        (false, false) => harmless_lines(&found.records.iter().map(line_of).collect::<Vec<_>>()),
    };
    print(&text)?;
    Ok(found.told(texts))
}

fn line_of(record: &RemovalRecord) -> String {
    let subject = record.subject();
    let outcome = record.outcome().map_or("unresolved", |code| code.as_str());
    // Somebody may have written into the file by hand.
    let masked = |text: &str| redact(text).into_string();
    let (bin, last_four) = (subject.bin.as_str(), subject.last_four.as_str());
    let card = format!("{} {bin}.. .... {last_four}", masked(&subject.brand));
    let parts = [
        begun(record.started()),
        subject.customer.as_str().to_owned(),
        card.trim().to_owned(),
        outcome.to_owned(),
        masked(subject.operator.as_ref().unwrap_or(&subject.os_user)),
        masked(subject.reason.as_deref().unwrap_or_default()),
    ];
    parts.join("  ").trim_end().to_owned()
}

/// Writes them in one of three forms.
pub(super) fn export(
    options: &ExportOptions,
    data_dir: Option<&Path>,
    texts: &Texts,
) -> Result<ExitCode, CliError> {
    let out = options.out.as_deref().filter(|path| !is_standard_output(path));
    if let Some(path) = out {
        own_files::check(data_dir, [("--out", path)])?;
        check_file(path)?;
    }
    let found = Found::of(&options.which, data_dir)?;
    let mut bytes = Vec::new();
    if options.csv {
        let usual = Separator::usual_in(Language::from(options.which.lang));
        let separator = options.csv_separator.map_or(usual, Separator::from);
        export_csv(&found.records, separator, &mut bytes).map_err(unwritten)?;
    } else if options.cef {
        export_cef(&found.records, &mut bytes).map_err(unwritten)?;
    } else {
        bytes = found.json().into_bytes();
        bytes.push(b'\n');
    }
    match out {
        Some(path) => replace(path, &bytes).map_err(CliError::Report)?,
        None => print_bytes(&bytes)?,
    }
    Ok(found.told(texts))
}

fn unwritten(error: crate::journal::ExportError) -> CliError {
    CliError::Output(std::io::Error::new(error.kind, error.reason))
}
