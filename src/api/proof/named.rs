//! Tokens that an answer names elsewhere than as a card's token: in a text or a key, whatever stands
//! between their digits, in another spelling, or in parts over several members of a card.

use crate::domain::Spellings;

use super::node::Node;
use super::spelling;

/// Hexadecimal digits of a token.
const TOKEN_DIGITS: usize = 32;
/// Numbers that are kept of one answer.
const MOST_NAMED: usize = 200_000;
/// Ways to put a card's parts together that are tried.
const MOST_STEPS: usize = 50_000;
/// Digits that are a part of a token among other words.
const PART_DIGITS: usize = 8;
/// Times that a text may be packed into another.
const MOST_LAYERS: usize = 3;
/// Numbers of a card that are taken for halves of a token, in pairs.
const MOST_HALVES: usize = 40;
/// Smallest number that is taken for a half: smaller ones are amounts and years.
const LEAST_HALF: u128 = 1 << 40;
/// Members whose digits are no part of a token.
const NUMBERS: [&str; 5] = ["post", "bin", "expire", "width", "height"];

/// Collects them, card by card.
#[derive(Default)]
pub(super) struct Named {
    numbers: Vec<u128>,
    /// The card's numbers that could be halves of one.
    halves: Vec<i128>,
    /// How many texts the text at hand stands within.
    depth: usize,
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

    /// A header. Each cookie, and what is said of it, is a text by itself.
    pub(super) fn add_header(&mut self, name: &str, value: &str) {
        self.add_text(name);
        if name == "set-cookie" {
            for pair in value.split(';') {
                let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
                self.add_text(name);
                self.add_text(value);
            }
        }
        self.add_text(value);
    }

    /// Puts the parts of all headers together: two of them, whichever they are, and more of them as far
    /// as they can be tried. Most answers have dozens of numbers there.
    pub(super) fn end_head(&mut self) {
        let parts = std::mem::take(&mut self.parts);
        for one in &parts {
            for other in &parts {
                if one.len() + other.len() == TOKEN_DIGITS {
                    self.name_digits(&[one.as_slice(), other].concat());
                }
            }
        }
        self.parts = parts;
        let was_overlong = self.is_overlong;
        self.end_card();
        self.tail.clear();
        self.is_overlong = was_overlong;
    }

    fn add(&mut self, value: &Node) {
        match value {
            Node::Null | Node::Bool(_) | Node::Number(_) => {}
            // It may be a token, and its last digits are lost.
            Node::Huge => self.is_overlong = true,
            Node::Whole(number) => {
                self.add_half(*number);
                self.add_text(&number.unsigned_abs().to_string());
            }
            Node::Text(text) => self.add_text(text),
            Node::Array(members) => {
                self.add_sequence(members.iter());
                members.iter().for_each(|member| self.add(member));
            }
            Node::Object(members) => {
                self.add_sequence(members.iter().map(|(_, value)| value));
                members.iter().for_each(|(key, value)| self.add_member(key, value));
            }
        }
    }

    /// Numbers that are bytes, groups of digits, or codes of signs; pieces of a text.
    fn add_sequence<'a>(&mut self, members: impl Iterator<Item = &'a Node> + Clone) {
        let piece = |node: &'a Node| match node {
            Node::Text(text) => Some(text.as_str()),
            _ => None,
        };
        let pieces: Option<Vec<&str>> = members.clone().map(piece).collect();
        if let Some(pieces) = pieces.filter(|pieces| pieces.len() > 1) {
            self.add_within(&pieces.concat());
        }
        let mut numbers = Vec::new();
        if !members.into_iter().all(|member| has_numbers(member, &mut numbers)) {
            return;
        }
        if let Some(number) = spelling::of_parts(&numbers) {
            self.name(number);
        }
        if let Some(text) = spelling::of_codes(&numbers) {
            self.add_within(&text);
        }
    }

    fn add_half(&mut self, number: i128) {
        let is_half = number.unsigned_abs() >= LEAST_HALF;
        if is_half && self.halves.len() < MOST_HALVES {
            self.halves.push(number);
        }
    }

    fn add_text(&mut self, text: &str) {
        self.add_runs(text);
        if let Ok(number) = text.trim().parse() {
            self.add_half(number);
        }
        let words = spelling::all_words(text);
        spelling::numbers(text, &words).into_iter().for_each(|number| self.name(number));
        self.add_listed(text);
        spelling::within(text, &words).iter().for_each(|inner| self.add_within(inner));
        if text.trim_start().starts_with(['[', '{', '"'])
            && let Ok(inner) = serde_json::from_str::<Node>(text)
            && self.depth < MOST_LAYERS
        {
            self.depth += 1;
            self.add(&inner);
            self.depth -= 1;
        }
    }

    /// Numbers that a text lists: bytes, words, or codes of signs.
    fn add_listed(&mut self, text: &str) {
        let Some(numbers) = spelling::listed(text) else { return };
        spelling::of_parts(&numbers).into_iter().for_each(|number| self.name(number));
        if let Some(text) = spelling::of_codes(&numbers) {
            self.add_within(&text);
        }
    }

    fn add_within(&mut self, text: &str) {
        if self.depth < MOST_LAYERS {
            self.depth += 1;
            self.add_text(text);
            self.depth -= 1;
        }
    }

    fn add_runs(&mut self, text: &str) {
        let is_address = text.contains("://");
        let plain: Vec<char> = text.chars().map(plain).collect();
        let is_all_digits = plain.iter().all(|c| !c.is_alphanumeric() || c.is_ascii_hexdigit());
        for run in plain.split(|c| c.is_alphanumeric() && !c.is_ascii_hexdigit()) {
            let digits: Vec<char> = run.iter().copied().filter(char::is_ascii_hexdigit).collect();
            if digits.len() >= TOKEN_DIGITS {
                digits.windows(TOKEN_DIGITS).for_each(|digits| self.name_digits(digits));
            } else if !digits.is_empty()
                && !is_address
                && (is_all_digits || digits.len() >= PART_DIGITS)
            {
                self.parts.push(digits);
            }
        }
    }

    fn name_digits(&mut self, digits: &[char]) {
        let mut digits = digits.iter().map(|digit| digit.to_digit(16));
        let number = digits.try_fold(0, |number, digit| Some(number << 4 | u128::from(digit?)));
        number.into_iter().for_each(|number| self.name(number));
    }

    fn name(&mut self, number: u128) {
        if self.numbers.len() < MOST_NAMED {
            self.numbers.push(number);
        } else {
            self.is_overlong = true;
        }
    }

    /// Puts the card's parts together: as they follow each other, others left out, from the first to
    /// the last and the other way.
    pub(super) fn end_card(&mut self) {
        let halves = std::mem::take(&mut self.halves);
        for one in &halves {
            for other in &halves {
                spelling::of_parts(&[*one, *other]).into_iter().for_each(|both| self.name(both));
            }
        }
        let mut parts = std::mem::take(&mut self.parts);
        for part in &parts {
            self.tail.extend(part);
            let length = self.tail.len();
            let new = part.len().min(length.saturating_sub(TOKEN_DIGITS - 1));
            for end in length - new..length {
                let digits = self.tail[end + 1 - TOKEN_DIGITS..=end].to_vec();
                self.name_digits(&digits);
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
            return self.name_digits(&digits);
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

    /// Every number that may be a token, in every order of its bytes; `None` where there were more than
    /// can be looked through.
    pub(super) fn tokens(mut self) -> Option<Spellings> {
        self.numbers.sort_unstable();
        self.numbers.dedup();
        let all = || self.numbers.iter().flat_map(|number| spelling::orders(*number)).collect();
        (!self.is_overlong).then(all)
    }
}

/// Whether it holds numbers alone, however deep, which are gathered.
fn has_numbers(node: &Node, numbers: &mut Vec<i128>) -> bool {
    let number = match node {
        Node::Whole(number) => Some(*number),
        Node::Number(number) if number.fract() == 0.0 => Some(*number as i128),
        Node::Text(text) => spelling::number(text.trim()),
        Node::Array(members) => return members.iter().all(|member| has_numbers(member, numbers)),
        _ => None,
    };
    numbers.extend(number);
    number.is_some()
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
        // Tags, which nobody sees.
        '\u{e0020}'..='\u{e007e}' => {
            u32::from(c).checked_sub(0xe0000).and_then(char::from_u32).unwrap_or(c)
        }
        '①'..='⑨' => digit_after(c, 0x245f),
        '⓪' => '0',
        // Digits of other scripts, and of mathematics.
        '\u{660}'..='\u{669}' => digit_after(c, 0x660),
        '\u{6f0}'..='\u{6f9}' => digit_after(c, 0x6f0),
        '\u{966}'..='\u{96f}' => digit_after(c, 0x966),
        '\u{1d7ce}'..='\u{1d7ff}' => digit_after(c, 0x1d7ce),
        _ => c,
    }
}

fn digit_after(c: char, zero: u32) -> char {
    char::from_digit(u32::from(c).saturating_sub(zero) % 10, 10).unwrap_or(c)
}
