//! Tokens in a text: UUIDs however they are written, and values that are called so.

use std::ops::Range;

use super::numbers::is_digest;
use super::units::Unit;

/// Hexadecimal digits of a UUID.
const DIGITS: usize = 32;
/// Before which of them a hyphen may stand.
const HYPHENS: [usize; 4] = [8, 12, 16, 20];
/// Fewest characters of a value that is called a token.
const FEWEST: usize = 16;

/// A UUID, and the characters that it takes.
pub(super) struct Uuid {
    pub(super) place: Range<usize>,
    /// Its digits, small.
    pub(super) digits: String,
}

/// Every UUID of the text as it is read, and those that it has only as it is written.
pub(super) fn uuids(read: &[Unit], written: &[Unit]) -> Vec<Uuid> {
    let mut found = uuids_in(read);
    for other in uuids_in(written) {
        let apart = |uuid: &Uuid| {
            uuid.place.end <= other.place.start || other.place.end <= uuid.place.start
        };
        if found.iter().all(apart) {
            found.push(other);
        }
    }
    found
}

/// With hyphens or without, what cannot be seen left aside. Without hyphens, a longer run of
/// hexadecimal digits is one too, unless it is as long as a digest.
fn uuids_in(units: &[Unit]) -> Vec<Uuid> {
    let seen: Vec<Unit> = units.iter().copied().filter(|unit| !unit.is_invisible()).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < seen.len() {
        let end = hyphened(&seen, at).or_else(|| bare(&seen, at));
        match end {
            Some(end) => {
                let digits = seen[at..end].iter().filter(|unit| unit.c.is_ascii_hexdigit());
                found.push(Uuid {
                    place: seen[at].from..seen[end - 1].to,
                    digits: digits.map(|unit| unit.c.to_ascii_lowercase()).collect(),
                });
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '_' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

fn hyphened(seen: &[Unit], from: usize) -> Option<usize> {
    let (mut at, mut digits, mut hyphens) = (from, 0, 0);
    while digits < DIGITS {
        let c = seen.get(at)?.c;
        if c.is_ascii_hexdigit() {
            digits += 1;
        } else if is_hyphen(c) && HYPHENS.contains(&digits) && !is_hyphen(seen[at - 1].c) {
            hyphens += 1;
        } else {
            return None;
        }
        at += 1;
    }
    (hyphens > 0).then_some(at)
}

fn bare(seen: &[Unit], from: usize) -> Option<usize> {
    let before = from.checked_sub(1).map(|at| seen[at].c);
    if before.is_some_and(|c| c.is_ascii_hexdigit()) {
        return None;
    }
    let run = &seen[from..];
    let length = run.iter().take_while(|unit| unit.c.is_ascii_hexdigit()).count();
    let letters = || run[..length].iter().any(|unit| unit.c.is_ascii_alphabetic());
    let is_alone = before.is_none_or(|c| !c.is_alphanumeric())
        && run.get(length).is_none_or(|unit| !unit.c.is_alphanumeric());
    (length >= DIGITS && letters() && !(is_alone && is_digest(length))).then_some(from + length)
}

/// The value of a `"token":` or `token=`, where it looks like one: the gateway's tokens are UUIDs, but
/// nothing promises it.
pub(super) fn called_so(text: &[char]) -> Vec<Range<usize>> {
    (0..text.len()).filter_map(|at| value_of_token(text, at)).collect()
}

fn value_of_token(text: &[char], at: usize) -> Option<Range<usize>> {
    const NAME: &str = "token";
    let after = at + NAME.len();
    let name = text.get(at..after)?;
    if !name.iter().zip(NAME.chars()).all(|(c, n)| c.eq_ignore_ascii_case(&n)) {
        return None;
    }
    let gap = |c: &char| matches!(c, '"' | '\'' | '\\' | ':' | '=') || c.is_whitespace();
    let start = after + text[after..].iter().take_while(|c| gap(c)).count();
    if !text[after..start].iter().any(|c| matches!(c, ':' | '=')) {
        return None;
    }
    let inside = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '+' | '.');
    let end = start + text[start..].iter().take_while(|c| inside(c)).count();
    let looks = end - start >= FEWEST && text[start..end].iter().any(char::is_ascii_digit);
    looks.then_some(start..end)
}
