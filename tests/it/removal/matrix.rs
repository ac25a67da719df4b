//! The fault matrix: whatever answers a removal, applied or not, before whatever list. In each cell: what is
//! shown, what stands in the journal, what was sent; and never a card called gone that is there.

use std::collections::BTreeMap;
use std::sync::Mutex;

use carddesk::journal::{EntryKind, OutcomeCode, read};

use crate::support::{
    ACKNOWLEDGED, Gateway, LIST, OTHER, REFUSED, REMOVE, Reply, TOKEN, list_of, ok, status,
};

use super::{kinds, remove};

/// What a removal's answer says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Says {
    Done,
    Refused,
    Nothing,
    /// Nothing is sent, so nothing can have been applied.
    Unsent,
}

/// What a list says of the card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shows {
    Absent,
    Present,
    Nothing,
}

/// A token with a symbol that the gateway would change.
const UNSENDABLE: &str = "54F5A3DE;4B47";

/// Every way in which a removal is answered.
fn faults() -> Vec<(&'static str, Says, Reply)> {
    let html = "<html><body>Service temporarily unavailable</body></html>";
    let page = |code| status(code, html).content_type("text/html");
    let mut broken = ok(ACKNOWLEDGED).gzip();
    broken.spoil_byte_from_end(3);
    vec![
        ("acknowledged", Says::Done, ok(ACKNOWLEDGED)),
        ("acknowledged in pieces", Says::Done, ok(ACKNOWLEDGED).chunked()),
        ("acknowledged, packed", Says::Done, ok(ACKNOWLEDGED).gzip()),
        ("acknowledged until the end", Says::Done, ok(ACKNOWLEDGED).until_close()),
        ("acknowledged as text", Says::Done, ok(ACKNOWLEDGED).content_type("text/plain")),
        ("acknowledged for another", Says::Done, ok(ACKNOWLEDGED.replace(TOKEN, OTHER))),
        ("acknowledged in other words", Says::Done, ok(r#"{"MESSAGE":"done"}"#)),
        ("refused with 200", Says::Refused, ok(REFUSED)),
        ("refused with 400", Says::Refused, status(400, REFUSED)),
        ("refused with 403", Says::Refused, status(403, REFUSED)),
        ("refused with 500", Says::Refused, status(500, REFUSED)),
        ("refused, packed", Says::Refused, status(500, REFUSED).gzip()),
        ("refused in capitals", Says::Refused, ok(r#"{"FAULT":{"DETAIL":"no"}}"#)),
        ("closed", Says::Nothing, Reply::close()),
        ("cut at the first byte", Says::Nothing, ok(ACKNOWLEDGED).cut_after(0)),
        ("cut in the middle", Says::Nothing, ok(ACKNOWLEDGED).cut_after(20)),
        (
            "cut before the last byte",
            Says::Nothing,
            ok(ACKNOWLEDGED).cut_after(ACKNOWLEDGED.len() - 1),
        ),
        ("packed and spoiled", Says::Nothing, broken),
        ("nothing with 200", Says::Nothing, ok("")),
        ("a page with 200", Says::Nothing, page(200)),
        ("a page with 404", Says::Nothing, page(404)),
        ("nothing with 500", Says::Nothing, status(500, "")),
        ("a page with 502", Says::Nothing, page(502)),
        ("a page with 503", Says::Nothing, page(503).header("Retry-After", "1")),
        ("sent elsewhere", Says::Nothing, status(302, "").header("Location", "/pay/login.cfm")),
        ("asked for a password", Says::Nothing, page(401)),
        ("no HTTP", Says::Nothing, Reply::raw("SSH-2.0-OpenSSH_9.6\r\n")),
        ("half a head", Says::Nothing, Reply::raw("HTTP/1.1 200 OK\r\nContent-Ty")),
        ("a list", Says::Nothing, ok("[]")),
        ("null", Says::Nothing, ok("null")),
        ("a message that is a list", Says::Nothing, ok(r#"{"message":["done"]}"#)),
        ("a token that cannot be sent", Says::Unsent, ok(ACKNOWLEDGED)),
    ]
}

/// Every list that follows, where the card is there or not, and what it shows.
fn lists(there: bool, token: &str) -> Vec<(&'static str, Shows, Reply)> {
    let tokens: &[&str] = if there { &[OTHER, token] } else { &[OTHER] };
    let truth = if there { Shows::Present } else { Shows::Absent };
    let doubtful = if there { Shows::Present } else { Shows::Nothing };
    let body = list_of(tokens);
    let mut tokenless: serde_json::Value = serde_json::from_str(&list_of(tokens)).unwrap();
    tokenless[0]["token"] = serde_json::Value::Null;
    vec![
        ("true", truth, ok(body.clone())),
        ("true, packed", truth, ok(body.clone()).gzip()),
        ("true, in pieces", truth, ok(body.clone()).chunked()),
        ("true, in small letters", truth, ok(body.to_lowercase().replace("needcvc", "needCVC"))),
        ("from a cache", doubtful, ok(body.clone()).header("Age", "600")),
        ("a card without a token", doubtful, ok(tokenless.to_string())),
        ("before the removal", Shows::Present, ok(list_of(&[OTHER, token]))),
        ("refused", Shows::Nothing, ok(REFUSED)),
        ("closed", Shows::Nothing, Reply::close()),
        ("cut", Shows::Nothing, ok(body.clone()).cut_after(body.len() - 1)),
        ("a page", Shows::Nothing, ok("<html>no</html>").content_type("text/html")),
        ("nothing", Shows::Nothing, ok("")),
        ("an error of the server", Shows::Nothing, status(500, body.clone())),
        ("text behind it", Shows::Nothing, ok(body + "\n<!-- debug -->")),
    ]
}

/// What must come of it.
fn outcome(says: Says, shows: Shows) -> OutcomeCode {
    match (says, shows) {
        (Says::Done | Says::Nothing, Shows::Absent) => OutcomeCode::RemovedVerified,
        (Says::Done | Says::Nothing, Shows::Present) => OutcomeCode::StillThere,
        (Says::Done | Says::Nothing, Shows::Nothing) => OutcomeCode::Unverified,
        (Says::Refused | Says::Unsent, Shows::Absent) => OutcomeCode::AlreadyGone,
        (Says::Refused, _) => OutcomeCode::Refused,
        (Says::Unsent, _) => OutcomeCode::NotSent,
    }
}

/// One cell; the error says what was not as it must be.
fn cell(
    (says, answer): (Says, Reply),
    (shows, list): (Shows, Reply),
    applied: bool,
) -> Result<OutcomeCode, String> {
    let gateway = Gateway::start(answer, list);
    let dir = tempfile::tempdir().unwrap();
    let token = if says == Says::Unsent { UNSENDABLE } else { TOKEN };
    let removed =
        remove(&gateway.server(), dir.path(), token).map_err(|error| format!("{error:?}"))?;
    let code = removed.outcome.kind();
    if code != outcome(says, shows) {
        return Err(format!("{code:?} is shown instead of {:?}", outcome(says, shows)));
    }
    if removed.outcome.is_absent() && !applied {
        return Err("a card that is there is called gone".to_owned());
    }
    let sent = if says == Says::Unsent { vec![LIST] } else { vec![REMOVE, LIST] };
    if gateway.paths() != sent {
        return Err(format!("{:?} was sent", gateway.paths()));
    }
    let answered = match says {
        Says::Done => EntryKind::Acknowledged,
        Says::Refused => EntryKind::Refused,
        Says::Nothing => EntryKind::Unknown,
        Says::Unsent => EntryKind::NotSent,
    };
    let checked = match shows {
        Shows::Absent => EntryKind::CheckedAbsent,
        Shows::Present => EntryKind::CheckedPresent,
        Shows::Nothing => EntryKind::CheckFailed,
    };
    let written = kinds(dir.path());
    if written != [EntryKind::Intent, answered, checked, EntryKind::Outcome(code)] {
        return Err(format!("the journal has {written:?}"));
    }
    let open = read(dir.path()).map_err(|error| format!("{error:?}"))?.unresolved().len();
    if open != usize::from(code == OutcomeCode::Unverified) {
        return Err(format!("{open} removals are left open"));
    }
    Ok(code)
}

#[test]
fn every_fault_before_every_list_ends_as_it_must() {
    assert_eq!((faults().len(), lists(true, TOKEN).len()), (32, 14));
    let mut cells = Vec::new();
    let mut impossible = 0;
    for (fault, says, answer) in faults() {
        for applied in [true, false] {
            let token = if says == Says::Unsent { UNSENDABLE } else { TOKEN };
            for (list, shows, reply) in lists(!applied, token) {
                // What was not sent cannot have been applied.
                if says == Says::Unsent && applied {
                    impossible += 1;
                    continue;
                }
                let name = format!("{fault} (applied: {applied}), then {list}");
                cells.push((name, (says, answer.clone()), (shows, reply), applied));
            }
        }
    }
    assert_eq!((cells.len(), impossible), (32 * 2 * 14 - 14, 14));
    let (queue, wrong) = (Mutex::new(cells), Mutex::new(Vec::new()));
    let ends = Mutex::new(BTreeMap::<&str, usize>::new());
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                while let Some((name, answer, list, applied)) = { queue.lock().unwrap().pop() } {
                    match cell(answer, list, applied) {
                        Ok(code) => *ends.lock().unwrap().entry(code.as_str()).or_default() += 1,
                        Err(what) => wrong.lock().unwrap().push(format!("{name}: {what}")),
                    }
                }
            });
        }
    });
    let wrong = wrong.into_inner().unwrap();
    assert!(wrong.is_empty(), "{} cells:\n{}", wrong.len(), wrong.join("\n"));
    // Each outcome is reached: a matrix that always says the same would pass the rest.
    let ends = ends.into_inner().unwrap();
    assert_eq!(ends.len(), OutcomeCode::ALL.len(), "{ends:?}");
}
