//! What a strict reader has against an answer as a proof that a card is gone. `wire` reads the same
//! answer with every tolerance; nothing here changes what it reads.

mod clock;
mod digest;
mod head;
mod link;
mod named;
mod node;
mod paging;
mod spelling;

use std::collections::HashSet;

use crate::domain::{CustomerNumber, Spellings, Token, Unproven};

pub(super) use clock::Clock;
pub(super) use head::{Head, charset};
use named::Named;
use node::Node;

/// What a whole answer has against it, or every token that it may name elsewhere than as a card's.
pub(super) fn of(
    head: Option<&Head>,
    asked: Option<&CustomerNumber>,
    body: &str,
) -> Result<Spellings, Unproven> {
    if let Some(doubt) = head.and_then(Head::doubt) {
        return Err(doubt);
    }
    // It was understood, so what a strict parser does not take stands before it.
    let root: Node = serde_json::from_str(body).map_err(|_| Unproven::Prefix)?;
    let Node::Array(cards) = root else { return Err(Unproven::NoArray) };
    if let Some(doubt) = head.and_then(|head| head.doubt_beside(cards.len(), body)) {
        return Err(doubt);
    }
    if let Some(card) = asked.and_then(|asked| of_another(&cards, asked)) {
        return Err(Unproven::OtherCustomer { card });
    }
    let mut named = Named::default();
    for (name, value) in head.into_iter().flat_map(Head::texts) {
        named.add_apart(name);
        named.add_apart(&value);
    }
    of_cards(&cards, named)
}

/// The first card, from 1, that names a customer who was not asked for.
fn of_another(cards: &[Node], asked: &CustomerNumber) -> Option<usize> {
    // Ids of a back end's own are other numbers.
    const NAMES: [&str; 4] = ["customer", "customernumber", "customerno", "customernum"];
    let is_other = |(key, value): &(String, Node)| {
        let said = match value {
            Node::Text(text) => text.trim().to_owned(),
            Node::Whole(number) => number.to_string(),
            _ => return false,
        };
        NAMES.contains(&folded(key).as_str()) && !said.is_empty() && said != asked.as_str()
    };
    let names_other = |card: &Node| match card {
        Node::Object(members) => members.iter().any(is_other),
        _ => false,
    };
    cards.iter().position(names_other).map(|card| card + 1)
}

fn of_cards(cards: &[Node], mut named: Named) -> Result<Spellings, Unproven> {
    let mut tokens = HashSet::new();
    for (index, card) in cards.iter().enumerate() {
        let number = index + 1;
        keys(card, number)?;
        let Node::Object(members) = card else { return Err(Unproven::Token { card: number }) };
        let (own, others): (Vec<_>, Vec<_>) = members.iter().partition(|(key, _)| {
            // `to-ken` beside it, or in its place, is anybody's guess.
            folded(key) == "token"
        });
        let token = match own.as_slice() {
            [(key, Node::Text(text))] if key.eq_ignore_ascii_case("token") => {
                Some(Token::from_gateway(text)).filter(Token::is_well_formed)
            }
            _ => None,
        };
        let token = token.ok_or(Unproven::Token { card: number })?;
        if !tokens.insert(token) {
            return Err(Unproven::RepeatedToken { card: number });
        }
        if others.iter().any(|(key, value)| is_fault(key, value)) {
            return Err(Unproven::Fault { card: number });
        }
        if others.iter().any(|(key, value)| is_kept(key, value)) {
            return Err(Unproven::Kept);
        }
        if others.iter().any(|(key, value)| misses(key, value) || holds_cards(value)) {
            return Err(Unproven::More { card: number });
        }
        if others.iter().any(|(key, value)| paging::goes_on(key, value, cards.len())) {
            return Err(Unproven::More { card: number });
        }
        others.iter().for_each(|(key, value)| named.add_member(key, value));
        named.end_card();
    }
    named.tokens().ok_or(Unproven::Overlong)
}

/// Whether there are cards within a member of a card, where nothing looks for them.
fn holds_cards(value: &Node) -> bool {
    let is_card = |members: &[(String, Node)]| {
        let has = |wanted: &str| {
            members.iter().any(|(key, value)| folded(key) == wanted && !value.is_blank())
        };
        has("token") || has("post") && (has("bin") || has("brand") || has("expire"))
    };
    match value {
        Node::Array(members) => members.iter().any(holds_cards),
        Node::Object(members) => {
            is_card(members) || members.iter().any(|(_, value)| holds_cards(value))
        }
        _ => false,
    }
}

/// Keys that are not plain, and those that stand twice.
fn keys(node: &Node, card: usize) -> Result<(), Unproven> {
    match node {
        Node::Array(members) => members.iter().try_for_each(|member| keys(member, card)),
        Node::Object(members) => {
            let mut seen = HashSet::new();
            for (key, value) in members {
                // Every documented key is ASCII: look-alikes, wide letters, other alphabets' `i` and
                // signs that nobody sees are not.
                if !key.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ') {
                    return Err(Unproven::Key { card });
                }
                if !seen.insert(folded(key)) {
                    return Err(Unproven::RepeatedKey { card });
                }
                keys(value, card)?;
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

/// A key whatever its case, and whatever stands between its letters and digits; one of signs alone is
/// itself.
fn folded(key: &str) -> String {
    let letters: String = key.chars().filter(char::is_ascii_alphanumeric).collect();
    if letters.is_empty() { key.to_owned() } else { letters.to_ascii_lowercase() }
}

/// Whether a member of a card says that something went wrong.
fn is_fault(key: &str, value: &Node) -> bool {
    const NAMES: [&str; 16] = [
        "fault",
        "faultcode",
        "faultstring",
        "error",
        "errors",
        "errorcode",
        "errormessage",
        "exception",
        "failure",
        "failed",
        "problem",
        "warning",
        "warnings",
        "message",
        "messages",
        "timeout",
    ];
    // A card's own states are told by other names.
    const GOOD: [&str; 8] =
        ["ok", "success", "successful", "active", "inactive", "200", "0", "done"];
    let key = folded(key);
    let is_bad = |value: &Node| match value {
        Node::Text(text) => !GOOD.contains(&text.trim().to_ascii_lowercase().as_str()),
        Node::Whole(number) => !matches!(number, 0 | 200),
        _ => false,
    };
    match key.as_str() {
        "success" | "successful" | "ok" | "succeeded" => {
            value.says_nothing() && !matches!(value, Node::Null)
        }
        "status" | "statuscode" | "resultcode" => !value.is_blank() && is_bad(value),
        key => NAMES.contains(&key) && !value.is_blank(),
    }
}

/// Whether a member of a card says that the answer is a copy.
fn is_kept(key: &str, value: &Node) -> bool {
    const NAMES: [&str; 8] =
        ["stale", "isstale", "cached", "iscached", "fromcache", "outdated", "cachehit", "snapshot"];
    NAMES.contains(&folded(key).as_str()) && !value.says_nothing()
}

/// Whether a member of a card says that cards are missing, by a name too short to be of paging alone.
fn misses(key: &str, value: &Node) -> bool {
    match folded(key).as_str() {
        "remaining" | "left" => !value.says_nothing(),
        "end" | "isend" | "eof" | "done" => matches!(value, Node::Bool(false)),
        _ => false,
    }
}
