//! What a strict reader has against an answer as a proof that a card is gone. `wire` reads the same
//! answer with every tolerance; nothing here changes what it reads.

use std::fmt;

use reqwest::blocking::Response;
use reqwest::header::{
    AGE, CONTENT_ENCODING, CONTENT_RANGE, CONTENT_TYPE, HeaderMap, LINK, WARNING,
};
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::domain::{Doubt, Token};

/// Hexadecimal digits of a token.
const TOKEN_DIGITS: usize = 32;
/// Tokens named elsewhere that are kept of one answer.
const MOST_NAMED: usize = 20_000;

/// By status and headers.
pub(super) fn of_head(response: &Response) -> Option<Doubt> {
    let status = response.status().as_u16();
    let headers = response.headers();
    if status != 200 {
        return Some(Doubt::Status { status });
    }
    let goes_on = headers.get_all(LINK).iter().any(|link| names_next(link.to_str().unwrap_or("")));
    if headers.contains_key(CONTENT_RANGE) || goes_on {
        return Some(Doubt::Part);
    }
    let several = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    if several.is_some_and(|kind| kind.trim().to_ascii_lowercase().starts_with("multipart/")) {
        return Some(Doubt::Part);
    }
    // RFC 9111: both are there only where a cache answered.
    let age = headers.get(AGE).map(|age| age.to_str().unwrap_or_default().trim() != "0");
    if age == Some(true) || headers.contains_key(WARNING) {
        return Some(Doubt::Kept);
    }
    let codings = headers.get_all(CONTENT_ENCODING).iter().map(|all| all.to_str().unwrap_or("?"));
    let packed = codings.flat_map(|all| all.split(',')).any(|coding| {
        let coding = coding.trim().to_ascii_lowercase();
        !matches!(coding.as_str(), "" | "identity" | "gzip" | "x-gzip")
    });
    let alien = charset(headers).is_some_and(|label| {
        let known = encoding_rs::Encoding::for_label(label.as_bytes());
        !known.is_some_and(encoding_rs::Encoding::is_ascii_compatible)
    });
    (packed || alien).then_some(Doubt::Encoding)
}

/// Whether links name a next page (RFC 8288).
fn names_next(links: &str) -> bool {
    let links = links.to_ascii_lowercase().replace(['"', ' '], "\u{1f}");
    let relations = links.split([';', ',']).filter_map(|part| {
        let part = part.trim_matches('\u{1f}');
        part.strip_prefix("rel=")
    });
    relations.flat_map(|names| names.split('\u{1f}')).any(|name| name == "next")
}

/// The `charset` of a media type, as it stands there.
pub(super) fn charset(headers: &HeaderMap) -> Option<String> {
    let value = headers.get(CONTENT_TYPE)?.to_str().ok()?.to_ascii_lowercase();
    let (_, label) = value.split_once("charset=")?;
    Some(label.split(';').next()?.trim().trim_matches('"').trim().to_owned())
}

/// By the body: every token that it names elsewhere than as a card's token, or the first thing that a
/// strict reader has against it.
pub(super) fn of_body(body: &str) -> Result<Vec<Token>, Doubt> {
    // It was understood, so what a strict parser does not take stands before it.
    let root: Node = serde_json::from_str(body).map_err(|_| Doubt::Prefix)?;
    let Node::Array(cards) = root else { return Err(Doubt::NoArray) };
    let mut named = Vec::new();
    for (index, card) in cards.iter().enumerate() {
        let number = index + 1;
        if card.repeats_a_key() {
            return Err(Doubt::RepeatedKey { card: number });
        }
        let Node::Object(members) = card else { return Err(Doubt::Token { card: number }) };
        let (tokens, others): (Vec<_>, Vec<_>) =
            members.iter().partition(|(key, _)| key.eq_ignore_ascii_case("token"));
        let well_formed =
            |node: &Node| matches!(node, Node::Text(text) if Token::parse(text).is_ok());
        if !matches!(tokens.as_slice(), [(_, token)] if well_formed(token)) {
            return Err(Doubt::Token { card: number });
        }
        if others.iter().any(|(key, value)| is_fault(key, value)) {
            return Err(Doubt::Fault { card: number });
        }
        others.iter().for_each(|(key, value)| {
            add_named(key, &mut named);
            value.add_named(&mut named);
        });
    }
    Ok(named)
}

/// Whether a member of a card says that something went wrong.
fn is_fault(key: &str, value: &Node) -> bool {
    ["fault", "faultcode", "faultstring"].iter().any(|name| key.eq_ignore_ascii_case(name))
        && match value {
            Node::Nothing => false,
            Node::Scalar | Node::Text(_) => true,
            Node::Array(members) => !members.is_empty(),
            Node::Object(members) => !members.is_empty(),
        }
}

/// JSON with every member of its objects, the repeated ones too, which `serde_json::Value` drops.
enum Node {
    /// Null, false, zero and blank text.
    Nothing,
    Scalar,
    Text(String),
    Array(Vec<Self>),
    Object(Vec<(String, Self)>),
}

impl Node {
    fn repeats_a_key(&self) -> bool {
        match self {
            Self::Nothing | Self::Scalar | Self::Text(_) => false,
            Self::Array(members) => members.iter().any(Self::repeats_a_key),
            Self::Object(members) => {
                let mut keys: Vec<String> = members.iter().map(|(key, _)| folded(key)).collect();
                keys.sort_unstable();
                keys.windows(2).any(|pair| pair[0] == pair[1])
                    || members.iter().any(|(_, value)| value.repeats_a_key())
            }
        }
    }

    fn add_named(&self, named: &mut Vec<Token>) {
        match self {
            Self::Nothing | Self::Scalar => {}
            Self::Text(text) => add_named(text, named),
            Self::Array(members) => members.iter().for_each(|member| member.add_named(named)),
            Self::Object(members) => members.iter().for_each(|(key, value)| {
                add_named(key, named);
                value.add_named(named);
            }),
        }
    }
}

/// A key whatever its case, in every alphabet: `ſ` is another `s`, the Kelvin sign another `k`.
fn folded(key: &str) -> String {
    key.chars().flat_map(char::to_uppercase).flat_map(char::to_lowercase).collect()
}

/// Tokens within a text, as they are or without their hyphens.
fn add_named(text: &str, named: &mut Vec<Token>) {
    let is_part =
        |c: char| c.is_ascii_hexdigit() || c == '-' || !(c.is_ascii() || c.is_alphanumeric());
    for run in text.split(|c| !is_part(c)).filter(|run| run.len() >= TOKEN_DIGITS) {
        let digits: Vec<char> = run.chars().filter(char::is_ascii_hexdigit).collect();
        for digits in digits.windows(TOKEN_DIGITS).take(MOST_NAMED.saturating_sub(named.len())) {
            named.extend(Token::parse(&hyphenated(digits)));
        }
    }
}

fn hyphenated(digits: &[char]) -> String {
    let mut text = String::with_capacity(Token::CHARS);
    for (index, digit) in digits.iter().enumerate() {
        if matches!(index, 8 | 12 | 16 | 20) {
            text.push('-');
        }
        text.push(*digit);
    }
    text
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Nothing)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
        Ok(if value { Node::Scalar } else { Node::Nothing })
    }

    fn visit_i64<E>(self, _: i64) -> Result<Node, E> {
        Ok(Node::Scalar)
    }

    fn visit_u64<E>(self, number: u64) -> Result<Node, E> {
        Ok(if number == 0 { Node::Nothing } else { Node::Scalar })
    }

    fn visit_f64<E>(self, _: f64) -> Result<Node, E> {
        Ok(Node::Scalar)
    }

    fn visit_str<E>(self, text: &str) -> Result<Node, E> {
        Ok(if text.trim().is_empty() { Node::Nothing } else { Node::Text(text.to_owned()) })
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Node, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = seq.next_element()? {
            members.push(member);
        }
        Ok(Node::Array(members))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = map.next_entry()? {
            members.push(member);
        }
        Ok(Node::Object(members))
    }
}
