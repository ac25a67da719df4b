//! A broken chain that somebody takes on.
use std::fs;
use std::path::Path;

use carddesk::domain::Digest;
use carddesk::journal::{
    AcceptError, Acceptor, BreakReason, ChainState, EntryKind, FILE_NAME, Journal, Watch, check,
    mark, read, verify,
};
use tempfile::TempDir;

use super::{append_removal, draft, lines, noon, subject, write_lines};

/// Changed at its third line of eight; the newest removal is open.
fn broken() -> (TempDir, Journal) {
    let dir = tempfile::tempdir().unwrap();
    let journal = Journal::open(dir.path()).unwrap();
    append_removal(&journal, noon(), &subject());
    append_removal(&journal, noon(), &subject());
    journal.append(draft(EntryKind::Intent), noon()).unwrap();
    edit(dir.path(), 3, "AB 12", "AB 13");
    (dir, journal)
}

fn edit(dir: &Path, line: usize, from: &str, to: &str) {
    let mut all = lines(dir);
    assert!(all[line - 1].contains(from));
    all[line - 1] = all[line - 1].replace(from, to);
    write_lines(dir, &all);
}

fn who() -> Acceptor {
    Acceptor {
        os_user: "agent".to_owned(),
        operator: Some("Марина".to_owned()),
        workstation: Some("desk-7".to_owned()),
        reason: Some("SEC seven, 4123 6200 0000 0028".to_owned()),
    }
}

const TAKEN_ON: ChainState = ChainState::Accepted { line: 3, by: 10 };

#[test]
fn it_says_who_which_line_and_what_the_file_held() {
    let (dir, journal) = broken();
    let before = fs::read(dir.path().join(FILE_NAME)).unwrap();
    let taken = journal.accept(3, who(), noon()).unwrap();
    assert_eq!(verify(dir.path()).unwrap(), TAKEN_ON);
    let line: serde_json::Value = serde_json::from_str(&lines(dir.path())[9]).unwrap();
    assert_eq!(line["seq"], 10);
    assert_eq!(line["step"], "break_accepted");
    assert_eq!(line["line"], 3);
    assert_eq!(line["before_sha256"], Digest::of(&before).to_string());
    assert_eq!(line["operator"], "Марина");
    assert_eq!(line["workstation"], "desk-7");
    assert_eq!(line["reason"], "SEC seven, **** **** **** 0028", "masked as everywhere");
    let view = read(dir.path()).unwrap();
    assert_eq!(view.accepted, Some(taken));
    assert!(view.unreadable.is_empty(), "an entry like others");
    assert!(!view.is_behind_break(view.unresolved()[0].id()), "taken on with the rest");
    // And it goes on.
    append_removal(&journal, noon(), &subject());
    assert_eq!(verify(dir.path()).unwrap(), TAKEN_ON);
    assert_eq!(check(dir.path(), None).unwrap().lines, 14);
}

#[test]
fn lines_that_are_counted_anew_go_on_from_where_they_are() {
    let (dir, journal) = broken();
    let mut all = lines(dir.path());
    all.insert(0, "put before the first".to_owned());
    write_lines(dir.path(), &all);
    journal.accept(1, who(), noon()).unwrap();
    let entry = journal.append(draft(EntryKind::Intent), noon()).unwrap();
    assert_eq!(entry.seq, 12, "the number of its line");
    assert_eq!(verify(dir.path()).unwrap(), ChainState::Accepted { line: 1, by: 11 });
}

#[test]
fn another_line_than_the_one_that_was_seen_is_not_taken_on() {
    let (dir, journal) = broken();
    let before = lines(dir.path());
    assert_eq!(journal.accept(4, who(), noon()), Err(AcceptError::OtherLine { line: 3 }));
    assert_eq!(lines(dir.path()), before, "nothing was written");
    journal.accept(3, who(), noon()).unwrap();
    assert_eq!(journal.accept(3, who(), noon()), Err(AcceptError::NotBroken));
    let sound = tempfile::tempdir().unwrap();
    let journal = Journal::open(sound.path()).unwrap();
    assert_eq!(journal.accept(1, who(), noon()), Err(AcceptError::NotBroken));
    assert_eq!(lines(sound.path()), Vec::<String>::new());
}

#[test]
fn what_is_changed_afterwards_is_a_break_again_wherever_it_is() {
    for (line, told) in [(3, 3), (5, 3), (1, 1), (9, 3)] {
        let (dir, journal) = broken();
        journal.accept(3, who(), noon()).unwrap();
        append_removal(&journal, noon(), &subject());
        edit(dir.path(), line, "agent", "AGENT");
        let why = BreakReason::Changed;
        assert_eq!(verify(dir.path()).unwrap(), ChainState::Broken { line: told, why }, "{line}");
        // That one can be taken on as well.
        journal.accept(told, who(), noon()).unwrap();
        assert_eq!(verify(dir.path()).unwrap(), ChainState::Accepted { line: told, by: 15 });
    }
    let (dir, journal) = broken();
    journal.accept(3, who(), noon()).unwrap();
    append_removal(&journal, noon(), &subject());
    edit(dir.path(), 12, "agent", "AGENT");
    let why = BreakReason::Changed;
    assert_eq!(verify(dir.path()).unwrap(), ChainState::Broken { line: 12, why });
}

/// The changed line put right again: what stands before the entry is not what was taken on.
#[test]
fn an_entry_whose_lines_were_put_right_is_told() {
    let (dir, journal) = broken();
    journal.accept(3, who(), noon()).unwrap();
    edit(dir.path(), 3, "AB 13", "AB 12");
    let why = BreakReason::ChangedSinceAccepted;
    assert_eq!(verify(dir.path()).unwrap(), ChainState::Broken { line: 10, why });
    journal.accept(10, who(), noon()).unwrap();
    assert_eq!(verify(dir.path()).unwrap(), ChainState::Accepted { line: 10, by: 11 });
}

#[test]
fn a_break_with_a_torn_end_is_taken_on_with_it() {
    let (dir, journal) = broken();
    let path = dir.path().join(FILE_NAME);
    let bytes = fs::read(&path).unwrap();
    fs::write(&path, &bytes[..bytes.len() - 60]).unwrap();
    journal.accept(3, who(), noon()).unwrap();
    append_removal(&journal, noon(), &subject());
    assert_eq!(verify(dir.path()).unwrap(), TAKEN_ON);
}

#[test]
fn the_clock_that_went_back_is_noted() {
    let dir = tempfile::tempdir().unwrap();
    let journal = Journal::open(dir.path()).unwrap();
    let at = |text: &str| {
        journal.append(draft(EntryKind::Intent), super::time(text)).unwrap();
        check(dir.path(), None).unwrap().clock
    };
    assert_eq!(at("2026-11-23T12:00:00Z"), None);
    assert_eq!(at("2026-11-23T11:59:58Z"), None, "two windows may be as far apart");
    let back = at("2026-11-23T11:59:55.999Z").unwrap();
    assert_eq!((back.line, back.times, back.by.as_millis()), (3, 1, 2001));
    assert_eq!(at("2026-11-23T13:00:00Z"), Some(back));
    let twice = at("2026-11-20T12:00:00Z").unwrap();
    assert_eq!((twice.line, twice.times), (3, 2));
    assert_eq!(verify(dir.path()).unwrap(), ChainState::Intact);
    assert_eq!(read(dir.path()).unwrap().clock, Some(twice));
    let times = check(dir.path(), None).unwrap().times.unwrap();
    assert_eq!(times.0, super::time("2026-11-23T12:00:00Z"));
    assert_eq!(times.1, super::time("2026-11-20T12:00:00Z"));
}

/// Looking on from where it has looked before is the same as looking at all.
#[test]
fn a_watch_tells_what_a_look_at_the_whole_tells() {
    let (dir, journal) = broken();
    let mut watch = Watch::new(dir.path());
    let mut same = |what: &str| {
        let whole = mark(dir.path()).unwrap();
        assert_eq!(watch.look().unwrap(), whole, "{what}");
        whole.chain
    };
    same("at first");
    journal.accept(3, who(), noon()).unwrap();
    assert_eq!(same("taken on"), TAKEN_ON, "by what stands before the place it looks on from");
    append_removal(&journal, noon(), &subject());
    same("more lines");
    let path = dir.path().join(FILE_NAME);
    let whole = fs::read(&path).unwrap();
    fs::write(&path, [&whole[..], b"{\"seq\":15,"].concat()).unwrap();
    same("a line that is being written");
    fs::write(&path, [&whole[..], b"no entry at all"].concat()).unwrap();
    assert_eq!(same("another one in its place").broken().map(|(line, _)| line), Some(15));
    journal.accept(15, who(), noon()).unwrap();
    assert_eq!(same("taken on again"), ChainState::Accepted { line: 15, by: 16 });
    write_lines(dir.path(), &lines(dir.path())[..2]);
    assert_eq!(same("a shorter file"), ChainState::Intact);
    fs::remove_file(&path).unwrap();
    same("no file");
}

/// Many acceptances are looked at once each, whatever stands between them.
#[test]
fn each_of_several_acceptances_stands_for_what_was_before_it() {
    let (dir, journal) = broken();
    let path = dir.path().join(FILE_NAME);
    let mut line = 3;
    for _ in 0..20 {
        journal.accept(line, who(), noon()).unwrap();
        append_removal(&journal, noon(), &subject());
        let whole = fs::read(&path).unwrap();
        fs::write(&path, [&whole[..], b"put there\n"].concat()).unwrap();
        line = lines(dir.path()).len() as u64;
        assert_eq!(verify(dir.path()).unwrap().broken().unwrap().0, line);
    }
    let all = lines(dir.path());
    for at in [1, 9, 16, 60, all.len() - 1] {
        edit(dir.path(), at, "\"", "'");
        let (told, _) = verify(dir.path()).unwrap().broken().unwrap();
        assert!(told <= at as u64, "{at}: {told}");
        write_lines(dir.path(), &all);
    }
}
