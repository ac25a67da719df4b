//! What is kept of texts from outside: no token of the list, no card number.

use crate::domain::{CardList, Token, without_credentials};
use crate::journal::mask;

const CARD_NUMBER_DIGITS: std::ops::RangeInclusive<usize> = 13..=19;
const SHOWN_DIGITS: usize = 4;

/// Free text of a card: everything that looks like a token or a card number is hidden.
pub(super) fn text(text: &str) -> String {
    mask(&without_credentials(text))
}

/// An address. Identifiers and long numbers belong to it, so only the list's own tokens are hidden,
/// numbers that are card numbers by their check digit, and what lets somebody in.
pub(super) fn url(url: &str, list: &CardList) -> String {
    without_card_numbers(&without_tokens(&without_credentials(url), list))
}

fn without_tokens(text: &str, list: &CardList) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut clean = String::with_capacity(text.len());
    let mut at = 0;
    while at < chars.len() {
        let window = chars.get(at..at + Token::CHARS);
        let token = window.and_then(|window| Token::parse(&String::from_iter(window)).ok());
        match token.filter(|token| list.find(token).is_some()) {
            Some(token) => {
                clean.push_str(&token.elided());
                at += Token::CHARS;
            }
            None => {
                clean.push(chars[at]);
                at += 1;
            }
        }
    }
    clean
}

fn without_card_numbers(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    // Runs of letters and digits, so that digits within a digest are left alone.
    let mut word = String::new();
    for c in text.chars().map(Some).chain([None]) {
        match c.filter(char::is_ascii_alphanumeric) {
            Some(c) => word.push(c),
            None => {
                clean.push_str(&hidden(&word));
                word.clear();
                clean.extend(c);
            }
        }
    }
    clean
}

fn hidden(word: &str) -> String {
    let digits: Option<Vec<u32>> = word.chars().map(|c| c.to_digit(10)).collect();
    match digits {
        Some(digits) if CARD_NUMBER_DIGITS.contains(&digits.len()) && has_check_digit(&digits) => {
            let kept = word.chars().skip(digits.len() - SHOWN_DIGITS);
            "*".repeat(digits.len() - SHOWN_DIGITS).chars().chain(kept).collect()
        }
        _ => word.to_owned(),
    }
}

/// Luhn's formula (ISO/IEC 7812-1, annex B).
fn has_check_digit(digits: &[u32]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(place, digit)| match place % 2 {
            0 => *digit,
            _ => digit * 2 / 10 + digit * 2 % 10,
        })
        .sum();
    sum.is_multiple_of(10)
}
