//! What is written when, and what happens where it cannot be.
use std::fs;

use carddesk::api::Client;
use carddesk::journal::{EntryKind, Journal, JournalError, read};
use carddesk::removal::{Outcome, RemovalError, Step};

use crate::support::{ACKNOWLEDGED, Gateway, LIST, REMOVE, TOKEN, list_of, ok};

use super::{kinds, now, one, remove, run_one};

fn willing() -> Gateway {
    Gateway::start(ok(ACKNOWLEDGED), ok(list_of(&[])))
}

#[test]
fn the_intent_is_in_the_file_before_anything_is_sent() {
    let gateway = willing();
    let dir = tempfile::tempdir().unwrap();
    let client = Client::new(&gateway.server()).unwrap();
    let journal = Journal::open(dir.path()).unwrap();
    let mut seen = Vec::new();
    run_one(&client, &journal, &one(&gateway.server(), TOKEN), &mut |step| {
        seen.push((step, kinds(dir.path()).len(), gateway.paths().len()));
    })
    .unwrap();
    assert_eq!(
        seen,
        [
            (Step::WritingIntent, 0, 0),
            (Step::Sending, 1, 0),
            (Step::Checking, 2, 1),
            (Step::WritingOutcome, 3, 2)
        ]
    );
}

#[test]
fn where_the_intent_cannot_be_written_nothing_is_sent() {
    let gateway = willing();
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("data");
    let client = Client::new(&gateway.server()).unwrap();
    let journal = Journal::open(&folder).unwrap();
    fs::remove_dir_all(&folder).unwrap();
    fs::write(&folder, "a file in the folder's place").unwrap();
    let error =
        run_one(&client, &journal, &one(&gateway.server(), TOKEN), &mut |_| {}).unwrap_err();
    let RemovalError::JournalUnavailable(JournalError::Unwritable { .. }) = &error else {
        panic!("{error:?}")
    };
    assert!(error.to_string().starts_with("nothing was sent: the journal"), "{error}");
    assert!(gateway.paths().is_empty());
}

#[test]
fn an_outcome_that_cannot_be_written_is_a_warning_beside_it() {
    let gateway = willing();
    let dir = tempfile::tempdir().unwrap();
    let client = Client::new(&gateway.server()).unwrap();
    let journal = Journal::open(dir.path()).unwrap();
    let report = run_one(&client, &journal, &one(&gateway.server(), TOKEN), &mut |step| {
        if step == Step::Sending {
            fs::remove_file(journal.path()).unwrap();
            fs::create_dir(journal.path()).unwrap();
        }
    })
    .unwrap();
    assert_eq!(report.outcome, Outcome::RemovedVerified);
    assert!(matches!(report.journal_warning, Some(JournalError::Unwritable { .. })));
    assert_eq!(gateway.paths(), [REMOVE, LIST], "never sent again");
}

#[test]
fn the_entries_say_who_removed_what_and_hold_no_secret() {
    let gateway = willing();
    let dir = tempfile::tempdir().unwrap();
    let report = remove(&gateway.server(), dir.path(), TOKEN).unwrap();
    let view = read(dir.path()).unwrap();
    let [record] = &view.removals()[..] else { panic!("one removal") };
    assert_eq!(record.id(), &report.id);
    let subject = record.subject();
    assert!(!subject.os_user.is_empty());
    assert_eq!(subject.operator.as_deref(), Some("Марина"));
    assert_eq!(subject.merchant.get(), 452_739);
    assert_eq!(subject.server, gateway.server().host_and_port());
    assert_eq!(subject.environment.word(), "SANDBOX");
    assert_eq!(subject.customer.as_str(), "1234");
    assert_eq!((subject.bin.as_str(), subject.last_four.as_str()), ("412362", "0028"));
    assert_eq!(subject.reason.as_deref(), Some("T-1001, **** **** **** 0028"));
    assert!(view.entries.iter().all(|entry| entry.at == now()));

    let sent = gateway.bodies();
    assert_eq!(sent[0]["token"], TOKEN);
    assert_eq!(sent[0]["customernumber"], "1234");
    let text = fs::read_to_string(dir.path().join("journal.jsonl")).unwrap().to_uppercase();
    for secret in [TOKEN, "S3CRETS3CRET", "4123 6200"] {
        assert!(!text.contains(secret), "{secret}");
    }
    let shown = format!("{report:?} {:?}", one(&gateway.server(), TOKEN)).to_uppercase();
    assert!(!shown.contains(TOKEN) && !shown.contains("S3CRETS3CRET"), "{shown}");
}

#[test]
fn a_removal_asked_for_twice_is_two_removals_in_the_journal() {
    let gateway = willing();
    let dir = tempfile::tempdir().unwrap();
    let first = remove(&gateway.server(), dir.path(), TOKEN).unwrap();
    let second = remove(&gateway.server(), dir.path(), TOKEN).unwrap();
    assert_ne!(first.id, second.id);
    let records = read(dir.path()).unwrap().removals();
    assert_eq!(records.len(), 2);
    assert!(records.iter().all(|record| record.intent().unwrap().kind == EntryKind::Intent));
}
