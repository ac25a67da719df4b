//! The journal through its public API, on real files.
#![allow(clippy::unwrap_used, reason = "helpers of tests stop at the first surprise")]

mod chain;
mod changes;
mod concurrency;
mod files;
mod records;
mod taking_on;

use std::fs;
use std::path::Path;

use carddesk::domain::{Bin, CustomerNumber, Environment, LastFour, MerchantId, Token};
use carddesk::journal::{
    Draft, Entry, EntryKind, FILE_NAME, Journal, OutcomeCode, RemovalId, Subject, TokenDigest,
};
use jiff::Timestamp;
use tempfile::TempDir;

const TOKEN: &str = "54F5A3DE-4B47-4B40-03B5-7FF992D6B401";

fn time(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn noon() -> Timestamp {
    time("2026-11-23T12:00:00.5Z")
}

fn subject() -> Subject {
    Subject {
        os_user: "agent".to_owned(),
        operator: Some("Марина".to_owned()),
        merchant: MerchantId::parse("452739").unwrap(),
        server: "payments.test.example".to_owned(),
        environment: Environment::Test,
        customer: CustomerNumber::parse("AB 12").unwrap(),
        brand: "VISA".to_owned(),
        bank: "Банк \"Заря\"".to_owned(),
        bin: Bin::from_gateway("12362"),
        last_four: LastFour::from_gateway("28"),
        token: TokenDigest::of(&Token::parse(TOKEN).unwrap()),
        reason: Some("T-1001".to_owned()),
    }
}

fn draft(kind: EntryKind) -> Draft {
    draft_of(&RemovalId::new(noon()), kind)
}

fn draft_of(removal: &RemovalId, kind: EntryKind) -> Draft {
    Draft { removal: removal.clone(), kind, subject: subject(), detail: None }
}

/// A whole removal, verified.
fn append_removal(journal: &Journal, at: Timestamp, subject: &Subject) -> Vec<Entry> {
    let removal = RemovalId::new(at);
    [
        EntryKind::Intent,
        EntryKind::Acknowledged,
        EntryKind::CheckedAbsent,
        EntryKind::Outcome(OutcomeCode::RemovedVerified),
    ]
    .into_iter()
    .map(|kind| {
        let draft = Draft { subject: subject.clone(), ..draft_of(&removal, kind) };
        journal.append(draft, at).unwrap()
    })
    .collect()
}

/// A journal of two removals, eight lines.
fn written() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    let journal = Journal::open(dir.path()).unwrap();
    append_removal(&journal, noon(), &subject());
    append_removal(&journal, noon(), &subject());
    dir
}

fn lines(dir: &Path) -> Vec<String> {
    fs::read_to_string(dir.join(FILE_NAME)).unwrap().lines().map(str::to_owned).collect()
}

fn write_lines(dir: &Path, lines: &[String]) {
    fs::write(dir.join(FILE_NAME), lines.join("\n") + "\n").unwrap();
}
