//! A reader of lists that takes nothing but what is documented, by no line of the program's own.
use serde_json::Value;

use crate::support::{Reply, TOKEN, status};

/// What a gateway says.
#[derive(Debug, Clone)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) heads: Vec<(&'static str, &'static str)>,
    pub(super) body: Vec<u8>,
}

impl Answer {
    pub(super) fn reply(&self) -> Reply {
        let reply = status(self.status, self.body.clone());
        self.heads.iter().fold(reply, |reply, (name, value)| reply.header(name, value))
    }
}

/// The tokens of a list, by a reader that takes nothing but what is documented.
pub(super) fn strictly(answer: &Answer) -> Option<Vec<String>> {
    let text = std::str::from_utf8(&answer.body).ok().filter(|_| answer.status == 200)?;
    let mut reader = Strict { rest: text, is_refused: false, hex: Vec::new(), elsewhere: false };
    let cards = reader.array()?;
    reader.blanks();
    if !reader.rest.is_empty() || reader.is_refused {
        return None;
    }
    let tokens: Vec<String> = cards.into_iter().collect::<Option<_>>()?;
    let mut distinct: Vec<String> = tokens.iter().map(|token| token.to_lowercase()).collect();
    distinct.sort();
    distinct.dedup();
    let is_said = |name: &str, value: &str| match name {
        "Content-Type" => {
            let json =
                ["application/json", "text/plain"].iter().any(|kind| value.starts_with(kind));
            json || !tokens.is_empty() && value.starts_with("text/html")
        }
        "X-Total-Count" | "X-Total" => value.parse() == Ok(tokens.len()),
        "Age" => value == "0",
        "X-Cache" => !value.to_lowercase().contains("hit"),
        "X-Has-More" => value == "false",
        "X-Request-Id" => true,
        _ => false,
    };
    let heads = answer.heads.iter().all(|(name, value)| is_said(name, value));
    let is_there = tokens.iter().any(|token| token.eq_ignore_ascii_case(TOKEN));
    (heads && distinct.len() == tokens.len() && (is_there || !reader.elsewhere)).then_some(tokens)
}

/// A parser of JSON that sees each member; `None` where there is none.
struct Strict<'a> {
    rest: &'a str,
    is_refused: bool,
    /// Hexadecimal texts of the card at hand, joined.
    hex: Vec<char>,
    /// Whether a card names [`TOKEN`] by another member.
    elsewhere: bool,
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
            } else {
                self.look(&key, &value);
            }
            self.is_refused |= keys.contains(&key) || !key.is_ascii();
            keys.push(key);
            if self.eats('}') {
                self.end();
                return Some(token);
            }
            if !self.eats(',') {
                return None;
            }
        }
    }

    fn look(&mut self, key: &str, value: &Value) {
        let more = ["hasmore", "next", "nextpage", "cursor", "truncated", "partial"];
        let nothing = [Value::Null, Value::from(false), Value::from(""), Value::from(0)];
        let is_token = key.replace(|c: char| !c.is_alphanumeric(), "") == "token";
        self.is_refused |= is_token || more.contains(&key) && !nothing.contains(value);
        let text = value.as_str().unwrap_or_default();
        if text.chars().all(|c| c.is_ascii_hexdigit() || c == '-') && key != "post" {
            self.hex.extend(text.chars().filter(|c| *c != '-').flat_map(char::to_uppercase));
        }
    }

    fn end(&mut self) {
        let hex: String = std::mem::take(&mut self.hex).into_iter().collect();
        self.elsewhere |= hex.contains(&TOKEN.replace('-', ""));
    }
}

fn is_token(text: &str) -> bool {
    let groups: Vec<&str> = text.split('-').collect();
    let lengths: Vec<usize> = groups.iter().map(|group| group.len()).collect();
    let digits = groups.concat().to_lowercase();
    lengths == [8, 4, 4, 4, 12]
        && digits.chars().all(|c| c.is_ascii_hexdigit())
        && !["0", "f"].iter().any(|digit| digits == digit.repeat(32))
}
