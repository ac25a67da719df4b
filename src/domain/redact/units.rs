//! A text as it will be read: escapes of URLs, JSON and HTML undone.

use super::super::invisible::invisible;

/// A character of a text, and the place it takes there.
#[derive(Debug, Clone, Copy)]
pub(super) struct Unit {
    pub(super) c: char,
    pub(super) from: usize,
    pub(super) to: usize,
}

/// Longest mark-up that may stand between two digits.
const TAG_CHARS: usize = 200;
/// Longest name of a character in HTML.
const NAME_CHARS: usize = 24;

impl Unit {
    /// In any script, and numerals beside: whatever may be read as part of a number.
    pub(super) fn is_digit(self) -> bool {
        self.c.is_numeric()
    }

    /// Whether it ends a number: a letter, or what stands where digits were hidden before.
    pub(super) fn ends_number(self) -> bool {
        let is_letter = self.c.is_alphanumeric() && !self.is_digit() && !self.is_invisible();
        is_letter || matches!(self.c, '…' | '•' | '●')
    }

    pub(super) fn is_invisible(self) -> bool {
        invisible(self.c).is_some()
    }
}

/// The characters as they stand, where some of them seem to be an escape: a token's first signs may seem to
/// end one, as in `%0` before `54F5…`. None where the text has no escapes.
pub(super) fn as_written(text: &[char], units: &[Unit]) -> Vec<Unit> {
    if units.len() == text.len() {
        return Vec::new();
    }
    text.iter().enumerate().map(|(at, c)| Unit { c: *c, from: at, to: at + 1 }).collect()
}

pub(super) fn units(text: &[char]) -> Vec<Unit> {
    let mut units = Vec::with_capacity(text.len());
    let mut from = 0;
    while let Some(first) = text.get(from) {
        let escaped = match first {
            '%' => percent(&text[from..]),
            '\\' => backslash(&text[from..]),
            '&' => entity(&text[from..]),
            '<' => tag(&text[from..]),
            _ => None,
        };
        // `%41` is a letter, or a sign and two digits of a number: taken for what hides more.
        let (c, length) = escaped.filter(|(c, _)| !c.is_ascii_alphabetic()).unwrap_or((*first, 1));
        units.push(Unit { c, from, to: from + length });
        from += length;
    }
    units
}

fn hex_byte(text: &[char]) -> Option<u8> {
    let digit = |at: usize| text.get(at)?.to_digit(16);
    u8::try_from(digit(0)? << 4 | digit(1)?).ok()
}

/// `%20`, `%E2%80%8B`, and either encoded once more; bytes of another encoding are a blank.
fn percent(text: &[char]) -> Option<(char, usize)> {
    let (first, mut length) = percent_byte(text)?;
    let mut bytes = vec![first];
    let wanted = match first {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => 1,
    };
    while bytes.len() < wanted {
        let Some((byte, more)) = percent_byte(&text[length..]) else { break };
        bytes.push(byte);
        length += more;
    }
    let decoded = std::str::from_utf8(&bytes).ok().and_then(|text| text.chars().next());
    Some(
        decoded
            .map_or_else(|| (' ', percent_byte(text).map_or(1, |(_, one)| one)), |c| (c, length)),
    )
}

fn percent_byte(text: &[char]) -> Option<(u8, usize)> {
    if text.first() != Some(&'%') {
        return None;
    }
    let mut at = 1;
    // `%25` is the sign itself.
    while text.get(at) == Some(&'2')
        && text.get(at + 1) == Some(&'5')
        && hex_byte(text.get(at + 2..)?).is_some()
    {
        at += 2;
    }
    Some((hex_byte(text.get(at..)?)?, at + 2))
}

/// `\u0034`, `\x34`, `\u{34}`, `\n`.
fn backslash(text: &[char]) -> Option<(char, usize)> {
    let blank = Some((' ', 2));
    match text.get(1)? {
        'n' | 'r' | 't' | '0' => blank,
        'x' => Some((char::from(hex_byte(&text[2..])?), 4)),
        'u' if text.get(2) == Some(&'{') => {
            let (number, length) = number(&text[3..], 16, '}')?;
            Some((char::from_u32(number)?, 3 + length))
        }
        'u' => {
            let high = u32::from(hex_byte(&text[2..])?) << 8;
            let unit = high | u32::from(hex_byte(text.get(4..)?)?);
            // Half of a character beyond the first plane: digits in bold and the like.
            let Some(c) = char::from_u32(unit) else { return surrogates(text, unit) };
            Some((c, 6))
        }
        _ => None,
    }
}

fn surrogates(text: &[char], high: u32) -> Option<(char, usize)> {
    let rest = text.get(6..12).filter(|rest| rest[..2] == ['\\', 'u'])?;
    let low = u32::from(hex_byte(&rest[2..])?) << 8 | u32::from(hex_byte(&rest[4..])?);
    let pair = [u16::try_from(high).ok()?, u16::try_from(low).ok()?];
    Some((char::decode_utf16(pair).next()?.ok()?, 12))
}

/// `&#52;`, `&#x34;`, and any name, which stands for a sign.
fn entity(text: &[char]) -> Option<(char, usize)> {
    if text.get(1) != Some(&'#') {
        let name = text[1..].iter().take(NAME_CHARS).take_while(|c| c.is_ascii_alphabetic());
        let end = 1 + name.count();
        return (end > 2 && text.get(end) == Some(&';')).then_some((' ', end + 1));
    }
    let is_hex = matches!(text.get(2), Some('x' | 'X'));
    let (start, radix) = if is_hex { (3, 16) } else { (2, 10) };
    let (number, length) = number(text.get(start..)?, radix, ';')?;
    Some((char::from_u32(number)?, start + length))
}

/// A number up to its end, and how much it takes with it.
fn number(text: &[char], radix: u32, end: char) -> Option<(u32, usize)> {
    let length = text.iter().take(8).take_while(|c| c.is_digit(radix)).count();
    if length == 0 || text.get(length) != Some(&end) {
        return None;
    }
    u32::from_str_radix(&String::from_iter(&text[..length]), radix).ok().map(|n| (n, length + 1))
}

/// Mark-up without a digit in it: `</b><b>` parts no number.
fn tag(text: &[char]) -> Option<(char, usize)> {
    text.get(1).filter(|c| c.is_ascii_alphabetic() || **c == '/')?;
    let inside = text.iter().take(TAG_CHARS).take_while(|c| **c != '>' && !c.is_numeric()).count();
    (text.get(inside) == Some(&'>')).then_some((' ', inside + 1))
}
