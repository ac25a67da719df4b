//! Whatever is done to the file is told, at the line where it was done.
use std::fs;
use std::path::Path;

use carddesk::journal::{
    BreakReason, ChainState, EntryKind, FILE_NAME, Journal, JournalView, check, read, verify,
};
use proptest::prelude::*;
use sha2::{Digest as _, Sha256};
use tempfile::TempDir;

use super::{append_removal, draft, noon, subject, written};

/// Lines of the journal that is changed.
const LINES: usize = 8;

fn bytes(dir: &Path) -> Vec<u8> {
    fs::read(dir.join(FILE_NAME)).unwrap()
}

/// A line with the digest that its bytes have.
fn sealed(line: &str) -> String {
    let (body, _) = line.split_once(",\"sum\":").unwrap_or((line.trim_end_matches('}'), ""));
    let sum: String = Sha256::digest(body).iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{body},\"sum\":\"{sum}\"}}")
}

fn without_sum(line: &str) -> String {
    format!("{}}}", line.split_once(",\"sum\":").unwrap().0)
}

type Change = fn(&mut Vec<String>);

/// Each change of the lines, and the first line that is told.
const CHANGES: &[(&str, Change, u64)] = &[
    ("a byte", |all| all[2] = all[2].replace("AB 12", "AB 13"), 3),
    ("a line taken out", |all| drop(all.remove(2)), 3),
    ("the first taken out", |all| drop(all.remove(0)), 1),
    ("two swapped", |all| all.swap(2, 5), 3),
    ("one doubled", |all| all.insert(3, all[2].clone()), 4),
    ("the last doubled", |all| all.push(all[7].clone()), 9),
    ("one of elsewhere", |all| all.insert(3, sealed(&all[3].replace("AB", "CD"))), 5),
    (
        "a right digest after another line",
        |all| {
            all[4] = sealed(&all[4].replacen(&all[4][17..81], &"ab".repeat(32), 1));
        },
        5,
    ),
    ("a right digest and another number", |all| all[4] = sealed(&all[4].replace(":5,", ":6,")), 5),
    ("an empty line", |all| all.insert(4, String::new()), 5),
    ("an empty line at the end", |all| all.push(String::new()), 9),
    ("blanks at the end", |all| all.push("   ".to_owned()), 9),
    ("line ends of Windows", |all| all.iter_mut().for_each(|line| line.push('\r')), 1),
    ("one such line end", |all| all[5].push('\r'), 6),
    ("a byte order mark", |all| all[0].insert(0, '\u{feff}'), 1),
    ("two journals in one", |all| all.extend(all.clone()), 9),
    ("a digest taken off", |all| all[3] = without_sum(&all[3]), 4),
    ("the last digest taken off", |all| all[7] = without_sum(&all[7]), 8),
    ("words at the end", |all| all.push("the end".to_owned()), 9),
    ("words behind the last line", |all| all[7].push_str(" and more"), 8),
    ("NULs at the end", |all| all.push("\0".repeat(512)), 9),
    ("NULs within", |all| all[4] = "\0".repeat(all[4].len()), 5),
    ("a huge line", |all| all.insert(6, "x".repeat(3_000_000)), 7),
    (
        "a huge line of JSON",
        |all| {
            let huge = format!(r#"{{"seq":9,"prev":"{}","#, "0".repeat(3_000_000));
            all.push(huge);
        },
        9,
    ),
    ("a line cut within", |all| all[3].truncate(200), 4),
    ("an object that is none of ours", |all| all.push(sealed(r#"{"a":1}"#)), 9),
    ("an entry without a digest", |all| all.push(r#"{"seq":9}"#.to_owned()), 9),
    ("a line of a later place, cut", |all| all.push(all[7][..120].to_owned()), 9),
];

#[test]
fn every_change_is_told_where_it_was_made() {
    for (what, change, line) in CHANGES {
        let dir = written();
        let mut all = super::lines(dir.path());
        change(&mut all);
        super::write_lines(dir.path(), &all);
        let found = verify(dir.path()).unwrap();
        let at = found.broken().map(|(line, _)| line);
        // What is cut breaks the line behind it: the line itself might be a crash's.
        let is_told = at == Some(*line) || *what == "a line cut within" && at == Some(line + 1);
        assert!(is_told, "{what}: {found:?}");
        let checked = check(dir.path(), None).unwrap();
        assert_eq!((checked.chain, checked.lines), (found, all.len() as u64), "{what}");
        // What comes after it does not heal it.
        Journal::open(dir.path()).unwrap().append(draft(EntryKind::Intent), noon()).unwrap();
        assert_eq!(verify(dir.path()).unwrap(), found, "{what}");
    }
}

/// The newest lines taken off, whole, leave a journal that is sound: a head kept elsewhere tells.
#[test]
fn an_end_that_was_taken_off_is_told_by_a_head_kept_elsewhere() {
    let dir = written();
    let before = check(dir.path(), None).unwrap();
    let inner = super::lines(dir.path())[4].clone();
    let inner = carddesk::domain::Digest::of(inner);
    for (wanted, line) in [(before.head, Some(8)), (inner, Some(5))] {
        assert_eq!(check(dir.path(), Some(wanted)).unwrap().found, line);
    }
    let mut all = super::lines(dir.path());
    all.truncate(6);
    super::write_lines(dir.path(), &all);
    let after = check(dir.path(), Some(before.head)).unwrap();
    assert_eq!((after.chain, after.found, after.lines), (ChainState::Intact, None, 6));
    assert_eq!(check(dir.path(), Some(inner)).unwrap().found, Some(5));
}

#[test]
fn what_a_crash_cuts_off_at_the_end_is_no_change() {
    let whole = bytes(written().path());
    let start = whole[..whole.len() - 1].iter().rposition(|byte| *byte == b'\n').unwrap() + 1;
    for cut in start + 1..whole.len() {
        let dir = written();
        fs::write(dir.path().join(FILE_NAME), &whole[..cut]).unwrap();
        let found = verify(dir.path()).unwrap();
        assert_eq!(found, ChainState::Torn { line: LINES as u64 }, "{} bytes", cut - start);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Bytes taken out, put in or written over, anywhere but at the very end.
    #[test]
    fn any_change_of_bytes_is_told(
        at in any::<prop::sample::Index>(),
        taken in 0_usize..40,
        put in prop::collection::vec(any::<u8>(), 0..40),
    ) {
        let dir = written();
        let mut all = bytes(dir.path());
        let before = all.clone();
        let start = at.index(all.len());
        let end = (start + taken).min(all.len());
        all.splice(start..end, put);
        fs::write(dir.path().join(FILE_NAME), &all).unwrap();
        let is_end = before.starts_with(&all);
        prop_assert!(all == before || is_end || verify(dir.path()).unwrap() != ChainState::Intact);
        let view = read(dir.path()).unwrap();
        prop_assert_eq!(view.chain, verify(dir.path()).unwrap());
    }
}

/// A removal of four lines, the newest of which are behind the break.
fn broken_between() -> (TempDir, JournalView) {
    let dir = tempfile::tempdir().unwrap();
    let journal = Journal::open(dir.path()).unwrap();
    journal.append(draft(EntryKind::Intent), noon()).unwrap();
    append_removal(&journal, noon(), &subject());
    journal.append(draft(EntryKind::Intent), noon()).unwrap();
    let mut all = super::lines(dir.path());
    all[2] = all[2].replace("AB 12", "AB 13");
    super::write_lines(dir.path(), &all);
    let view = read(dir.path()).unwrap();
    (dir, view)
}

#[test]
fn what_is_open_behind_a_break_is_marked() {
    let (_dir, view) = broken_between();
    let marks: Vec<bool> =
        view.unresolved().iter().map(|record| view.is_behind_break(record.id())).collect();
    assert_eq!(marks, [false, true]);
    assert_eq!(view.chain, ChainState::Broken { line: 3, why: BreakReason::Changed });
}
