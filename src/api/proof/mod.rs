//! What a strict reader has against an answer as a proof that a card is gone. `wire` reads the same
//! answer with every tolerance; nothing here changes what it reads.

mod clock;
mod dated;
mod digest;
mod fault;
mod head;
mod headers;
mod link;
mod masks;
mod more;
mod named;
mod node;
mod packing;
mod paging;
mod paging_words;
mod said;
mod spelling;
mod whose;

use std::collections::HashSet;

use jiff::Timestamp;

use crate::domain::{Spellings, Token, Unproven};

pub(super) use clock::Clock;
pub(super) use head::{Head, charset};
use named::Named;
use node::Node;
use said::Said;
pub(super) use whose::Asked;

/// What a whole answer has against it, or every token that it may name elsewhere than as a card's.
pub(super) fn of(
    head: Option<&Head>,
    asked: Option<&Asked>,
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
    if let Some(asked) = asked {
        let mut texts = head.into_iter().flat_map(Head::pairs);
        if texts.any(|(name, value)| whose::header_names_other(name, &value, asked)) {
            return Err(Unproven::Length);
        }
        let names_other = |card: &Node| match card {
            Node::Object(members) => {
                members.iter().any(|(key, value)| whose::names_other(key, value, asked))
            }
            _ => false,
        };
        if let Some(index) = cards.iter().position(names_other) {
            return Err(Unproven::OtherCustomer { card: index + 1 });
        }
    }
    let mut named = Named::default();
    for (name, value) in head.into_iter().flat_map(Head::pairs) {
        named.add_header(name, &value);
    }
    named.end_head();
    of_cards(&cards, named, head.map_or_else(Timestamp::now, Head::time))
}

/// Of cards in an answer that was given at a time.
fn of_cards(cards: &[Node], mut named: Named, answered: Timestamp) -> Result<Spellings, Unproven> {
    let mut tokens = HashSet::new();
    for (index, card) in cards.iter().enumerate() {
        let number = index + 1;
        keys(card, number)?;
        let Node::Object(members) = card else { return Err(Unproven::Token { card: number }) };
        let (own, others): (Vec<_>, Vec<_>) = members.iter().partition(|(key, _)| {
            // `to-ken` beside it, or in its place, is anybody's guess.
            folded(key) == "token"
        });
        let (token, text) = match own.as_slice() {
            [(key, Node::Text(text))] if key.eq_ignore_ascii_case("token") => {
                (Some(Token::from_gateway(text)).filter(Token::is_well_formed), text.as_str())
            }
            _ => (None, ""),
        };
        let token = token.ok_or(Unproven::Token { card: number })?;
        if !tokens.insert(token) {
            return Err(Unproven::RepeatedToken { card: number });
        }
        let any =
            |is: &dyn Fn(&str, &Node) -> bool| others.iter().any(|(key, value)| is(key, value));
        if any(&fault::is_fault) {
            return Err(Unproven::Fault { card: number });
        }
        let is_before = |key: &str, value: &Node| dated::is_before(&folded(key), value, answered);
        let says = others.iter().find_map(|(key, value)| said::by_member(&folded(key), value));
        if any(&fault::is_kept) || any(&is_before) || says == Some(Said::Kept) {
            return Err(Unproven::Kept);
        }
        if says.is_some() {
            return Err(Unproven::Fault { card: number });
        }
        let own = masks::Own::of(text, members);
        if any(&|key, value| {
            more::tells_of_more(key, value, text, cards.len())
                || masks::names_another(key, value, &own)
        }) {
            return Err(Unproven::More { card: number });
        }
        others.iter().for_each(|(key, value)| named.add_member(key, value));
        named.end_card();
    }
    named.tokens().ok_or(Unproven::Overlong)
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

/// A header's name as a member's would be: `X-Data-Generated-At`.
fn folded_header(name: &str) -> String {
    folded(name.trim_start_matches("x-"))
}
