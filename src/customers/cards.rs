//! Numbers and tokens of cards.

use crate::domain::passes_luhn;

use super::number::{DIGITS_KEPT, all_digits};

/// Digits of cards' numbers.
pub(super) const CARD_DIGITS: std::ops::RangeInclusive<usize> = 12..=19;
/// Digits of a card's number that may be shown, at its beginning and its end.
pub(super) const SHOWN: (usize, usize) = (6, 4);
/// Hexadecimal digits of a token.
const TOKEN_DIGITS: usize = 32;

/// What may stand among the digits of a card's number.
pub(super) fn is_card_gap(c: char) -> bool {
    let is_hyphen = matches!(c, '-' | '\u{2010}'..='\u{2015}');
    c.is_whitespace() || is_hyphen || matches!(c, '.' | ',' | '_' | '\'' | '’')
}

/// A card's number, also with blanks or hyphens among its digits: one that a payment system gives
/// out, with its check digit (ISO/IEC 7812-1).
pub(super) fn is_card(cell: &str) -> bool {
    let fits = cell.chars().all(|c| c.is_ascii_digit() || is_card_gap(c));
    let digits: String = cell.chars().filter(char::is_ascii_digit).collect();
    fits && CARD_DIGITS.contains(&digits.len())
        && is_issued(&digits)
        && passes_luhn(&digits.chars().filter_map(|c| c.to_digit(10)).collect::<Vec<_>>())
        && !is_barcode(&digits)
}

/// The number of a card of which a spreadsheet has kept 15 digits: its check digit tells the others.
pub(super) fn is_spoiled_card(digits: &str) -> bool {
    let is_lost = digits.bytes().skip(DIGITS_KEPT).all(|byte| byte == b'0');
    all_digits(digits)
        && (DIGITS_KEPT + 1..=*CARD_DIGITS.end()).contains(&digits.len())
        && is_lost
        && is_issued(digits)
}

/// Whether a payment system gives out numbers that begin like this one and are as long.
fn is_issued(digits: &str) -> bool {
    let begin = |places: usize| digits.get(..places).and_then(|begin| begin.parse().ok());
    let (Some(two), Some(four)) = (begin(2), begin(4)) else { return false };
    let (two, four): (u32, u32) = (two, four);
    match digits.len() {
        14 => matches!(four, 3000..=3059 | 3095) || matches!(two, 36 | 38 | 39),
        15 if matches!(two, 34 | 37) => true,
        13 | 16..=19 if two / 10 == 4 => true,
        16 if matches!(two, 51..=55) || matches!(four, 2221..=2720 | 9112 | 9792 | 9051) => true,
        16..=19 if matches!(four, 2200..=2205 | 3528..=3589 | 8600 | 9860) => true,
        // Maestro, Discover, UnionPay and others.
        _ => matches!(two, 50 | 56..=69),
    }
}

/// EAN-13, as shops print it on their own cards.
fn is_barcode(digits: &str) -> bool {
    let weighed = digits.chars().filter_map(|c| c.to_digit(10)).enumerate();
    let sum: u32 = weighed.map(|(place, digit)| digit * (1 + 2 * (place as u32 % 2))).sum();
    digits.len() == 13 && sum.is_multiple_of(10)
}

/// `411111XXXXXX1111`, `**** 1111`.
pub(super) fn is_masked_card(cell: &str) -> bool {
    let is_mask = |c: char| matches!(c, '*' | '•' | '●' | 'x' | 'X' | 'х' | 'Х');
    let signs: Vec<char> = cell.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
    let masks = signs.iter().filter(|c| is_mask(**c)).count();
    let last = signs.iter().rev().take_while(|c| c.is_ascii_digit()).count();
    let only = signs.iter().all(|c| is_mask(*c) || c.is_ascii_digit());
    only && masks > 3 && last == SHOWN.1
}

/// `54F5A3DE4B474B4003B57FF992D6B401`: a card's token, or another identifier of that make, with
/// hyphens and without.
pub(super) fn is_token(cell: &str) -> bool {
    let digits = || cell.chars().filter(|c| *c != '-');
    digits().count() == TOKEN_DIGITS
        && digits().all(|c| c.is_ascii_hexdigit())
        && digits().any(|c| c.is_ascii_alphabetic())
}
