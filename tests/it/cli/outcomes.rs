//! `carddesk remove`: every outcome with its word, exit code and journal.
use carddesk::journal::{EntryKind, OutcomeCode};
use serde_json::json;

use crate::support::{
    ACKNOWLEDGED, Gateway, LIST, OTHER, REFUSED, REMOVE, Reply, TOKEN, list_of, ok, status,
};

use super::{Run, User};

const FLAGS: [&str; 3] = ["--yes", "--token", TOKEN];

fn with() -> Reply {
    ok(list_of(&[OTHER, TOKEN]))
}

fn without() -> Reply {
    ok(list_of(&[OTHER]))
}

fn failing() -> Reply {
    status(500, "<html>no list</html>")
}

/// A removal after a list with the card, and before another list.
fn remove(answer: &Reply, after: &Reply, more: &[&str]) -> (Run, User) {
    let gateway = Gateway::scripted([answer.clone()], [with(), after.clone()]);
    let user = User::new();
    let data = user.data();
    let data = ["--data-dir", data.to_str().unwrap()];
    let run = user.at(&gateway, "remove", &[&FLAGS, &data[..], more].concat());
    assert_eq!(gateway.paths(), [LIST, REMOVE, LIST], "{run:?}");
    (run, user)
}

/// Only what is not verified has the libraries' words on the standard error.
fn says_no_more(run: &Run, outcome: OutcomeCode) {
    let is_technical = |line: &str| line.starts_with("carddesk: Technical details: ");
    let may_say = outcome == OutcomeCode::Unverified;
    assert!(run.err.lines().all(|line| may_say && is_technical(line)), "{run:?}");
}

/// Checks both ways to print an outcome.
fn check(answer: &Reply, after: &Reply, outcome: OutcomeCode, code: i32, detail: &str) {
    let (run, user) = remove(answer, after, &["--json"]);
    assert_eq!(run.code, code, "{run:?}");
    says_no_more(&run, outcome);
    let json = run.json();
    let names: Vec<&String> = json.as_object().unwrap().keys().collect();
    assert_eq!(names, ["outcome", "detail", "journal"]);
    assert_eq!(json["outcome"], outcome.as_str(), "{run:?}");
    assert!(json["detail"].as_str().unwrap().contains(detail), "{detail:?} in {run:?}");
    let kinds: Vec<EntryKind> = user.journal().iter().map(|entry| entry.kind).collect();
    assert_eq!((kinds.len(), kinds[0]), (4, EntryKind::Intent));
    assert_eq!(kinds[3], EntryKind::Outcome(outcome));

    let (run, _) = remove(answer, after, &[]);
    assert_eq!(run.code, code, "{run:?}");
    says_no_more(&run, outcome);
    let first = run.out.lines().next().unwrap();
    let words = match outcome {
        OutcomeCode::RemovedVerified => "Removed (verified): the list no longer holds the card.",
        OutcomeCode::AlreadyGone => "Already gone: the list does not hold the card.",
        OutcomeCode::StillThere => "Still there: the list holds the card.",
        OutcomeCode::Refused => "Refused by the gateway.",
        OutcomeCode::Unverified => {
            "Not verified: no list that proves it could be fetched afterwards."
        }
        OutcomeCode::NotSent => "Nothing was sent.",
    };
    assert_eq!(first, words);
    assert!(run.out.contains(detail), "{detail:?} in {run:?}");
}

#[test]
fn an_acknowledged_removal() {
    let (answer, words) = (ok(ACKNOWLEDGED), "Token 54F5…B401 is removed");
    check(&answer, &without(), OutcomeCode::RemovedVerified, 0, words);
    check(&answer, &ok("[]"), OutcomeCode::RemovedVerified, 0, words);
    check(&answer, &with(), OutcomeCode::StillThere, 1, words);
    check(&answer, &failing(), OutcomeCode::Unverified, 3, "the check failed: the server answered");
}

#[test]
fn a_removal_that_was_cut_off() {
    let answer = Reply::close();
    let words = "the answer did not arrive";
    check(&answer, &without(), OutcomeCode::RemovedVerified, 0, words);
    check(&answer, &with(), OutcomeCode::StillThere, 1, words);
    check(&answer, &failing(), OutcomeCode::Unverified, 3, words);
    check(&answer, &Reply::close(), OutcomeCode::Unverified, 3, words);
}

#[test]
fn a_removal_with_an_answer_that_says_nothing() {
    for (answer, words) in [
        (ok("<html>Welcome</html>"), "not understood (no JSON at line 1, column 1): <html>Welcome"),
        (ok(""), "not understood (the body is empty)"),
        (status(503, "busy"), "HTTP status 503: busy"),
    ] {
        check(&answer, &without(), OutcomeCode::RemovedVerified, 0, words);
        check(&answer, &with(), OutcomeCode::StillThere, 1, words);
        check(&answer, &failing(), OutcomeCode::Unverified, 3, words);
    }
}

#[test]
fn a_refused_removal() {
    let words = "the gateway refused: Token not found (codes 5 / 143)";
    for answer in [ok(REFUSED), status(403, REFUSED)] {
        check(&answer, &without(), OutcomeCode::AlreadyGone, 0, words);
        check(&answer, &with(), OutcomeCode::Refused, 1, words);
        check(&answer, &failing(), OutcomeCode::Refused, 1, words);
    }
}

#[test]
fn lists_that_prove_nothing_afterwards() {
    // None of these says that the card is gone.
    let odd =
        ["", "null", "{}", r#"{"cards":[]}"#, "[{}]", "\"\"", "<html>", REFUSED, ACKNOWLEDGED];
    for body in odd {
        let (run, _) = remove(&ok(ACKNOWLEDGED), &ok(body), &["--json"]);
        assert_eq!(run.code, 3, "{body}: {run:?}");
        assert_eq!(run.json()["outcome"], "unverified", "{body}");
    }
}

#[test]
fn an_answer_that_names_another_token_is_told() {
    let other = ok(json!({"message": format!("Token {OTHER} is removed")}).to_string());
    check(&other, &without(), OutcomeCode::RemovedVerified, 0, "the answer names another token");
}

#[test]
fn a_card_that_is_not_on_the_list_is_already_gone() {
    let gateway = Gateway::start(ok(ACKNOWLEDGED), without());
    let user = User::new();
    let run = user.at(&gateway, "remove", &[&FLAGS[..], &["--json"]].concat());
    run.is_ok();
    assert_eq!(run.json()["outcome"], "already_gone");
    assert!(run.json()["detail"].as_str().unwrap().contains("nothing was sent"), "{run:?}");
    let run = user.at(&gateway, "remove", &FLAGS);
    run.is_ok();
    assert!(run.out.starts_with("Already gone: "), "{run:?}");
    assert_eq!(gateway.paths(), [LIST, LIST], "no removal was asked for");
}

#[test]
fn a_list_with_a_card_without_token_does_not_prove_that_a_card_is_gone() {
    let mut list: serde_json::Value = serde_json::from_str(&list_of(&[OTHER])).unwrap();
    list[0]["token"] = serde_json::Value::Null;
    let gateway = Gateway::start(ok(ACKNOWLEDGED), ok(list.to_string()));
    let user = User::new();
    let run = user.at(&gateway, "remove", &[&FLAGS[..], &["--json"]].concat());
    assert_eq!(run.code, 3, "{run:?}");
    assert_eq!(run.json()["outcome"], "unverified");
    assert_eq!(gateway.paths(), [LIST], "no removal was asked for");
}

#[test]
fn a_removal_that_could_not_be_sent_is_no_outcome() {
    for more in [&[][..], &["--json"]] {
        // The gateway goes away between the list and the removal.
        let gateway = Gateway::start(ok(ACKNOWLEDGED), with().and_leave());
        let user = User::new();
        let data = user.data();
        let flags = [&FLAGS[..], &["--data-dir", data.to_str().unwrap()], more].concat();
        let run = user.at(&gateway, "remove", &flags);
        run.complains(2, "nothing was sent: the server was not reached");
        assert_eq!(gateway.paths(), [LIST]);
        let kinds: Vec<EntryKind> = user.journal().iter().map(|entry| entry.kind).collect();
        let outcome = EntryKind::Outcome(OutcomeCode::NotSent);
        assert_eq!(kinds, [EntryKind::Intent, EntryKind::NotSent, EntryKind::CheckFailed, outcome]);
    }
}

#[test]
fn without_a_list_beforehand_no_removal_is_sent() {
    let cases = [
        (failing(), "HTTP status 500"),
        (ok(""), "the body is empty"),
        (ok("{}"), "not understood"),
        (ok(r#"{"cards":[]}"#), "not understood"),
        (ok(format!(r#"[{{"token":"{TOKEN}"}},{{}}]"#)), "card 2: no token"),
        (Reply::close(), "the answer did not arrive"),
    ];
    for (list, words) in cases {
        for more in [&[][..], &["--json"]] {
            let gateway = Gateway::start(ok(ACKNOWLEDGED), list.clone());
            let user = User::new();
            let data = user.data();
            let flags = [&FLAGS[..], &["--data-dir", data.to_str().unwrap()], more].concat();
            user.at(&gateway, "remove", &flags).complains(2, words);
            assert_eq!(gateway.paths(), [LIST]);
            assert!(user.journal().is_empty());
        }
    }
}

#[test]
fn a_refused_list_beforehand_is_a_refusal() {
    let gateway = Gateway::start(ok(ACKNOWLEDGED), ok(REFUSED));
    let run = User::new().at(&gateway, "remove", &FLAGS);
    run.complains(1, "the gateway refused: Token not found (codes 5 / 143)");
    let run = User::new().at(&gateway, "remove", &[&FLAGS[..], &["--json"]].concat());
    assert_eq!((run.code, run.err.as_str()), (1, ""));
    let detail = "the gateway refused: Token not found (codes 5 / 143)";
    assert_eq!(run.json(), json!({"outcome": "refused", "detail": detail}));
    assert_eq!(gateway.paths(), [LIST, LIST], "no removal was asked for");
}
