//! Keeps secrets out of what is shown of an answer.

use crate::domain::Token;

/// Characters of an excerpt shown to people.
const EXCERPT_CHARS: usize = 300;
/// Card numbers have 12 to 19 digits (ISO/IEC 7812).
const PAN_DIGITS: std::ops::RangeInclusive<usize> = 12..=19;

/// `text` with every token elided, every run of digits that could be a card number cut to BIN and
/// last four, and `password` blotted out.
pub(super) fn elide(text: &str, password: Option<&str>) -> String {
    let text = match password {
        Some(password) if !password.is_empty() => text.replace(password, "…"),
        _ => text.to_owned(),
    };
    mask_numbers(&mask_tokens(&text))
}

/// The start of a body on one line, elided.
pub(super) fn excerpt(text: &str, password: Option<&str>) -> String {
    // Elided before it is cut: half a secret is one too.
    let head: String = text.chars().take(EXCERPT_CHARS * 8).collect();
    let elided = elide(&head, password);
    let mut line = String::new();
    let words = elided.split(|c: char| c.is_whitespace() || c.is_control());
    for word in words.filter(|word| !word.is_empty()) {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    match line.char_indices().nth(EXCERPT_CHARS) {
        Some((at, _)) => {
            line.truncate(at);
            line.push('…');
            line
        }
        None => line,
    }
}

/// Every UUID of a text, in order.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    token_places(text).into_iter().filter_map(|(_, token)| Token::parse(&token).ok()).collect()
}

/// Places (in characters) and texts of UUIDs.
fn token_places(text: &str) -> Vec<(usize, String)> {
    let chars: Vec<char> = text.chars().collect();
    let mut places = Vec::new();
    let mut at = 0;
    while at + Token::CHARS <= chars.len() {
        let candidate: String = chars[at..at + Token::CHARS].iter().collect();
        if Token::parse(&candidate).is_ok() {
            places.push((at, candidate));
            at += Token::CHARS;
        } else {
            at += 1;
        }
    }
    places
}

fn mask_tokens(text: &str) -> String {
    let mut masked = text.to_owned();
    for (_, token) in token_places(text) {
        masked = masked.replace(&token, &Token::from_gateway(&token).elided());
    }
    masked
}

/// Digits may be parted by single blanks or hyphens, as on a card.
fn mask_numbers(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while at < chars.len() {
        let end = run_end(&chars, at);
        let run = &chars[at..end];
        let digits: Vec<char> = run.iter().copied().filter(char::is_ascii_digit).collect();
        if digits.len() >= *PAN_DIGITS.start() {
            out.extend(&digits[..6]);
            out.push('…');
            out.extend(&digits[digits.len() - 4..]);
        } else {
            out.extend(run);
        }
        if let Some(next) = chars.get(end) {
            out.push(*next);
        }
        at = end + 1;
    }
    out
}

/// End of the run of digits that begins at `from`; `from` itself where there is none.
fn run_end(chars: &[char], from: usize) -> usize {
    let mut end = from;
    while let Some(c) = chars.get(end) {
        let joins = matches!(c, ' ' | '-' | '\u{a0}')
            && end > from
            && chars.get(end + 1).is_some_and(char::is_ascii_digit);
        if !c.is_ascii_digit() && !joins {
            break;
        }
        end += 1;
    }
    end
}
