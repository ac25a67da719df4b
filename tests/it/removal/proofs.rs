//! What proves that a card is gone, and what does not: told by a strict reader of its own.
use std::fmt::Write as _;
use std::sync::{Arc, Mutex};

use carddesk::api::{ApiError, Client};
use carddesk::journal::{EntryKind, Journal, OutcomeCode, read};
use carddesk::removal::{Outcome, Policy, ResolveError, Scope, Whole, resolve, run};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value;

use crate::support::{
    ACKNOWLEDGED, Gateway, OTHER, REFUSED, Reply, Shop, TOKEN, credentials, doubtful, list_of, ok,
    status,
};

use super::{all, now, remove, request, revoked};

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
        let customer = request(&server, TOKEN).customer;
        let listed = client.list(&who, &customer);
        assert!(listed.is_err() || !listed.as_ref().unwrap().cards.is_empty(), "{name}");
        if let Err(error @ ApiError::NoProof { doubt }) = &listed {
            let words = error.to_string();
            assert!(words.contains(&doubt.to_string()) && words.contains("ask again"), "{words}");
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
        let token = |place: usize| request.cards[place].card.token.expose().to_owned();
        let lists = [ok(list_of(&[&token(1)])), ok("[]"), reply];
        let gateway = Gateway::scripted([ok(ACKNOWLEDGED)], lists);
        let dir = tempfile::tempdir().unwrap();
        let mut one = request.clone();
        one.server = gateway.server();
        one.cards.truncate(1);
        let report = revoked(&one, dir.path());
        assert_eq!(report.absent(), 1, "{name}");
        let lists = [ok("[]"), ok("[]"), report_reply(&name)];
        let gateway = Gateway::scripted([ok(ACKNOWLEDGED)], lists);
        let dir = tempfile::tempdir().unwrap();
        let both = carddesk::removal::RevocationRequest {
            server: gateway.server(),
            scope: Scope::All,
            ..request.clone()
        };
        let report = revoked(&both, dir.path());
        assert_ne!(report.whole(), Whole::AllRemoved, "{name}");
        if matches!(report.list, Err(ApiError::NoProof { .. })) {
            assert_eq!(report.whole(), Whole::Unverified, "{name}");
        }
    }
}

fn report_reply(name: &str) -> Reply {
    doubtful().into_iter().find(|(other, _)| other == name).unwrap().1
}

/// The tokens of a list, by a reader that takes nothing but what is documented.
fn strictly(status: u16, body: &[u8]) -> Option<Vec<String>> {
    let text = std::str::from_utf8(body).ok().filter(|_| status == 200)?;
    let mut reader = Strict { rest: text, repeated: false };
    let cards = reader.array()?;
    reader.blanks();
    if !reader.rest.is_empty() || reader.repeated {
        return None;
    }
    cards.into_iter().collect()
}

/// A parser of JSON that sees each member; `None` where there is none.
struct Strict<'a> {
    rest: &'a str,
    repeated: bool,
}

impl Strict<'_> {
    fn blanks(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\t', '\r', '\n']);
    }

    fn eats(&mut self, sign: char) -> bool {
        self.blanks();
        let rest = self.rest.strip_prefix(sign);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// What stands before the next comma or bracket of a value, by the library's own reader of one
    /// value.
    fn value(&mut self) -> Option<Value> {
        self.blanks();
        if self.rest.starts_with('{') {
            return Some(self.object()?.map_or(Value::Null, Value::String));
        }
        if self.rest.starts_with('[') {
            return self.array().map(|_| Value::Null);
        }
        let mut stream = serde_json::Deserializer::from_str(self.rest).into_iter::<Value>();
        let value = stream.next()?.ok()?;
        self.rest = &self.rest[stream.byte_offset()..];
        Some(value)
    }

    /// For each member its token, where it is a card with one.
    fn array(&mut self) -> Option<Vec<Option<String>>> {
        let mut cards = Vec::new();
        if !self.eats('[') {
            return None;
        }
        if self.eats(']') {
            return Some(cards);
        }
        loop {
            self.blanks();
            cards.push(if self.rest.starts_with('{') {
                self.object()?
            } else {
                self.value().map(|_| None)?
            });
            if self.eats(']') {
                return Some(cards);
            }
            if !self.eats(',') {
                return None;
            }
        }
    }

    fn object(&mut self) -> Option<Option<String>> {
        let (mut keys, mut token) = (Vec::new(), None);
        if !self.eats('{') {
            return None;
        }
        if self.eats('}') {
            return Some(None);
        }
        loop {
            let key = self.value()?.as_str()?.to_lowercase();
            if !self.eats(':') {
                return None;
            }
            let value = self.value()?;
            if key == "token" {
                token = value.as_str().filter(|text| is_token(text)).map(str::to_owned);
            }
            self.repeated |= keys.contains(&key);
            keys.push(key);
            if self.eats('}') {
                return Some(token);
            }
            if !self.eats(',') {
                return None;
            }
        }
    }
}

fn is_token(text: &str) -> bool {
    let groups: Vec<&str> = text.split('-').collect();
    let lengths: Vec<usize> = groups.iter().map(|group| group.len()).collect();
    lengths == [8, 4, 4, 4, 12] && groups.concat().chars().all(|c| c.is_ascii_hexdigit())
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
    prop_oneof![
        12 => select(vec![quoted(OTHER), quoted(THIRD), quoted(&OTHER.to_lowercase())]),
        2 => select(vec![quoted(TOKEN), quoted(&TOKEN.to_lowercase())]),
        1 => select(vec![
            quoted(&format!("{{{TOKEN}}}")), quoted(&bare), quoted(&format!("{TOKEN} ")),
            quoted(&format!("\u{200b}{TOKEN}")), quoted(""), "null".to_owned(), "7".to_owned(),
            "{}".to_owned(), "[]".to_owned(), "NaN".to_owned(), "true".to_owned(),
        ]),
    ]
}

/// A card's text: mostly sound, at times with one thing wrong.
fn a_card() -> impl Strategy<Value = String> {
    let more = prop::collection::vec((key(), token()), 0..2);
    (token(), more, prop::bool::weighted(0.9)).prop_map(|(token, more, has_token)| {
        let mut text = "{\"post\":\"0028\",\"assets\":[{\"assetType\":\"ICON\"}]".to_owned();
        if has_token {
            write!(text, ",\"token\":{token}").unwrap();
        }
        for (key, value) in more {
            let value = if key.eq_ignore_ascii_case("token") { value } else { "\"x\"".to_owned() };
            write!(text, ",\"{key}\":{value}").unwrap();
        }
        text + "}"
    })
}

fn answer() -> impl Strategy<Value = (u16, Vec<u8>)> {
    let code = prop_oneof![8 => Just(200_u16), 1 => select(vec![201, 202, 203, 206, 226])];
    let around = |outer: Vec<&'static str>| prop_oneof![9 => Just(""), 1 => select(outer)];
    let before = around(vec!["//", "\u{feff}", ")]}'", " ", "\n", "[", "x"]);
    let after = around(vec!["]", ",", " ", "\r\n", "[]", "x", "\0", "\u{feff}"]);
    let cards = prop::collection::vec(a_card(), 0..3);
    let parts = (code, before, cards, after, prop::bool::weighted(0.95));
    parts.prop_map(|(code, before, cards, after, whole)| {
        let mut body = format!("{before}[{}]{after}", cards.join(",")).into_bytes();
        if !whole {
            body.truncate(body.len() / 2);
        }
        (code, body)
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
    let (client, wanted) = (Client::new(&server).unwrap(), request(&server, TOKEN));
    let config = ProptestConfig { cases: 300, failure_persistence: None, ..Default::default() };
    proptest!(config, |((code, body) in answer())| {
        *said.lock().unwrap() = status(code, body.clone());
        let text = String::from_utf8_lossy(&body).into_owned();
        let tokens = strictly(code, &body);
        let report = run(&client, &journal, &wanted, &now, &mut |_| {}).unwrap();
        let listed = client.list(&wanted.credentials, &wanted.customer);
        match &tokens {
            None => {
                prop_assert!(!report.outcome.is_absent(), "{} {}: {:?}", code, text, report);
                let empty = listed.as_ref().is_ok_and(|list| list.cards.is_empty());
                prop_assert!(!empty, "{} {}", code, text);
            }
            Some(tokens) => {
                let there = tokens.iter().any(|token| token.eq_ignore_ascii_case(TOKEN));
                let outcome =
                    if there { Outcome::StillThere } else { Outcome::RemovedVerified };
                prop_assert_eq!(&report.outcome, &outcome, "{} {}", code, text);
                prop_assert_eq!(listed.unwrap().cards.len(), tokens.len());
            }
        }
        let entries = read(dir.path()).unwrap().entries;
        let last = entries.last().map(|entry| entry.kind);
        prop_assert_eq!(last, Some(EntryKind::Outcome(report.outcome.kind())));
    });
}
