//! Tokens that an answer names elsewhere than as a card's token: in a text or a key, whatever stands
//! between their digits, in percent signs, or in parts over several members of a card.

use crate::domain::Token;

use super::node::Node;

/// Hexadecimal digits of a token.
const TOKEN_DIGITS: usize = 32;
/// Tokens that are kept of one answer.
const MOST_NAMED: usize = 20_000;
/// Ways to put a card's parts together that are tried.
const MOST_STEPS: usize = 50_000;
/// Digits that are a part of a token among other words.
const PART_DIGITS: usize = 8;
/// Times that a text may be percent-encoded.
const MOST_LAYERS: usize = 2;
/// Members whose digits are no part of a token.
const NUMBERS: [&str; 5] = ["post", "bin", "expire", "width", "height"];

/// Collects them, card by card.
#[derive(Default)]
pub(super) struct Named {
    tokens: Vec<Token>,
    /// The card's texts that could be parts of a token, as digits.
    parts: Vec<Vec<char>>,
    /// The digits of all parts so far that could be the start of one.
    tail: Vec<char>,
    is_overlong: bool,
}

impl Named {
    pub(super) fn add_member(&mut self, key: &str, value: &Node) {
        self.add_text(key);
        let is_plain = |node: &Node| match node {
            Node::Whole(_) => true,
            Node::Text(text) => {
                text.chars().all(|c| c.is_ascii_digit() || c == '.') && text.len() <= PART_DIGITS
            }
            _ => false,
        };
        if !(NUMBERS.iter().any(|name| key.eq_ignore_ascii_case(name)) && is_plain(value)) {
            self.add(value);
        }
    }

    fn add(&mut self, value: &Node) {
        match value {
            Node::Null | Node::Bool(_) | Node::Number => {}
            Node::Whole(number) => self.add_text(&number.unsigned_abs().to_string()),
            Node::Text(text) => self.add_text(text),
            Node::Array(members) => members.iter().for_each(|member| self.add(member)),
            Node::Object(members) => {
                members.iter().for_each(|(key, value)| self.add_member(key, value));
            }
        }
    }

    fn add_text(&mut self, text: &str) {
        let mut text = text.to_owned();
        for _ in 0..=MOST_LAYERS {
            self.add_runs(&text);
            match decoded(&text) {
                Some(inner) => text = inner,
                None => break,
            }
        }
    }

    fn add_runs(&mut self, text: &str) {
        let is_address = text.contains("://");
        let plain: Vec<char> = text.chars().map(plain).collect();
        let is_all_digits = plain.iter().all(|c| !c.is_alphanumeric() || c.is_ascii_hexdigit());
        for run in plain.split(|c| c.is_alphanumeric() && !c.is_ascii_hexdigit()) {
            let digits: Vec<char> = run.iter().copied().filter(char::is_ascii_hexdigit).collect();
            if digits.len() >= TOKEN_DIGITS {
                digits.windows(TOKEN_DIGITS).for_each(|digits| self.name(digits));
            } else if !digits.is_empty()
                && !is_address
                && (is_all_digits || digits.len() >= PART_DIGITS)
            {
                self.parts.push(digits);
            }
        }
    }

    fn name(&mut self, digits: &[char]) {
        if self.tokens.len() < MOST_NAMED {
            self.tokens.extend(Token::parse(&hyphenated(digits)));
        } else {
            self.is_overlong = true;
        }
    }

    /// Puts the card's parts together: as they follow each other, others left out, from the first to
    /// the last and the other way.
    pub(super) fn end_card(&mut self) {
        let mut parts = std::mem::take(&mut self.parts);
        for part in &parts {
            self.tail.extend(part);
            let length = self.tail.len();
            let new = part.len().min(length.saturating_sub(TOKEN_DIGITS - 1));
            for end in length - new..length {
                let digits = self.tail[end + 1 - TOKEN_DIGITS..=end].to_vec();
                self.name(&digits);
            }
            self.tail.drain(..length.saturating_sub(TOKEN_DIGITS - 1));
        }
        for _ in 0..2 {
            let mut joined = Vec::with_capacity(TOKEN_DIGITS);
            let mut steps = MOST_STEPS;
            self.join(&parts, &mut joined, &mut steps);
            self.is_overlong |= steps == 0;
            parts.reverse();
        }
    }

    fn join(&mut self, parts: &[Vec<char>], joined: &mut Vec<char>, steps: &mut usize) {
        if joined.len() == TOKEN_DIGITS {
            let digits = joined.clone();
            return self.name(&digits);
        }
        let missing = TOKEN_DIGITS - joined.len();
        let mut left: usize = parts.iter().map(Vec::len).sum();
        for (at, part) in parts.iter().enumerate() {
            if left < missing || *steps == 0 {
                return;
            }
            left -= part.len();
            if part.len() <= missing {
                *steps -= 1;
                joined.extend(part);
                self.join(&parts[at + 1..], joined, steps);
                joined.truncate(TOKEN_DIGITS - missing);
            }
        }
    }

    /// Every token; `None` where there were more than can be looked through.
    pub(super) fn tokens(self) -> Option<Vec<Token>> {
        (!self.is_overlong).then_some(self.tokens)
    }
}

/// A digit of full width, or a letter of another alphabet that looks like a hexadecimal digit, as the
/// digit that it is read for.
fn plain(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => {
            u32::from(c).checked_sub(0xfee0).and_then(char::from_u32).unwrap_or(c)
        }
        'А' | 'а' | 'Α' => 'A',
        'В' | 'Β' => 'B',
        'С' | 'с' => 'C',
        'Е' | 'е' | 'Ε' => 'E',
        _ => c,
    }
}

/// Percent-encoding taken off; `None` where there is none.
fn decoded(text: &str) -> Option<String> {
    if !text.contains('%') {
        return None;
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let pair = after.get(..2).and_then(|pair| std::str::from_utf8(pair).ok());
        match pair.filter(|_| *first == b'%').and_then(|pair| u8::from_str_radix(pair, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    let inner = String::from_utf8_lossy(&bytes).into_owned();
    (inner != text).then_some(inner)
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
