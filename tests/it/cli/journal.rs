//! `carddesk journal`, and what a changed journal keeps from being done.
use std::fs;
use std::path::Path;

use carddesk::domain::Digest;
use carddesk::journal::{ChainState, EntryKind, OutcomeCode, verify};
use serde_json::Value;

use crate::support::{ACKNOWLEDGED, Gateway, OTHER, Reply, TOKEN, list_of, ok};

use super::{Run, User, access, willing};

/// A user whose journal holds one removal.
struct Desk {
    user: User,
    data: String,
}

impl Desk {
    fn new() -> Self {
        let user = User::new();
        let data = user.data().to_str().unwrap().to_owned();
        let desk = Self { user, data };
        assert_eq!(desk.remove(&willing(), &["--reason", "T-1"]).code, 0);
        desk
    }

    fn path(&self) -> &Path {
        Path::new(&self.data)
    }

    fn run(&self, arguments: &[&str]) -> Run {
        self.user.run(&[arguments, &["--data-dir", &self.data]].concat())
    }

    fn remove(&self, gateway: &Gateway, more: &[&str]) -> Run {
        let flags = ["--token", TOKEN, "--yes", "--data-dir", &self.data];
        self.user.at(gateway, "remove", &[&flags[..], more].concat())
    }

    fn lines(&self) -> Vec<String> {
        self.user.journal_text().lines().map(str::to_owned).collect()
    }

    /// Another reason in the second line.
    fn change(&self) {
        let mut all = self.lines();
        all[1] = all[1].replacen("T-1", "T-2", 1);
        fs::write(self.path().join("journal.jsonl"), all.join("\n") + "\n").unwrap();
    }
}

#[test]
fn a_changed_journal_stops_a_removal_until_somebody_takes_it_on() {
    let desk = Desk::new();
    desk.change();
    let gateway = willing();
    desk.remove(&gateway, &[]).complains(4, "nothing was sent: the journal was changed at line 2");
    desk.remove(&gateway, &["--json"]).complains(4, "carddesk journal accept --line 2");
    assert!(gateway.requests().is_empty(), "nobody was asked");
    assert_eq!(desk.lines().len(), 4);

    desk.run(&["journal", "accept", "--line", "1"]).complains(2, "the first broken line is 2");
    let taken = desk.run(&["journal", "accept", "--line", "2", "--reason", "SEC-7"]);
    taken.is_ok();
    assert!(taken.out.contains("goes on after line 2"), "{taken:?}");
    let line: Value = serde_json::from_str(&desk.lines()[4]).unwrap();
    assert_eq!((&line["step"], &line["line"]), (&"break_accepted".into(), &2.into()));
    assert_eq!(line["reason"], "SEC-7");
    desk.run(&["journal", "accept", "--line", "2"]).complains(2, "no line of the journal waits");

    desk.remove(&gateway, &[]).is_ok();
    assert_eq!(desk.lines().len(), 9);
    assert_eq!(verify(desk.path()).unwrap(), ChainState::Accepted { line: 2, by: 5 });
}

#[test]
fn what_it_would_do_is_told_though_the_journal_was_changed() {
    let desk = Desk::new();
    desk.change();
    let gateway = Gateway::start(ok(ACKNOWLEDGED), ok(list_of(&[TOKEN])));
    let run = desk.user.at(&gateway, "remove", &["--all", "--dry-run", "--data-dir", &desk.data]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.err.contains("changed at line 2"), "{run:?}");
}

#[test]
fn verify_tells_entries_head_times_and_the_first_broken_line() {
    let desk = Desk::new();
    let head = Digest::of(desk.lines().last().unwrap()).to_string();
    let run = desk.run(&["journal", "verify"]);
    run.is_ok();
    for words in ["Entries: 4", &head, "Every line is as it was written"] {
        assert!(run.out.contains(words), "{words}: {run:?}");
    }
    let russian = desk.run(&["journal", "verify", "--lang", "ru"]);
    assert!(russian.out.contains("Записей: 4"), "{russian:?}");
    let told = desk.run(&["journal", "verify", "--json"]).json();
    assert_eq!((&told["entries"], &told["lines"]), (&4.into(), &4.into()));
    assert_eq!((&told["head"], &told["chain"]), (&head.as_str().into(), &"intact".into()));
    assert_eq!((&told["line"], &told["clock_back"]), (&Value::Null, &Value::Null));
    assert!(told["first"].as_str() <= told["last"].as_str());
    desk.change();
    let run = desk.run(&["journal", "verify"]);
    assert_eq!(run.code, 4, "{run:?}");
    assert!(run.out.contains("changed at line 2"), "{run:?}");
    assert!(run.err.contains("changed at line 2: it was changed after"), "{run:?}");
    let run = desk.run(&["journal", "verify", "--json"]);
    let told = run.json();
    assert_eq!(run.code, 4);
    assert_eq!((&told["line"], &told["why"]), (&2.into(), &"changed".into()));
}

#[test]
fn a_head_that_was_kept_proves_that_nothing_was_taken_off() {
    let desk = Desk::new();
    let digests: Vec<String> =
        desk.lines().iter().map(|line| Digest::of(line).to_string()).collect();
    let last = desk.run(&["journal", "verify", "--head", &digests[3].to_uppercase()]);
    last.is_ok();
    assert!(last.out.contains("is the last line"), "{last:?}");
    let inner = desk.run(&["journal", "verify", "--head", &digests[1]]);
    assert!(inner.out.contains("is line 2; lines after it: 2"), "{inner:?}");
    let told = desk.run(&["journal", "verify", "--json", "--head", &digests[1]]).json();
    assert_eq!(told["head_line"], 2);
    // The end is cut off, whole lines of it.
    let all = desk.lines();
    fs::write(desk.path().join("journal.jsonl"), all[..3].join("\n") + "\n").unwrap();
    assert_eq!(desk.run(&["journal", "verify"]).code, 0, "the file alone cannot tell");
    let cut = desk.run(&["journal", "verify", "--head", &digests[3]]);
    assert_eq!(cut.code, 4);
    assert!(cut.err.contains("is no line of this journal"), "{cut:?}");
    let told = desk.run(&["journal", "verify", "--json", "--head", &digests[3]]);
    assert_eq!((told.code, &told.json()["head_line"]), (4, &Value::Null));
    desk.run(&["journal", "verify", "--head", "abc"]).complains(2, "64 hexadecimal digits");
}

#[test]
fn show_takes_the_filters_of_the_window() {
    let desk = Desk::new();
    let shown = |flags: &[&str]| {
        let run = desk.run(&[&["journal", "show", "--json"], flags].concat());
        run.json()["removals"].as_array().unwrap().len()
    };
    let run = desk.run(&["journal", "show"]);
    run.is_ok();
    for words in ["AB 12", "removed_verified", "T-1", "UTC"] {
        assert!(run.out.contains(words), "{words}: {run:?}");
    }
    assert_eq!(run.out.lines().count(), 1);
    assert_eq!(shown(&[]), 1);
    assert_eq!(shown(&["--customer", "AB 12"]), 1);
    assert_eq!(shown(&["--customer", "AB 1"]), 0, "whole");
    assert_eq!(shown(&["--text", "t-1"]), 1);
    assert_eq!(shown(&["--outcome", "removed_verified"]), 1);
    assert_eq!(shown(&["--outcome", "unresolved"]), 0);
    assert_eq!(shown(&["--since", "2020-01-01", "--until", "2199-12-31"]), 1);
    assert_eq!(shown(&["--since", "2199-12-31"]), 0);
    assert_eq!(shown(&["--until", "2020-01-01"]), 0);
    let none = desk.run(&["journal", "show", "--text", "nobody"]);
    assert_eq!(none.out, "No removal matches.\n");
    desk.run(&["journal", "show", "--outcome", "gone"]).complains(2, "still_there");
    desk.run(&["journal", "show", "--since", "soon"]).complains(2, "--since");
}

#[test]
fn export_writes_three_forms_and_no_secret() {
    let desk = Desk::new();
    let csv = desk.run(&["journal", "export", "--csv"]);
    assert!(csv.out.starts_with("\u{feff}removal,started_utc,"), "{csv:?}");
    assert_eq!(csv.out.lines().count(), 2);
    let json = desk.run(&["journal", "export", "--json"]);
    let removal = json.json()["removals"][0].clone();
    let steps: Vec<&str> =
        removal["steps"].as_array().unwrap().iter().map(|s| s["step"].as_str().unwrap()).collect();
    assert_eq!(steps, ["intent", "acknowledged", "checked_absent", "outcome"]);
    assert_eq!(
        (&removal["outcome"], &removal["reason"]),
        (&"removed_verified".into(), &"T-1".into())
    );
    let cef = desk.run(&["journal", "export", "--cef"]);
    assert_eq!(cef.out.lines().count(), 4);
    assert!(cef.out.lines().all(|line| line.starts_with("CEF:0|Carddesk|carddesk|")), "{cef:?}");
    for run in [&csv, &json, &cef] {
        run.is_ok();
        assert!(!run.out.to_uppercase().contains(TOKEN), "{run:?}");
    }
    let file = desk.user.home.path().join("out.csv");
    let out = file.to_str().unwrap();
    desk.run(&["journal", "export", "--csv", "--out", out]).is_ok();
    assert_eq!(fs::read_to_string(&file).unwrap(), csv.out);
    let own = format!("{}/journal.jsonl", desk.data);
    desk.run(&["journal", "export", "--csv", "--out", &own]).complains(2, "--out");
    assert_eq!(desk.lines().len(), 4, "the journal is as it was");
    desk.run(&["journal", "export"]).complains(2, "--cef");
}

/// Text that would break the format, or that somebody wrote into the file by hand.
#[test]
fn the_security_log_is_escaped_and_masked() {
    let desk = Desk::new();
    let gateway = Gateway::scripted(
        [ok(r#"{"result":"a|b=c\\d\r\nCEF:0|x"}"#)],
        [ok(list_of(&[TOKEN])), ok(list_of(&[TOKEN]))],
    );
    let reason = "x=1 | y\\z\nnext cs1=forged 4123621234560028";
    desk.remove(&gateway, &["--reason", reason]);
    let text = desk.run(&["journal", "export", "--cef"]).out;
    assert!(text.contains(r"reason=x\=1 | y\\z\nnext cs1\=forged ************0028"), "{text}");
    assert!(text.lines().all(|line| line.starts_with("CEF:0|")), "{text}");
    for line in text.lines() {
        let head: Vec<&str> = line.splitn(8, '|').collect();
        assert_eq!(head.len(), 8, "{line}");
        assert!(head[6].parse::<u8>().is_ok_and(|severity| severity <= 10), "{line}");
    }
}

#[test]
fn resolve_leaves_what_stands_behind_a_break_alone() {
    let desk = Desk::new();
    let gateway = Gateway::scripted(
        [Reply::close()],
        [ok(list_of(&[TOKEN])), Reply::close(), ok(list_of(&[OTHER]))],
    );
    assert_eq!(desk.remove(&gateway, &[]).code, 3);
    desk.change();
    let asked = gateway.requests().len();
    let url = gateway.url();
    for command in [&["resolve"][..], &["journal", "resolve"]] {
        let flags = [command, &access(&url), &["--json", "--data-dir", &desk.data]].concat();
        let run = desk.user.run(&flags);
        let told = run.json();
        assert_eq!((run.code, &told["open"], &told["certain"]), (4, &1.into(), &false.into()));
        let why = told["removals"][0]["detail"].as_str().unwrap();
        assert!(why.contains("changed at line 2"), "{why}");
    }
    assert_eq!(gateway.requests().len(), asked);
    desk.run(&["journal", "accept", "--line", "2"]).is_ok();
    let flags = [&["resolve"][..], &access(&url), &["--data-dir", &desk.data]].concat();
    desk.user.run(&flags).is_ok();
    let last = desk.user.journal().last().unwrap().kind;
    assert_eq!(last, EntryKind::Resolution(OutcomeCode::RemovedVerified));
}

#[cfg(unix)]
#[test]
fn links_and_folders_that_others_may_write_into_are_refused() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let desk = Desk::new();
    let gateway = willing();
    let linked = desk.user.home.path().join("linked");
    symlink(&desk.data, &linked).unwrap();
    for path in ["linked", "linked/"] {
        let path = desk.user.home.path().join(path);
        let flags = ["--token", TOKEN, "--yes", "--data-dir", path.to_str().unwrap()];
        let run = desk.user.at(&gateway, "remove", &flags);
        run.complains(2, "is not written by way of a link");
    }
    for mode in [0o770, 0o702, 0o1777] {
        fs::set_permissions(desk.path(), fs::Permissions::from_mode(mode)).unwrap();
        let command = format!("`chmod go-w {}`", desk.data);
        desk.remove(&gateway, &[]).complains(2, &command);
        // Reading is still possible: a copy may stand anywhere.
        desk.run(&["journal", "verify"]).is_ok();
    }
    fs::set_permissions(desk.path(), fs::Permissions::from_mode(0o750)).unwrap();
    let file = desk.path().join("journal.jsonl");
    let moved = desk.user.home.path().join("elsewhere.jsonl");
    fs::rename(&file, &moved).unwrap();
    symlink(&moved, &file).unwrap();
    desk.remove(&gateway, &[]).complains(2, "is not written by way of a link");
    assert!(gateway.requests().is_empty());
    assert_eq!(fs::read_to_string(&moved).unwrap().lines().count(), 4);
}

/// Text that somebody wrote into the file by hand.
#[test]
fn what_was_written_by_hand_is_masked_in_every_form() {
    let desk = Desk::new();
    let mut all = desk.lines();
    for line in &mut all {
        *line = line.replace("\"T-1\"", &format!("\"4123621234560028 {TOKEN}\""));
        *line = line.replace("\"bank\":\"", "\"bank\":\"4123-6212-3456-0028 ");
        *line = line.replace("\"os_user\":\"", "\"os_user\":\"4123 6212 3456 0028 ");
    }
    fs::write(desk.path().join("journal.jsonl"), all.join("\n") + "\n").unwrap();
    for form in [
        &["show"][..],
        &["show", "--json"],
        &["export", "--csv"],
        &["export", "--json"],
        &["export", "--cef"],
        &["verify"],
    ] {
        let run = desk.run(&[&["journal"][..], form].concat());
        assert_eq!(run.code, 4, "{run:?}");
        let said = format!("{}{}", run.out, run.err);
        let digits: String = said.chars().filter(char::is_ascii_digit).collect();
        assert!(!said.to_uppercase().contains(TOKEN), "{said}");
        assert!(!digits.contains("4123621234560028"), "{said}");
    }
}

#[test]
fn where_there_is_no_journal_nothing_is_said_to_be_sound() {
    let user = User::new();
    let data = user.data();
    let data = data.to_str().unwrap();
    user.run(&["journal", "verify", "--data-dir", data]).complains(2, "there is no journal at");
    fs::create_dir_all(user.data().join("journal.jsonl")).unwrap();
    for what in ["verify", "show"] {
        user.run(&["journal", what, "--data-dir", data]).complains(2, "cannot be read");
    }
    // An empty one is sound, and none of its lines is a head.
    fs::remove_dir(user.data().join("journal.jsonl")).unwrap();
    fs::write(user.data().join("journal.jsonl"), "").unwrap();
    let run = user.run(&["journal", "verify", "--json", "--data-dir", data]);
    assert_eq!((run.code, &run.json()["head"]), (0, &Value::Null));
    let zeros = "0".repeat(64);
    let run = user.run(&["journal", "verify", "--head", &zeros, "--data-dir", data]);
    assert_eq!(run.code, 4, "{run:?}");
}

#[cfg(unix)]
#[test]
fn a_pipe_in_the_journals_place_is_not_waited_for() {
    let user = User::new();
    fs::create_dir(user.data()).unwrap();
    let pipe = user.data().join("journal.jsonl");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let data = user.data();
    let data = data.to_str().unwrap();
    user.run(&["journal", "verify", "--data-dir", data]).complains(2, "cannot be read");
}
