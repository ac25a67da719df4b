//! Acknowledgements: kept, merged, and never lost to a broken file.
#![allow(clippy::unwrap_used, reason = "helpers of tests stop at the first surprise")]
use std::path::Path;

use carddesk::acknowledged::{
    Acknowledged, AcknowledgedError, Acknowledgement, Change, change, load, merge_file, parse, save,
};
use carddesk::domain::Digest;
use carddesk::settings::Folders;
use carddesk::verify::Rule;

fn bytes(all: u8) -> Digest {
    Digest::from_bytes([all; 32])
}

fn one(digest: u8, rule: Rule, by: &str, at: &str) -> Acknowledgement {
    let (at, why) = (at.parse().unwrap(), "agreed with the issuer, №7".to_owned());
    Acknowledgement { sha256: bytes(digest), rule, by: by.to_owned(), at, why }
}

fn of(all: &[Acknowledgement]) -> Acknowledged {
    let mut acknowledged = Acknowledged::default();
    all.iter().cloned().for_each(|one| acknowledged.add(one));
    acknowledged
}

const FIRST: &str = "2026-11-23T12:00:00Z";
const LATER: &str = "2026-11-24T12:00:00.25Z";

#[test]
fn what_is_saved_is_read_again() {
    let dir = tempfile::tempdir().unwrap();
    let folders = Folders::new(Some(&dir.path().join("new"))).unwrap();
    assert_eq!(load(&folders).unwrap(), Acknowledged::default());
    let all = of(&[
        one(1, Rule::Portrait, "Marina", FIRST),
        one(1, Rule::AspectRatio, "Олег", LATER),
        one(2, Rule::Portrait, "Marina", LATER),
    ]);
    save(&folders, &all).unwrap();
    assert_eq!(load(&folders).unwrap(), all);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let file = dir.path().join("new/acknowledgements.json");
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    }
}

#[test]
fn it_is_about_these_bytes_and_this_rule() {
    let mut all = of(&[one(1, Rule::Portrait, "Marina", FIRST)]);
    assert_eq!(all.get(&bytes(1), Rule::Portrait).unwrap().by, "Marina");
    assert_eq!(all.get(&bytes(2), Rule::Portrait), None, "other bytes");
    assert_eq!(all.get(&bytes(1), Rule::Blank), None, "another rule");
    all.withdraw(&bytes(1), Rule::Portrait);
    assert_eq!(all, Acknowledged::default());
}

#[test]
fn of_two_for_one_finding_the_later_stays() {
    let mut own = of(&[one(1, Rule::Portrait, "Marina", LATER)]);
    let other = of(&[one(1, Rule::Portrait, "Олег", FIRST), one(2, Rule::Blank, "Олег", FIRST)]);
    assert_eq!(own.merge(&other), 1, "one is new");
    assert_eq!(own.get(&bytes(1), Rule::Portrait).unwrap().by, "Marina");
    assert_eq!(own.get(&bytes(2), Rule::Blank).unwrap().by, "Олег");
    assert_eq!(own.merge(&other), 0);
}

#[test]
fn what_is_no_file_of_acknowledgements_is_an_error_and_stays() {
    let dir = tempfile::tempdir().unwrap();
    let folders = Folders::new(Some(dir.path())).unwrap();
    let path = dir.path().join("acknowledgements.json");
    for text in ["", "{", "[]", "{\"acknowledgements\":7}", "\u{0}"] {
        std::fs::write(&path, text).unwrap();
        let error = load(&folders).unwrap_err();
        assert!(matches!(error, AcknowledgedError::Broken { .. }), "{text:?}: {error}");
        let withdrawn = Change::Withdraw { sha256: bytes(1), rule: Rule::Blank };
        assert_eq!(change(&folders, withdrawn).unwrap_err(), error);
        assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
    }
}

#[test]
fn lines_that_are_not_understood_are_passed_over() {
    let digest = "01".repeat(32);
    let line = |sha256: &str, rule: &str, at: &str| {
        format!(r#"{{"sha256":"{sha256}","rule":"{rule}","by":"M","at":"{at}"}}"#)
    };
    let lines = [
        line(&digest, "portrait", FIRST),
        line(&digest, "a-rule-of-tomorrow", FIRST),
        line("01", "portrait", FIRST),
        line(&"0g".repeat(32), "portrait", FIRST),
        line(&digest, "blank", "yesterday"),
    ];
    let text = format!(r#"{{"acknowledgements":[{}]}}"#, lines.join(","));
    let read = parse(text.as_bytes(), Path::new("shared.json")).unwrap();
    assert_eq!(read.iter().count(), 1);
    assert_eq!(read.get(&bytes(1), Rule::Portrait).unwrap().why, "");
}

#[test]
fn a_change_keeps_what_another_program_wrote() {
    let dir = tempfile::tempdir().unwrap();
    let folders = Folders::new(Some(dir.path())).unwrap();
    save(&folders, &of(&[one(1, Rule::Blank, "Олег", FIRST)])).unwrap();
    let new = one(2, Rule::Portrait, "Marina", LATER);
    let all = change(&folders, Change::Add(new.clone())).unwrap();
    assert_eq!(all, of(&[one(1, Rule::Blank, "Олег", FIRST), new]));
    assert_eq!(load(&folders).unwrap(), all);
    let gone = Change::Withdraw { sha256: bytes(1), rule: Rule::Blank };
    assert_eq!(change(&folders, gone).unwrap().iter().count(), 1);
}

#[test]
fn somebody_elses_file_is_taken_in() {
    let (dir, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (folders, theirs) =
        (Folders::new(Some(dir.path())).unwrap(), Folders::new(Some(other.path())).unwrap());
    save(&theirs, &of(&[one(1, Rule::Blank, "Олег", FIRST)])).unwrap();
    let shared = other.path().join("acknowledgements.json");
    let (all, count) = merge_file(&folders, &shared).unwrap();
    assert_eq!((all.iter().count(), count), (1, 1));
    assert_eq!(merge_file(&folders, &shared).unwrap().1, 0);
    let missing = merge_file(&folders, &other.path().join("missing.json")).unwrap_err();
    assert!(matches!(missing, AcknowledgedError::Unreadable(_)), "{missing}");
}
