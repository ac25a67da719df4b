//! Texts as they may be told: without the numbers of cards, and without tokens.

use crate::domain::Token;

use super::cards::{CARD_DIGITS, SHOWN, is_card, is_card_gap, is_spoiled_card, is_token};

/// Digits before an exponent that are too many to be shown.
const MANTISSA_DIGITS: usize = 8;

/// The text without tokens, and with of every card's number in it the first six digits and the last
/// four alone; with none of a long number before an exponent.
pub(super) fn masked(text: &str) -> String {
    let mut signs: Vec<char> = without_tokens(text).chars().collect();
    mask_mantissas(&mut signs);
    let is_within = |c: &char| c.is_ascii_digit() || is_card_gap(*c);
    let mut begin = 0;
    while begin < signs.len() {
        let run = signs.iter().skip(begin).take_while(|c| is_within(c)).count();
        mask_run(&mut signs[begin..begin + run]);
        begin += run.max(1);
    }
    signs.into_iter().collect()
}

/// `54F5…B401`.
fn without_tokens(text: &str) -> String {
    let is_within = |c: char| c.is_alphanumeric() || c == '-';
    let mut shown = String::new();
    for piece in text.split_inclusive(|c| !is_within(c)) {
        let word = piece.trim_end_matches(|c| !is_within(c));
        if !is_token(word) {
            shown.push_str(piece);
            continue;
        }
        shown.push_str(&Token::from_gateway(word).elided());
        shown.extend(piece.chars().skip(word.chars().count()));
    }
    shown
}

/// Stars the digits before an exponent: of 16 digits of a card 15 stand there, and the last one can be
/// calculated.
fn mask_mantissas(signs: &mut [char]) {
    let mut begin = 0;
    while begin < signs.len() {
        let is_within = |c: &&char| c.is_ascii_digit() || matches!(c, '.' | ',');
        let run = signs.iter().skip(begin).take_while(is_within).count();
        let end = begin + run;
        let digits = signs[begin..end].iter().filter(|c| c.is_ascii_digit()).count();
        let is_bare = digits == run;
        if digits >= MANTISSA_DIGITS && has_exponent(&signs[end..], is_bare) {
            signs[begin..end].iter_mut().filter(|c| c.is_ascii_digit()).for_each(|c| *c = '*');
        }
        begin = end.max(begin + 1);
    }
}

/// `E+15`, `e15`, `*10^15`; digits and an `E` without point and sign are a code.
fn has_exponent(rest: &[char], is_bare: bool) -> bool {
    let rest: String = rest.iter().take(8).filter(|c| !c.is_whitespace()).collect();
    let powers = ["*10^", "x10^", "х10^", "×10^", "E", "e", "Е", "е"];
    let Some(exponent) = powers.iter().find_map(|power| rest.strip_prefix(power)) else {
        return false;
    };
    let digits = exponent.trim_start_matches(['+', '-', '\u{2212}']);
    let is_signed = digits.len() < exponent.len();
    digits.starts_with(|c: char| c.is_ascii_digit()) && (is_signed || !is_bare)
}

/// Stars the cards' numbers among digits and gaps: the longest from each place on.
fn mask_run(run: &mut [char]) {
    let is_edge = |run: &[char], place: usize| {
        place == 0
            || place == run.len()
            || !(run[place - 1].is_ascii_digit() && run[place].is_ascii_digit())
    };
    let is_whole = |run: &[char]| {
        let text = String::from_iter(run);
        is_card(&text) || is_spoiled_card(&text)
    };
    let most = CARD_DIGITS.end() * 2;
    let mut begin = 0;
    while begin < run.len() {
        let ends = (begin + 1..=run.len().min(begin + most)).rev();
        let found = ends
            .filter(|_| run[begin].is_ascii_digit() && is_edge(run, begin))
            .find(|end| is_edge(run, *end) && is_whole(&run[begin..*end]));
        let Some(end) = found else {
            begin += 1;
            continue;
        };
        let digits: Vec<usize> = (begin..end).filter(|at| run[*at].is_ascii_digit()).collect();
        let (first, last) = SHOWN;
        for at in digits.iter().take(digits.len() - last).skip(first) {
            run[*at] = '*';
        }
        begin = end;
    }
}
