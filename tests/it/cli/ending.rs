//! The system wants the program to end, or the program dies: what becomes of the removal under way.
#![cfg(unix)]
use std::fs;
use std::process::{Child, Command};
use std::sync::Arc;

use carddesk::journal::{EntryKind, OutcomeCode, read};
use serde_json::{Value, json};

use crate::support::{
    ACKNOWLEDGED, Door, Gateway, LIST, OTHER, PASSWORD, REMOVE, Reply, TOKEN, doubtful, list_of,
    ok, token,
};

use super::{Run, User, access, finish};

/// A gateway that removes when `door` is open, and tells when it was asked.
fn slow(asked: &Arc<Door>, door: &Arc<Door>, tokens: &[String]) -> Gateway {
    let (asked, door) = (Arc::clone(asked), Arc::clone(door));
    let left = std::sync::Mutex::new(tokens.to_vec());
    Gateway::answering(move |request| {
        if request.target == REMOVE {
            asked.open();
            door.wait();
            let body = request.json();
            left.lock().unwrap().retain(|token| body["token"] != *token);
            return ok(ACKNOWLEDGED);
        }
        let left = left.lock().unwrap();
        ok(list_of(&left.iter().map(String::as_str).collect::<Vec<_>>()))
    })
}

/// Starts a removal, with its password given.
fn begun(user: &User, gateway: &Gateway, more: &[&str]) -> Child {
    let (url, data) = (gateway.url(), user.data());
    let flags = ["--customer", "AB 12", "--yes", "--data-dir", data.to_str().unwrap()];
    let arguments = [&["remove"][..], &access(&url), &flags, more].concat();
    let mut child = user.program(&arguments).spawn().unwrap();
    let stdin = child.stdin.as_mut().unwrap();
    std::io::Write::write_all(stdin, format!("{PASSWORD}\n").as_bytes()).unwrap();
    child
}

fn signal(child: &Child, name: &str) {
    let sent = Command::new("kill").args([name, &child.id().to_string()]).status().unwrap();
    assert!(sent.success());
}

#[test]
fn a_signal_lets_the_removal_under_way_come_to_its_end() {
    for name in ["-TERM", "-INT", "-HUP"] {
        let (asked, door) = (Arc::new(Door::default()), Arc::new(Door::default()));
        let gateway = slow(&asked, &door, &[TOKEN.to_owned()]);
        let user = User::new();
        let child = begun(&user, &gateway, &["--token", TOKEN, "--json"]);
        asked.wait();
        signal(&child, name);
        signal(&child, name);
        door.open();
        let run = finish(child, "");
        assert_eq!((run.code, &run.json()["outcome"]), (0, &json!("removed_verified")), "{run:?}");
        assert!(run.err.contains("brought to its end"), "{name}: {run:?}");
        let last = user.journal().last().unwrap().kind;
        assert_eq!(last, EntryKind::Outcome(OutcomeCode::RemovedVerified));
    }
}

#[test]
fn a_signal_lets_no_further_card_be_begun() {
    let (asked, door) = (Arc::new(Door::default()), Arc::new(Door::default()));
    let tokens: Vec<String> = (0..6).map(token).collect();
    let gateway = slow(&asked, &door, &tokens);
    let user = User::new();
    let mut child = begun(&user, &gateway, &["--all", "--expect-cards", "6", "--json"]);
    asked.wait();
    signal(&child, "-TERM");
    // It says that it has heard before the gateway goes on.
    let mut said = String::new();
    let err = child.stderr.take().unwrap();
    std::io::BufRead::read_line(&mut std::io::BufReader::new(err), &mut said).unwrap();
    assert!(said.contains("no other is begun"), "{said}");
    door.open();
    let run = finish(child, "");
    assert_eq!(run.code, 1, "{run:?}");
    let printed = run.json();
    let ends: Vec<&Value> =
        printed["cards"].as_array().unwrap().iter().map(|card| &card["outcome"]).collect();
    let removed = gateway.paths().iter().filter(|path| *path == REMOVE).count();
    assert!((1..=2).contains(&removed), "{removed}");
    assert_eq!(ends.iter().filter(|end| **end == "removed_verified").count(), removed);
    assert_eq!(ends.iter().filter(|end| **end == "not_sent").count(), 6 - removed);
    assert!(read(&user.data()).unwrap().unresolved().is_empty(), "every outcome is written");
}

/// A user whose removal died after it was sent; the gateway's lists come in turn, the last for ever.
fn crashed(lists: Vec<Reply>) -> (User, Gateway) {
    let asked = Arc::new(Door::default());
    let told = Arc::clone(&asked);
    let lists = std::sync::Mutex::new(lists);
    let gateway = Gateway::answering(move |request| {
        if request.target == REMOVE {
            told.open();
            return Reply::hang();
        }
        let mut lists = lists.lock().unwrap();
        if lists.len() > 1 { lists.remove(0) } else { lists[0].clone() }
    });
    let user = User::new();
    let mut child = begun(&user, &gateway, &["--token", TOKEN]);
    asked.wait();
    child.kill().unwrap();
    child.wait().unwrap();
    (user, gateway)
}

fn with() -> Reply {
    ok(list_of(&[OTHER, TOKEN]))
}

fn at(user: &User, gateway: &Gateway, subcommand: &str, more: &[&str]) -> Run {
    let data = user.data();
    user.at(gateway, subcommand, &[&["--data-dir", data.to_str().unwrap()], more].concat())
}

#[test]
fn after_a_crash_the_open_removal_is_told_and_settled() {
    let (user, gateway) = crashed(vec![with(), ok(list_of(&[OTHER]))]);
    let told = |run: &Run| {
        assert!(run.err.contains("VISA 412362.. .... 0028 (begun "), "{run:?}");
        assert!(run.err.contains("carddesk resolve") && !run.err.contains(TOKEN), "{run:?}");
    };
    let run = at(&user, &gateway, "list", &["--json"]);
    told(&run);
    assert_eq!(run.code, 0);
    let open = &run.json()["open_removals"][0];
    let names: Vec<&String> = open.as_object().unwrap().keys().collect();
    assert_eq!(names, ["removal", "customer", "begun", "last4", "bin", "brand"]);
    told(&at(&user, &gateway, "list", &[]));
    let run = at(&user, &gateway, "remove", &["--yes", "--json", "--token", TOKEN]);
    told(&run);
    assert_eq!(run.json()["outcome"], "already_gone");
    assert_eq!(run.json()["open_removals"][0]["removal"], open["removal"]);
    let run = at(&user, &gateway, "remove", &["--yes", "--json", "--expired"]);
    told(&run);
    assert_eq!(run.json()["open_removals"].as_array().unwrap().len(), 1);

    let run = at(&user, &gateway, "resolve", &["--json"]);
    run.is_ok();
    let printed = run.json();
    assert_eq!((&printed["settled"], &printed["open"]), (&json!(1), &json!(0)));
    assert_eq!(printed["removals"][0]["outcome"], "removed_verified");
    assert_eq!(printed["removals"][0]["removal"], open["removal"]);
    let last = user.journal().last().unwrap().kind;
    assert_eq!(last, EntryKind::Resolution(OutcomeCode::RemovedVerified));
    at(&user, &gateway, "list", &[]).is_ok();
    let again = at(&user, &gateway, "resolve", &[]);
    again.is_ok();
    assert_eq!(again.out, "No removal is open for this server and merchant.\n");
    assert_eq!(gateway.paths().iter().filter(|path| *path == REMOVE).count(), 1);
}

#[test]
fn what_a_list_does_not_prove_stays_open_and_what_is_there_is_told() {
    let (_, reply) = doubtful().swap_remove(0);
    let (user, gateway) = crashed(vec![with(), reply, with()]);
    let run = at(&user, &gateway, "resolve", &["--json"]);
    assert_eq!((run.code, run.err.as_str()), (3, ""), "{run:?}");
    assert_eq!((&run.json()["settled"], &run.json()["open"]), (&json!(0), &json!(1)));
    assert_eq!(run.json()["removals"][0]["outcome"], "unverified");
    assert!(run.out.contains("does not prove"), "{run:?}");
    let run = at(&user, &gateway, "resolve", &[]);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(run.out.ends_with(": still there\n"), "{run:?}");
}

#[test]
fn of_a_journal_that_was_changed_nothing_is_said_to_be_open_or_not() {
    let damages: [fn(&str) -> String; 3] = [
        |journal| journal.replacen("\"seq\":1", "\"seq\":1x", 1),
        |journal| format!("\u{feff}{journal}"),
        |journal| journal.replacen("AB 12", "AB 13", 1),
    ];
    let (user, gateway) = crashed(vec![with(), ok(list_of(&[OTHER]))]);
    let path = user.data().join("journal.jsonl");
    let whole = fs::read_to_string(&path).unwrap();
    for damage in damages {
        fs::write(&path, damage(&whole)).unwrap();
        let run = at(&user, &gateway, "resolve", &[]);
        assert_eq!(run.code, 4, "{run:?}");
        assert!(run.err.contains("is not known: the journal was changed at line 1"), "{run:?}");
        assert!(!run.out.contains("No removal is open"), "{run:?}");
        fs::write(&path, damage(&whole)).unwrap();
        let run = at(&user, &gateway, "resolve", &["--json"]);
        assert_eq!((run.code, &run.json()["certain"]), (4, &json!(false)), "{run:?}");
        for told in ["list", "remove"] {
            let more: &[&str] = if told == "list" { &[] } else { &["--all", "--dry-run"] };
            fs::write(&path, damage(&whole)).unwrap();
            let run = at(&user, &gateway, told, more);
            assert!(run.err.contains("the journal was changed at line 1"), "{run:?}");
        }
    }
    fs::write(&path, whole).unwrap();
    let run = at(&user, &gateway, "resolve", &["--json"]);
    assert_eq!((run.code, &run.json()["certain"]), (0, &json!(true)), "{run:?}");
}

#[test]
fn only_the_customers_own_removals_of_this_server_are_settled() {
    let (user, gateway) = crashed(vec![with(), ok("[]")]);
    let elsewhere = Gateway::start(ok(ACKNOWLEDGED), ok("[]"));
    at(&user, &elsewhere, "resolve", &[]).is_ok();
    assert!(elsewhere.requests().is_empty());
    let (data, url) = (user.data(), gateway.url());
    let flags = ["--customer", "AB 13", "--data-dir", data.to_str().unwrap()];
    let run = user.run(&[&["resolve"][..], &access(&url), &flags].concat());
    run.is_ok();
    assert_eq!(read(&data).unwrap().unresolved().len(), 1);
    let run = user.run(&[&["list"][..], &access(&url), &flags].concat());
    run.is_ok();
    // Without a customer all of them are.
    let run = user.run(&[&["resolve"][..], &access(&url), &flags[2..]].concat());
    run.is_ok();
    assert!(read(&data).unwrap().unresolved().is_empty());
}

/// A gateway whose removal takes the journal away; what is left in its place cannot be written.
fn losing(user: &User) -> Gateway {
    let journal = user.data().join("journal.jsonl");
    let removed = std::sync::atomic::AtomicBool::new(false);
    Gateway::answering(move |request| {
        if request.target == LIST {
            let gone = removed.load(std::sync::atomic::Ordering::SeqCst);
            return ok(if gone { "[]".to_owned() } else { list_of(&[TOKEN]) });
        }
        removed.store(true, std::sync::atomic::Ordering::SeqCst);
        fs::remove_file(&journal).unwrap();
        fs::create_dir(&journal).unwrap();
        ok(ACKNOWLEDGED)
    })
}

#[test]
fn an_outcome_that_is_not_in_the_journal_is_no_success() {
    for which in [&["--token", TOKEN][..], &["--all", "--expect-cards", "1"]] {
        for more in [&[][..], &["--json"]] {
            let user = User::new();
            let gateway = losing(&user);
            let run = at(&user, &gateway, "remove", &[which, more, &["--yes"]].concat());
            assert_eq!((run.code, run.err.as_str()), (3, ""), "{run:?}");
            assert!(run.out.contains("could not be written to the journal"), "{run:?}");
            assert!(run.out.contains("carddesk resolve"), "{run:?}");
        }
    }
}
