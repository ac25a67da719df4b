//! What a cell is where it is plainly something else than a customer's number: the number of a card
//! or an account, a range, an amount, an address.

use std::net::{Ipv4Addr, Ipv6Addr};

use super::cards::{is_card, is_masked_card, is_token};
use super::doubt::Doubt;
use super::number::all_digits;
use super::words::{CURRENCY, UNIT};

/// Digits of a settlement account in Russia, and where the code of its currency stands.
const ACCOUNT_DIGITS: usize = 20;
const ACCOUNT_CURRENCIES: [&str; 6] = ["810", "643", "840", "978", "933", "156"];
/// Signs between the two ends of a range.
const FROM_TO: [&str; 9] = ["...", "..", "…", "–", "—", "−", " - ", " to ", "÷"];

/// The number of a card, whole or masked, or a token.
pub(super) fn of_secret(cell: &str) -> Option<Doubt> {
    if is_card(cell) || is_masked_card(cell) {
        return Some(Doubt::Card);
    }
    is_token(cell).then_some(Doubt::Token)
}

/// What the cell is, where that is plain.
pub(super) fn of_cell(cell: &str) -> Option<Doubt> {
    if let Some(secret) = of_secret(cell) {
        return Some(secret);
    }
    if is_account(cell) {
        return Some(Doubt::Account);
    }
    if is_payment(cell) {
        return Some(Doubt::Payment);
    }
    if is_hex(cell) {
        return Some(Doubt::Hex);
    }
    if is_plain_range(cell) {
        return Some(Doubt::Range);
    }
    if is_address(cell) {
        return Some(Doubt::Address);
    }
    if all_digits(cell) && cell.bytes().all(|byte| byte == b'0') {
        return Some(Doubt::Nothing);
    }
    is_amount(cell).then_some(Doubt::Amount)
}

/// An account by its check digits (ISO 13616), or by the code of its currency.
fn is_account(cell: &str) -> bool {
    let signs: String = cell.chars().filter(|c| !c.is_whitespace()).collect();
    if all_digits(&signs) && signs.len() == ACCOUNT_DIGITS {
        return signs.starts_with(['3', '4'])
            && signs.get(5..8).is_some_and(|code| ACCOUNT_CURRENCIES.contains(&code));
    }
    let is_country = signs.bytes().take(2).all(|byte| byte.is_ascii_uppercase());
    let has_check = signs.bytes().skip(2).take(2).all(|byte| byte.is_ascii_digit());
    let fits = signs.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    if !(is_country && has_check && fits && (15..=34).contains(&signs.len())) {
        return false;
    }
    let turned = signs.chars().skip(4).chain(signs.chars().take(4));
    let rest = turned.filter_map(|c| c.to_digit(36)).fold(0, |rest, value| match value {
        0..=9 => (rest * 10 + value) % 97,
        _ => (rest * 100 + value) % 97,
    });
    rest == 1
}

/// How the text of a payment's QR code begins (GOST R 56042): its version, and its encoding.
fn is_payment(cell: &str) -> bool {
    let begin = cell.split('|').next().unwrap_or_default();
    matches!(begin, "ST00011" | "ST00012" | "ST00013")
}

/// `0x1F`.
fn is_hex(cell: &str) -> bool {
    let digits = cell.strip_prefix("0x").or_else(|| cell.strip_prefix("0X"));
    digits.is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_hexdigit()))
}

/// From one number to another: `1002..1010`, `1002 – 1010`, `AB1002-AB1010`.
fn is_plain_range(cell: &str) -> bool {
    let by_sign = FROM_TO.iter().find_map(|sign| cell.split_once(sign));
    if let Some((from, to)) = by_sign {
        return ends(from.trim(), to.trim()).is_some();
    }
    if let Some((from, to)) = cell.split_once(':') {
        return ends(from.trim(), to.trim()).is_some_and(|(from, to)| ascends(from, to));
    }
    let two = cell.split_once('-').filter(|(from, _)| !all_digits(from));
    two.and_then(|(from, to)| Some((from, ends(from, to)?)))
        .is_some_and(|(from, (low, high))| from.len() > low.len() && ascends(low, high))
}

/// `1002-1010`: a range, or a code with a hyphen. What the others of its column are like tells.
pub(super) fn may_be_range(cell: &str) -> bool {
    pair(cell).is_some_and(|(from, to)| {
        // `123-456` is a code more often; ranges are within a ten, a hundred, or between round numbers.
        let is_near = from.bytes().next() == to.bytes().next() || from.len() < to.len();
        let is_round = from.ends_with(['0', '1']) && to.ends_with('0');
        ascends(from, to) && (is_near || is_round)
    })
}

/// Two numbers with a hyphen between them.
pub(super) fn pair(cell: &str) -> Option<(&str, &str)> {
    cell.split_once('-').filter(|(from, to)| all_digits(from) && all_digits(to))
}

/// The numbers of both ends, which begin with the same letters.
fn ends<'a>(from: &'a str, to: &'a str) -> Option<(&'a str, &'a str)> {
    let letters = |end: &str| end.bytes().take_while(|byte| !byte.is_ascii_digit()).count();
    let (head, low) = from.split_at_checked(letters(from))?;
    let (other, high) = to.split_at_checked(letters(to))?;
    (head == other && all_digits(low) && all_digits(high)).then_some((low, high))
}

/// Whether the second number follows the first and is as long, or has one digit more, as after 998.
fn ascends(from: &str, to: &str) -> bool {
    let carries = from.len() + 1 == to.len() && from.starts_with('9') && to.starts_with('1');
    from.len() == to.len() && from < to || carries
}

/// An address of a network.
fn is_address(cell: &str) -> bool {
    let host = cell.rsplit_once(':').map_or(cell, |(host, _)| host);
    host.parse::<Ipv4Addr>().is_ok() || cell.parse::<Ipv6Addr>().is_ok()
}

/// `BYN 100`, `100.00 USD`, `100р.`, `5шт`: a number with its currency or its unit.
fn is_amount(cell: &str) -> bool {
    let lower = cell.to_lowercase();
    let is_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '\'' | '’' | '-' | '+');
    let is_within = |c: char| is_number(c) || c.is_whitespace();
    let Some(begin) = lower.find(|c: char| c.is_ascii_digit()) else { return false };
    let Some((lead, rest)) = lower.split_at_checked(begin) else { return false };
    let Some((number, trail)) =
        rest.split_at_checked(rest.find(|c| !is_within(c)).unwrap_or(rest.len()))
    else {
        return false;
    };
    let is = |word: &str, all: &[&str]| all.contains(&word);
    let lead = lead.trim_end_matches(['-', '+']).trim();
    let trail = trail.trim().trim_end_matches('.');
    let is_led = is(lead, CURRENCY) && lead.len() == 3 && number.trim() != "";
    match (lead.is_empty(), trail.is_empty()) {
        (true, false) => is(trail, CURRENCY) || is(trail, UNIT),
        (false, true) => is_led,
        _ => false,
    }
}
