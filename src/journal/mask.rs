//! Free text may hold what must not be written: card numbers and tokens that people paste.

use std::iter;

use crate::domain::Token;

/// Fewest digits of a card number (ISO/IEC 7812 allows fewer; no payment system here issues them).
const MIN_PAN_DIGITS: usize = 13;
const SHOWN_DIGITS: usize = 4;
/// Separators in a row that may stand between two digits of one number, as in `4111 - 1111`.
const MAX_GAP: usize = 3;

/// `text` with every token elided, and every run of 13 or more digits (up to three blanks, hyphens,
/// dots and the like between them do not end a run) starred but for its last four.
pub fn mask(text: &str) -> String {
    mask_digits(&mask_tokens(text))
}

/// At most `limit` characters of `text`, the last one `…` where something was cut.
pub(super) fn shorten(text: &str, limit: usize) -> String {
    if text.chars().count() <= limit {
        return text.to_owned();
    }
    text.chars().take(limit.saturating_sub(1)).chain(iter::once('…')).collect()
}

fn mask_tokens(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut masked = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(first) = chars.get(at) {
        let window = chars.get(at..at + Token::CHARS).filter(|_| first.is_ascii_hexdigit());
        match window.and_then(|window| Token::parse(&String::from_iter(window)).ok()) {
            Some(token) => {
                masked.push_str(&token.elided());
                at += Token::CHARS;
            }
            None => {
                masked.push(*first);
                at += 1;
            }
        }
    }
    masked
}

fn mask_digits(text: &str) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    let mut run: Vec<usize> = Vec::new();
    for at in 0..=chars.len() {
        let here = chars.get(at).copied();
        if here.is_some_and(char::is_numeric) {
            run.push(at);
            continue;
        }
        let in_gap = run.last().is_some_and(|last| at - last <= MAX_GAP);
        if here.is_some_and(is_separator) && in_gap {
            continue;
        }
        if run.len() >= MIN_PAN_DIGITS {
            for digit in run.iter().take(run.len() - SHOWN_DIGITS) {
                chars[*digit] = '*';
            }
        }
        run.clear();
    }
    chars.into_iter().collect()
}

fn is_separator(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '\u{2010}'..='\u{2015}' | '.' | '_' | '/')
}
