//! A batch in a terminal.

use crate::batch::changes::{Change, Subject};
use crate::batch::outcome::Batch;
use crate::batch::words::{say, say_numbers, say_since};
use crate::i18n::{Texts, harmless};
use crate::verify::{Severity, message};
use crate::words::reported_error;

use super::drift_words::{change_word, digest, not_compared, size};
use super::{Counts, FindingRow, card_name, places};

/// Lines of each kind, at most: a terminal is no place for thousands.
const MOST_LINES: usize = 40;

/// Counts, then what failed, then errors and warnings, a line each: for a terminal. The rest is for
/// reports.
pub fn summary(batch: &Batch, texts: &Texts) -> String {
    let shown = batch.shown();
    let batch = &*shown;
    let mut lines = counts(batch.counts(), texts);
    if batch.counts().is_mostly_without_cards() {
        lines.insert(0, say(texts, "report-mostly-without-cards"));
    }
    add(&mut lines, without_cards(batch, texts), texts);
    let word = say(texts, "report-customer");
    let failed = batch.customers.iter().filter_map(|record| {
        let error = record.result.as_ref().err()?;
        Some(format!("{word} {}: {}", record.customer, reported_error(texts, error)))
    });
    add(&mut lines, failed, texts);
    let open: Vec<FindingRow<'_>> = places(batch).filter(|p| p.acknowledged.is_none()).collect();
    let worst = [Severity::Error, Severity::Warning]
        .into_iter()
        .flat_map(|severity| open.iter().filter(move |place| place.finding.severity == severity));
    add(&mut lines, worst.map(|place| line(place, texts)), texts);
    if let Some(drift) = &batch.drift {
        let count = drift.changes.len();
        lines.push(say_since(texts, "report-summary-drift", &drift.since, count));
        add(&mut lines, drift.changes.iter().map(|change| change_line(change, texts)), texts);
        lines.extend(not_compared(drift, texts));
    }
    let clean = |line: &String| line.chars().map(harmless).collect::<String>();
    lines.iter().map(clean).collect::<Vec<_>>().join("\n")
}

/// As many lines as a reader takes in, and how many more there are.
fn add(lines: &mut Vec<String>, mut all: impl Iterator<Item = String>, texts: &Texts) {
    lines.extend(all.by_ref().take(MOST_LINES));
    let more = all.count();
    if more > 0 {
        lines.push(say_numbers(texts, "report-summary-more", &[("count", more)]));
    }
}

fn counts(counts: Counts, texts: &Texts) -> Vec<String> {
    let looked_at = [
        ("customers", counts.customers),
        ("failed", counts.failed),
        ("cards", counts.cards),
        ("files", counts.files),
    ];
    let found = [("errors", counts.errors), ("warnings", counts.warnings), ("notes", counts.notes)];
    let mut lines = vec![
        say_numbers(texts, "report-summary-customers", &looked_at),
        say_numbers(texts, "report-summary-findings", &found),
    ];
    if counts.without_cards > 0 {
        let none = [("count", counts.without_cards)];
        lines.push(say_numbers(texts, "report-summary-without-cards", &none));
    }
    if counts.acknowledged > 0 {
        let accepted = [("count", counts.acknowledged)];
        lines.push(say_numbers(texts, "report-summary-acknowledged", &accepted));
    }
    lines
}

fn without_cards(batch: &Batch, texts: &Texts) -> impl Iterator<Item = String> {
    let (customer, none) = (say(texts, "report-customer"), say(texts, "report-no-cards"));
    batch.without_cards().map(move |number| format!("{customer} {number}: {none}"))
}

fn line(place: &FindingRow<'_>, texts: &Texts) -> String {
    let finding = place.finding;
    let severity = match finding.severity {
        Severity::Error => say(texts, "report-error"),
        Severity::Warning => say(texts, "report-warning"),
        Severity::Note => say(texts, "report-note"),
    };
    let asset = place.asset.map(|asset| format!(", {}", asset.kind)).unwrap_or_default();
    let (customer, card) = (place.customer, card_name(place.card));
    let (rule, message) = (finding.rule.name(), message(texts, finding));
    format!("{severity}: {customer}, {card}{asset}: {message} [{rule}]")
}

fn change_line(change: &Change, texts: &Texts) -> String {
    let (word, customer) = (change_word(change.kind, texts), &change.customer);
    match &change.subject {
        Subject::Card(card) => format!("{word}: {customer}, {}", card_name(card)),
        Subject::File { card, before, after } => {
            let files = [before, after].into_iter().flatten();
            let told: Vec<String> = files
                .clone()
                .map(|file| format!("{}, {}", size(file), digest(file, texts)))
                .collect();
            let kind = files.last().map(|file| &*file.kind).unwrap_or_default();
            format!("{word}: {customer}, {}, {kind}: {}", card_name(card), told.join(" → "))
        }
    }
}
