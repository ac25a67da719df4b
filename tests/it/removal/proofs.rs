//! What proves that a card is gone, and what does not: told by a strict reader of its own.
use std::cell::Cell;
use std::fmt::Write as _;
use std::sync::{Arc, Mutex};

use carddesk::api::{ApiError, Client};
use carddesk::domain::Language;
use carddesk::i18n::Texts;
use carddesk::journal::{EntryKind, Journal, OutcomeCode, read};
use carddesk::removal::{Outcome, Policy, ResolveError, Scope, Summary, resolve};
use carddesk::words::{api_error, continued, no_proof};
use proptest::prelude::*;
use proptest::sample::select;

use crate::support::{
    ACKNOWLEDGED, Gateway, OTHER, REFUSED, Reply, Shop, TOKEN, credentials, doubtful, list_of, ok,
    status,
};

use super::reader::{Answer, strictly};
use super::{all, now, one, remove, revoked, run_one};

#[test]
fn no_doubtful_list_proves_that_a_card_is_gone() {
    for (name, reply) in doubtful() {
        let gateway = Gateway::start(ok(ACKNOWLEDGED), reply.clone());
        let dir = tempfile::tempdir().unwrap();
        let report = remove(&gateway.server(), dir.path(), TOKEN).unwrap();
        assert_eq!(report.outcome, Outcome::Unverified, "{name}");
        assert!(report.list_error.is_some(), "{name}");
        let open = read(dir.path()).unwrap().unresolved().to_vec();
        assert_eq!(open.len(), 1, "{name}: it stays open");

        // Nor does it settle what was left open.
        let (server, who) = (gateway.server(), credentials("452739"));
        let (client, journal) = (Client::new(&server).unwrap(), Journal::open(dir.path()).unwrap());
        let settled = resolve(&client, &journal, &open[0], &server, &who, None, &now);
        assert!(matches!(settled, Err(ResolveError::List(_))), "{name}: {settled:?}");
        assert_eq!(read(dir.path()).unwrap().unresolved().len(), 1, "{name}");

        let refused = Gateway::start(ok(REFUSED), reply.clone());
        let dir = tempfile::tempdir().unwrap();
        let report = remove(&refused.server(), dir.path(), TOKEN).unwrap();
        assert_eq!(report.outcome.kind(), OutcomeCode::Refused, "{name}");

        // An empty one is no "no cards" either.
        let customer = one(&server, TOKEN).customers.remove(0).number;
        let listed = client.list(&who, &customer);
        assert!(listed.is_err() || !listed.as_ref().unwrap().cards.is_empty(), "{name}");
        if let Err(error @ ApiError::NoProof { doubt }) = &listed {
            let texts = Texts::new(Language::English);
            let (words, why) = (api_error(&texts, error), continued(&no_proof(&texts, *doubt)));
            assert!(words.contains(&why) && words.contains("ask again"), "{words}");
            assert!(!error.to_string().contains("ask again"), "the journal needs no advice");
        }
    }
}

/// What names the card in the head, where it cannot be a card's member.
#[test]
fn a_header_that_names_the_token_leaves_the_removal_open() {
    for (name, value) in [
        ("X-Restored", TOKEN.to_owned()),
        ("ETag", "\"VPWj3ktHS0ADtX_5kta0AQ\"".to_owned()),
        ("Set-Cookie", format!("card={}; path=/", TOKEN.replace('-', "%2D"))),
    ] {
        for body in ["[]".to_owned(), list_of(&[OTHER])] {
            let gateway = Gateway::start(ok(ACKNOWLEDGED), ok(body).header(name, &value));
            let dir = tempfile::tempdir().unwrap();
            let report = remove(&gateway.server(), dir.path(), TOKEN).unwrap();
            assert_eq!(report.outcome, Outcome::Unverified, "{name}");
        }
    }
}

/// `Date` in so many seconds from now.
pub(super) fn dated(seconds: i64) -> String {
    let time = jiff::Timestamp::now() + jiff::SignedDuration::from_secs(seconds);
    jiff::fmt::rfc2822::DateTimePrinter::new().timestamp_to_rfc9110_string(&time).unwrap()
}

#[test]
fn a_list_that_is_dated_before_the_removal_proves_nothing() {
    const YEAR: i64 = 365 * 24 * 3600;
    // When the removal's answer and the list are dated, from now; and whether the list proves.
    for (removal, list, proves) in [
        (Some(0), Some(0), true),
        (Some(0), Some(-60), true),
        (Some(0), Some(60), true),
        (Some(0), Some(-3600), false),
        (Some(0), Some(-YEAR), false),
        // Clocks that are wrong, this computer's among them, in the same way.
        (Some(-YEAR), Some(-YEAR), true),
        (Some(YEAR), Some(YEAR), true),
        (Some(-YEAR), Some(-YEAR - 3600), false),
        // Nothing to compare with but this computer's clock.
        (None, Some(-3600), true),
        (None, Some(-YEAR), false),
        (None, Some(YEAR), true),
        (Some(0), None, true),
    ] {
        let with = |reply: Reply, date: Option<i64>| match date {
            Some(date) => reply.header("Date", &dated(date)),
            None => reply,
        };
        let removal_reply = with(ok(ACKNOWLEDGED), removal);
        let gateway = Gateway::start(removal_reply, with(ok("[]"), list));
        let dir = tempfile::tempdir().unwrap();
        let report = remove(&gateway.server(), dir.path(), TOKEN).unwrap();
        let outcome = if proves { Outcome::RemovedVerified } else { Outcome::Unverified };
        assert_eq!(report.outcome, outcome, "{removal:?} {list:?}");
    }
    // A list that is older than the one before.
    let lists = [ok("[]").header("Date", &dated(0)), ok("[]").header("Date", &dated(-3600))];
    let gateway = Gateway::scripted([ok(ACKNOWLEDGED)], lists);
    let client = Client::new(&gateway.server()).unwrap();
    let wanted = one(&gateway.server(), TOKEN);
    let list = || client.list(&wanted.credentials, &wanted.customers[0].number);
    assert!(list().unwrap().proves_empty());
    assert!(matches!(list(), Err(ApiError::NoProof { .. })));
}

/// Checksums are taken of the bytes as they came, packed or not.
#[test]
fn a_list_that_matches_its_own_checksum_proves() {
    use base64::prelude::{BASE64_STANDARD, Engine as _};
    use sha2::{Digest as _, Sha256, Sha512};
    let body = list_of(&[OTHER]);
    let sha256 = BASE64_STANDARD.encode(Sha256::digest(&body));
    let sha512 = BASE64_STANDARD.encode(Sha512::digest(&body));
    let heads = [
        ("Content-Digest", format!("sha-256=:{sha256}:")),
        ("Repr-Digest", format!("sha-512=:{sha512}:, sha-256=:{sha256}:")),
        ("Digest", format!("SHA-256={sha256},unixsum=30637")),
        ("Content-Digest", format!("md5=:1B2M2Y8AsgTpgAmY7PhCfg==:, sha-512=:{sha512}:")),
        ("X-Original-Content-Length", body.len().to_string()),
    ];
    for (name, value) in heads {
        for reply in [ok(body.clone()), ok(body.clone()).chunked(), ok(body.clone()).gzip()] {
            let gateway = Gateway::start(ok(ACKNOWLEDGED), reply.header(name, &value));
            let dir = tempfile::tempdir().unwrap();
            let report = remove(&gateway.server(), dir.path(), TOKEN).unwrap();
            assert_eq!(report.outcome, Outcome::RemovedVerified, "{name}: {value}");
        }
    }
}

#[test]
fn a_card_that_a_doubtful_list_holds_is_still_there() {
    let spaced = list_of(&[TOKEN]).replace(TOKEN, &format!(" {TOKEN}\\t"));
    let prefixed = format!("//{}", list_of(&[TOKEN, OTHER]));
    for reply in [status(206, list_of(&[TOKEN])), ok(prefixed), ok(spaced)] {
        let gateway = Gateway::start(ok(ACKNOWLEDGED), reply);
        let dir = tempfile::tempdir().unwrap();
        let report = remove(&gateway.server(), dir.path(), TOKEN).unwrap();
        assert_eq!(report.outcome, Outcome::StillThere);
    }
}

#[test]
fn all_removed_takes_a_list_that_proves_it() {
    let shop = Shop::willing(2);
    let request = all(&shop, Policy::GoOn);
    for (name, reply) in doubtful() {
        // Each card's own list is sound; the one at the end is not.
        let token = |place: usize| request.customers[0].cards[place].token.expose().to_owned();
        let lists = [ok(list_of(&[&token(1)])), ok("[]"), reply];
        let gateway = Gateway::scripted([ok(ACKNOWLEDGED)], lists);
        let dir = tempfile::tempdir().unwrap();
        let mut one = request.clone();
        one.server = gateway.server();
        one.customers[0].cards.truncate(1);
        let report = revoked(&one, dir.path());
        assert_eq!(report.absent(), 1, "{name}");
        let lists = [ok("[]"), ok("[]"), report_reply(&name)];
        let gateway = Gateway::scripted([ok(ACKNOWLEDGED)], lists);
        let dir = tempfile::tempdir().unwrap();
        let both = carddesk::removal::Plan {
            server: gateway.server(),
            scope: Scope::All,
            ..request.clone()
        };
        let report = revoked(&both, dir.path());
        assert_ne!(report.summary(), Summary::AllRemoved, "{name}");
        if matches!(report.list, Err(ApiError::NoProof { .. })) {
            assert_eq!(report.summary(), Summary::Unverified, "{name}");
        }
    }
}

fn report_reply(name: &str) -> Reply {
    doubtful().into_iter().find(|(other, _)| other == name).unwrap().1
}

const THIRD: &str = "0B4C1D5E-0000-4000-8000-0123456789AB";

fn key() -> impl Strategy<Value = &'static str> {
    let known = select(vec!["post", "POST", "bin", "brand", "bank", "expire", "active", "note"]);
    let token = select(vec!["token", "token", "token", "TOKEN", "Token", "\\u0074oken", "tok en"]);
    prop_oneof![1 => known, 2 => token]
}

fn token() -> impl Strategy<Value = String> {
    let quoted = |text: &str| format!("\"{text}\"");
    let bare = TOKEN.replace('-', "");
    let third = (0..1000_u32).prop_map(|n| format!("\"0B4C1D5E-0000-4000-8000-{n:012}\""));
    prop_oneof![
        24 => third,
        6 => select(vec![quoted(OTHER), quoted(THIRD), quoted(&OTHER.to_lowercase())]),
        3 => select(vec![quoted(TOKEN), quoted(&TOKEN.to_lowercase())]),
        1 => select(vec![
            quoted(&format!("{{{TOKEN}}}")), quoted(&bare), quoted(&format!("{TOKEN} ")),
            quoted(&format!("\u{200b}{TOKEN}")), quoted(""), "null".to_owned(), "7".to_owned(),
            "{}".to_owned(), "[]".to_owned(), "NaN".to_owned(), "true".to_owned(),
            quoted("00000000-0000-0000-0000-000000000000"),
            quoted("ffffffff-FFFF-ffff-ffff-ffffffffffff"),
        ]),
    ]
}

/// A member that no card has by the documents.
fn a_member() -> impl Strategy<Value = String> {
    let bare = TOKEN.replace('-', "");
    let (low, high) = bare.split_at(13);
    prop_oneof![
        8 => (key(), token()).prop_map(|(key, value)| {
            let value = if key.eq_ignore_ascii_case("token") { value } else { "\"x\"".to_owned() };
            format!("\"{key}\":{value}")
        }),
        2 => select(vec!["\"hasMore\":false", "\"next\":null", "\"cursor\":\"\"", "\"note\":\"next\""])
            .prop_map(str::to_owned),
        1 => select(vec!["\"HASMORE\":true", "\"nextPage\":2", "\"truncated\":\"YES\"", "\"partial\":1"])
            .prop_map(str::to_owned),
        1 => select(vec!["\"to\u{200b}ken\":1", "\"tok\u{435}n\":1", "\"\u{ff42}in\":1", "\"b\u{131}n\":1"])
            .prop_map(str::to_owned),
        1 => Just(format!("\"a\":\"{low}\",\"b\":\"{high}\"")),
        1 => Just(format!("\"a\":\"{low}\"")),
    ]
}

/// A card's text: mostly sound, at times with one thing wrong.
fn a_card() -> impl Strategy<Value = String> {
    let more = prop::collection::vec(a_member(), 0..2);
    (token(), more, prop::bool::weighted(0.95)).prop_map(|(token, more, has_token)| {
        let mut text = "{\"post\":\"0028\",\"assets\":[{\"assetType\":\"ICON\"}]".to_owned();
        if has_token {
            write!(text, ",\"token\":{token}").unwrap();
        }
        for member in more {
            write!(text, ",{member}").unwrap();
        }
        text + "}"
    })
}

fn heads() -> impl Strategy<Value = Vec<(&'static str, &'static str)>> {
    let plain = vec![
        ("Content-Type", "text/plain"),
        ("Content-Type", "text/html; charset=utf-8"),
        ("X-Total-Count", "0"),
        ("X-Total-Count", "1"),
        ("X-Total", "2"),
        ("Age", "0"),
        ("X-Cache", "MISS"),
        ("X-Has-More", "false"),
        ("X-Request-Id", "hit-7"),
    ];
    let wrong = vec![
        ("Content-Type", "application/xml"),
        ("Content-Type", "application/problem+json"),
        ("X-Total-Count", "57"),
        ("Age", "7"),
        ("X-Cache", "HIT"),
        ("X-Has-More", "true"),
        ("Retry-After", "1"),
    ];
    prop_oneof![
        6 => Just(Vec::new()),
        5 => select(plain).prop_map(|head| vec![head]),
        1 => select(wrong).prop_map(|head| vec![head]),
    ]
}

fn answer() -> impl Strategy<Value = Answer> {
    let code = prop_oneof![16 => Just(200_u16), 1 => select(vec![201, 202, 203, 206, 226])];
    let around = |outer: Vec<&'static str>| prop_oneof![16 => Just(""), 1 => select(outer)];
    let before = around(vec!["//", "\u{feff}", ")]}'", " ", "\n", "[", "x"]);
    let after = around(vec!["]", ",", " ", "\r\n", "[]", "x", "\0", "\u{feff}"]);
    let cards = prop::collection::vec(a_card(), 0..3);
    let parts = (code, before, cards, after, prop::bool::weighted(0.95), heads());
    parts.prop_map(|(status, before, cards, after, whole, heads)| {
        let mut body = format!("{before}[{}]{after}", cards.join(",")).into_bytes();
        if !whole {
            body.truncate(body.len() / 2);
        }
        Answer { status, heads, body }
    })
}

#[test]
fn what_a_strict_reader_refuses_proves_nothing_and_what_it_takes_does() {
    let said = Arc::new(Mutex::new(ok("")));
    let saying = Arc::clone(&said);
    let gateway = Gateway::answering(move |request| match request.target.as_str() {
        crate::support::REMOVE => ok(ACKNOWLEDGED),
        _ => saying.lock().unwrap().clone(),
    });
    let dir = tempfile::tempdir().unwrap();
    let (server, journal) = (gateway.server(), Journal::open(dir.path()).unwrap());
    let (client, wanted) = (Client::new(&server).unwrap(), one(&server, TOKEN));
    let config = ProptestConfig { cases: 400, failure_persistence: None, ..Default::default() };
    let (proven, refused) = (Cell::new(0), Cell::new(0));
    proptest!(config, |(answer in answer())| {
        *said.lock().unwrap() = answer.reply();
        let shown = || {
            let text = String::from_utf8_lossy(&answer.body);
            format!("{} {:?} {text}", answer.status, answer.heads)
        };
        let tokens = strictly(&answer);
        let report = run_one(&client, &journal, &wanted, &mut |_| {}).unwrap();
        let listed = client.list(&wanted.credentials, &wanted.customers[0].number);
        match &tokens {
            None => {
                refused.set(refused.get() + 1);
                prop_assert!(!report.outcome.is_absent(), "{}: {:?}", shown(), report);
                let empty = listed.as_ref().is_ok_and(|list| list.cards.is_empty());
                prop_assert!(!empty, "{}", shown());
            }
            Some(tokens) => {
                proven.set(proven.get() + 1);
                let there = tokens.iter().any(|token| token.eq_ignore_ascii_case(TOKEN));
                let outcome =
                    if there { Outcome::StillThere } else { Outcome::RemovedVerified };
                prop_assert_eq!(&report.outcome, &outcome, "{}", shown());
                prop_assert_eq!(listed.unwrap().cards.len(), tokens.len());
            }
        }
        let entries = read(dir.path()).unwrap().entries;
        let last = entries.last().map(|entry| entry.kind);
        prop_assert_eq!(last, Some(EntryKind::Outcome(report.outcome.kind())));
    });
    assert!(proven.get() > 50 && refused.get() > 50, "{proven:?} {refused:?}");
}
