//! Card numbers in a text, and numbers that look like them and are none.

use super::super::luhn::passes_luhn;
use super::units::Unit;

/// Fewest digits of a card number (ISO/IEC 7812: 12 to 19). A longer run may hold one beside a date
/// or a check value.
const FEWEST: usize = 12;
const MOST: usize = 19;
/// Digits of phone numbers that are long enough to be taken for a card's.
const PHONE: std::ops::RangeInclusive<usize> = 12..=13;
/// Hexadecimal digits of MD5 or a UUID, SHA-1, and the members of SHA-2.
const UUID_CHARS: usize = 32;
const DIGESTS: [usize; 5] = [40, 56, 64, 96, 128];

/// Digits of every number that could be a card's, as places among the units: those `taken` belong to
/// a token, and to no number.
pub(super) fn card_numbers(units: &[Unit], taken: &[bool]) -> Vec<Vec<usize>> {
    let spared = spared(units);
    let mut found = Vec::new();
    let mut run: Vec<usize> = Vec::new();
    for (at, unit) in units.iter().enumerate() {
        let apart = taken[unit.from] || spared[at] || unit.ends_number() || is_starred(units, at);
        if !apart && unit.is_digit() {
            run.push(at);
        } else if apart {
            found.extend(numbers_of(units, &std::mem::take(&mut run)));
        }
    }
    found.extend(numbers_of(units, &run));
    found
}

/// A run that is too long for one number is taken apart where sentences are: `T-1001, 4123 …`. What
/// is left is part of a number where it makes one with its neighbours.
fn numbers_of(units: &[Unit], run: &[usize]) -> Vec<Vec<usize>> {
    if run.len() <= MOST {
        return card_number(units, run).into_iter().collect();
    }
    let parts: Vec<&[usize]> = run.chunk_by(|a, b| !parts_sentences(&units[*a..*b])).collect();
    let mut is_part = vec![false; parts.len()];
    for from in 0..parts.len() {
        let mut digits = 0;
        for to in from..parts.len() {
            digits += parts[to].len();
            if digits > MOST && to > from {
                break;
            }
            if digits >= FEWEST {
                is_part[from..=to].fill(true);
            }
        }
    }
    let mut found = Vec::new();
    let mut number: Vec<usize> = Vec::new();
    for (part, is_part) in parts.iter().zip(is_part) {
        if is_part {
            number.extend(*part);
        } else {
            found.extend(card_number(units, &std::mem::take(&mut number)));
        }
    }
    found.extend(card_number(units, &number));
    found
}

/// Whether a sentence, or a line, ends between two digits.
fn parts_sentences(gap: &[Unit]) -> bool {
    let ends = |pair: &[Unit]| {
        matches!(pair[0].c, '.' | ',' | ';' | ':' | '!' | '?') && pair[1].c.is_whitespace()
    };
    gap.windows(2).any(ends) || gap.iter().any(|unit| unit.c == '\n')
}

/// No card number begins with a zero, so those before it do not count.
fn card_number(units: &[Unit], run: &[usize]) -> Option<Vec<usize>> {
    let zeros = run.iter().take_while(|at| units[**at].c == '0').count();
    let is_phone = || PHONE.contains(&run.len()) && zeros == 0 && follows_plus(units, run[0]);
    (run.len() - zeros >= FEWEST && !is_phone()).then(|| run[zeros..].to_vec())
}

/// The same within an address, where long numbers are usual: those with a check digit, however
/// parted but by what parts an address.
pub(super) fn card_numbers_of_address(units: &[Unit], taken: &[bool]) -> Vec<Vec<usize>> {
    let spared = spared(units);
    let mut found = Vec::new();
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut is_open = false;
    for (at, unit) in units.iter().enumerate() {
        let parts = matches!(unit.c, '/' | '?' | '&' | '=' | '#');
        if parts || taken[unit.from] || spared[at] || unit.ends_number() || is_starred(units, at) {
            found.extend(checked(units, &std::mem::take(&mut groups)));
            is_open = false;
        } else if !unit.is_digit() {
            is_open = false;
        } else if let Some(group) = groups.last_mut().filter(|_| is_open) {
            group.push(at);
        } else {
            groups.push(vec![at]);
            is_open = true;
        }
    }
    found.extend(checked(units, &groups));
    found
}

/// Neighbouring groups that make a number with a check digit, the longest first.
fn checked(units: &[Unit], groups: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    while from < groups.len() {
        let mut number: Vec<usize> = Vec::new();
        let mut whole = None;
        for (to, group) in groups.iter().enumerate().skip(from) {
            number.extend(group);
            if number.len() > MOST {
                break;
            }
            if number.len() >= FEWEST && has_check_digit(units, &number) {
                whole = Some((to, number.clone()));
            }
        }
        from = whole.as_ref().map_or(from, |(to, _)| *to) + 1;
        found.extend(whole.map(|(_, number)| number));
    }
    found
}

/// Digits of other scripts are taken at their word.
fn has_check_digit(units: &[Unit], number: &[usize]) -> bool {
    let digits: Option<Vec<u32>> = number.iter().map(|at| units[*at].c.to_digit(10)).collect();
    let Some(digits) = digits else { return true };
    passes_luhn(&digits)
}

/// One of several stars, which stand where digits were hidden before.
fn is_starred(units: &[Unit], at: usize) -> bool {
    let is_star = |at: usize| units.get(at).is_some_and(|unit| unit.c == '*');
    is_star(at) && (is_star(at + 1) || at > 0 && is_star(at - 1))
}

/// `+375 29 …`: a plus that begins a word makes a number one to call.
fn follows_plus(units: &[Unit], at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).and_then(|at| units.get(at)).map(|unit| unit.c);
    before(1) == Some('+') && before(2).is_none_or(|c| c.is_whitespace() || c == '(')
}

/// Digits that are known to be part of something else: moments, addresses of computers, digests.
fn spared(units: &[Unit]) -> Vec<bool> {
    let mut spared = vec![false; units.len()];
    let mut at = 0;
    // An elided token: `54F5…B401`.
    for (from, _) in units.windows(9).enumerate().filter(|(_, nine)| is_elided(nine)) {
        spared[from..from + 9].fill(true);
    }
    while at < units.len() {
        let begins = at == 0 || !units[at - 1].c.is_alphanumeric();
        let end = begins.then(|| {
            moment(&units[at..]).or_else(|| computer(units, at)).or_else(|| digest(&units[at..]))
        });
        match end.flatten() {
            Some(length) => {
                spared[at..at + length].fill(true);
                at += length;
            }
            None => at += 1,
        }
    }
    spared
}

fn is_elided(nine: &[Unit]) -> bool {
    let is_hex = |unit: &Unit| unit.c.is_ascii_hexdigit();
    nine[4].c == '…' && nine[..4].iter().all(is_hex) && nine[5..].iter().all(is_hex)
}

fn char_at(units: &[Unit], at: usize) -> Option<char> {
    units.get(at).map(|unit| unit.c)
}

/// A number of so many digits, within bounds.
fn within(
    units: &[Unit],
    from: usize,
    digits: usize,
    bounds: std::ops::RangeInclusive<u32>,
) -> bool {
    let read = units.get(from..from + digits).and_then(|part| {
        part.iter().try_fold(0, |sum, unit| Some(sum * 10 + unit.c.to_digit(10)?))
    });
    read.is_some_and(|number| bounds.contains(&number))
}

/// How long a day with its time is: `2026-11-23 10:15:00.5+03:00`, `23.11.2026 10:15`.
fn moment(units: &[Unit]) -> Option<usize> {
    let is = |at: usize, c: char| char_at(units, at) == Some(c);
    let iso = within(units, 0, 4, 1970..=2099)
        && is(4, '-')
        && within(units, 5, 2, 1..=12)
        && is(7, '-')
        && within(units, 8, 2, 1..=31);
    let dotted = || {
        within(units, 0, 2, 1..=31)
            && is(2, '.')
            && within(units, 3, 2, 1..=12)
            && is(5, '.')
            && within(units, 6, 4, 1970..=2099)
    };
    if !iso && !dotted() {
        return None;
    }
    let comma = usize::from(is(10, ',') && is(11, ' '));
    let time = 11 + comma;
    let joins = char_at(units, time - 1).is_some_and(|c| matches!(c, 'T' | 't' | ' ' | '\u{a0}'));
    if !joins
        || !within(units, time, 2, 0..=23)
        || !is(time + 2, ':')
        || !within(units, time + 3, 2, 0..=59)
    {
        return None;
    }
    let mut end = time + 5;
    if is(end, ':') && within(units, end + 1, 2, 0..=60) {
        end += 3;
        if is(end, '.') {
            let digits = units[end + 1..].iter().take_while(|unit| unit.c.is_ascii_digit()).count();
            end += if (1..=9).contains(&digits) { 1 + digits } else { 0 };
        }
    }
    if matches!(char_at(units, end), Some('+' | '-')) && within(units, end + 1, 2, 0..=14) {
        let colon = usize::from(is(end + 3, ':'));
        if within(units, end + 3 + colon, 2, 0..=59) {
            end += 5 + colon;
        }
    }
    (!units.get(end).is_some_and(|unit| unit.is_digit())).then_some(end)
}

/// How long the address of a computer is: `192.168.100.100:3128`.
fn computer(units: &[Unit], at: usize) -> Option<usize> {
    if at > 0 && matches!(units[at - 1].c, '.' | ':' | '-') {
        return None;
    }
    let units = &units[at..];
    let digits = |from: usize| units[from..].iter().take_while(|unit| unit.is_digit()).count();
    let mut end = 0;
    for part in 0..4 {
        if part > 0 {
            if char_at(units, end) != Some('.') {
                return None;
            }
            end += 1;
        }
        let length = digits(end);
        if !(1..=3).contains(&length) || !within(units, end, length, 0..=255) {
            return None;
        }
        end += length;
    }
    if char_at(units, end) == Some(':') {
        let length = digits(end + 1);
        if (1..=5).contains(&length) && within(units, end + 1, length, 0..=65_535) {
            end += 1 + length;
        }
    }
    let goes_on = matches!(char_at(units, end), Some('.' | ':' | '-'))
        && units.get(end + 1).is_some_and(|unit| unit.is_digit());
    (!goes_on).then_some(end)
}

/// How long the digest is that a text begins with: a word of as many hexadecimal digits, letters
/// among them.
fn digest(units: &[Unit]) -> Option<usize> {
    let length = units.iter().take_while(|unit| unit.c.is_alphanumeric()).count();
    let word = &units[..length];
    let is_hex = || word.iter().all(|unit| unit.c.is_ascii_hexdigit());
    let letters = || word.iter().any(|unit| unit.c.is_ascii_alphabetic());
    let lengths = length == UUID_CHARS || DIGESTS.contains(&length);
    (lengths && is_hex() && letters()).then_some(length)
}

/// Whether a word of hexadecimal digits is as long as a digest is.
pub(super) fn is_digest(digits: usize) -> bool {
    DIGESTS.contains(&digits)
}
