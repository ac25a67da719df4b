//! Ways to write a token that is 128 bits: in base64 and its like, as bytes, as numbers; and texts that
//! hold other texts: escaped, packed into base64 or into hexadecimal digits.

use base64::Engine as _;
use base64::alphabet::{STANDARD, URL_SAFE};
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

const DIGITS: &str = "0123456789";
const LOWER: &str = "0123456789abcdefghijklmnopqrstuvwxyz";
const UPPER: &str = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const CROCKFORD: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Alphabets in which a token is a number, the most significant digit first, and from how many
/// digits to how many one has.
const BASES: [(&str, usize, usize); 13] = [
    ("01", 97, 128),
    ("01234567", 36, 43),
    (DIGITS, 30, 39),
    (LOWER, 22, 25),
    (UPPER, 22, 25),
    (CROCKFORD, 26, 26),
    ("0123456789abcdefghjkmnpqrstvwxyz", 26, 26),
    ("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", 19, 22),
    ("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", 19, 22),
    ("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", 19, 22),
    ("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz", 19, 22),
    ("123456789abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ", 19, 22),
    ("23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz", 19, 22),
];
/// Alphabets of five and six bits a sign, the bits from the left.
const BITS: [(&str, u32); 4] = [
    ("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 5),
    ("0123456789ABCDEFGHIJKLMNOPQRSTUV", 5),
    ("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", 6),
    ("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", 6),
];
/// Alphabets of 85 signs, of which five are four bytes: of ZeroMQ, of Adobe, and of RFC 1924.
const OF_85: [&str; 3] = [
    "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#",
    "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstu",
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~",
];
/// Signs that words may be made of beside letters and digits: of each kind of base64, and none.
const ALSO: [&str; 3] = ["+/", "-_", ""];
/// Signs of the shortest text that can hold a token as 32 digits.
const LEAST: usize = 32;
/// Signs of the shortest that can hold it in an alphabet of more signs.
const SHORTEST: usize = 19;
const LENIENT: GeneralPurposeConfig = GeneralPurposeConfig::new()
    .with_decode_padding_mode(DecodePaddingMode::Indifferent)
    .with_decode_allow_trailing_bits(true);
const ENGINES: [GeneralPurpose; 2] =
    [GeneralPurpose::new(&STANDARD, LENIENT), GeneralPurpose::new(&URL_SAFE, LENIENT)];

/// The words of a text that may hold a token, and those of what it is without its blanks.
pub(super) fn all_words(text: &str) -> Vec<String> {
    let mut all: Vec<String> = words(text).into_iter().map(str::to_owned).collect();
    all.extend(joined(text));
    all
}

/// Every number of 128 bits that one of [`all_words`] may be, or a word of other signs.
pub(super) fn numbers(text: &str, words: &[String]) -> Vec<u128> {
    let mut found: Vec<u128> = text.split_whitespace().flat_map(of_85).collect();
    // A signed one.
    let signed: Option<i128> = text.trim().parse().ok().filter(|number| *number < 0);
    found.extend(signed.map(|number| number as u128));
    for word in words {
        let fitting =
            BASES.iter().filter(|(_, least, most)| (*least..=*most).contains(&word.len()));
        found.extend(fitting.filter_map(|(alphabet, ..)| as_number(word, alphabet)));
        // `…u128`, and what else may stand behind a number.
        let digits = word.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
        found.extend((digits.len() >= 30).then(|| as_number(digits, DIGITS)).flatten());
        found.extend(BITS.iter().filter_map(|(alphabet, bits)| as_bits(word, alphabet, *bits)));
    }
    found
}

/// Twenty signs that are sixteen bytes.
fn of_85(word: &str) -> Vec<u128> {
    let signs: Vec<char> = word.chars().collect();
    if signs.len() != 20 {
        return Vec::new();
    }
    let of = |alphabet: &&str| {
        signs.chunks(5).try_fold(0_u128, |number, five| {
            let group = as_number(&five.iter().collect::<String>(), alphabet)?;
            (group <= u128::from(u32::MAX)).then_some(number << 32 | group)
        })
    };
    let whole = OF_85.iter().filter_map(|alphabet| as_number(word, alphabet));
    OF_85.iter().filter_map(of).chain(whole).collect()
}

/// The orders in which the bytes of a token may stand: those of Windows' GUIDs, the whole or each half
/// the other way round, the halves exchanged, and the digits the other way round.
pub(super) fn orders(number: u128) -> [u128; 6] {
    let bytes = number.to_be_bytes();
    let mut mixed = bytes;
    mixed[0..4].reverse();
    mixed[4..6].reverse();
    mixed[6..8].reverse();
    let mut halves = bytes;
    halves[0..8].reverse();
    halves[8..16].reverse();
    let nibbles = bytes.map(|byte| byte.rotate_left(4));
    let all = [mixed, halves, nibbles].map(u128::from_be_bytes);
    [number, number.swap_bytes(), number.rotate_left(64), all[0], all[1], all[2].swap_bytes()]
}

/// A token of 16 bytes, of four numbers, of two, or of its groups; signed or not.
pub(super) fn of_parts(parts: &[i128]) -> Option<u128> {
    let lengths: &[u32] = match parts.len() {
        16 => &[8; 16],
        8 => &[16; 8],
        5 => &[32, 16, 16, 16, 48],
        4 => &[32; 4],
        3 => &[40, 44, 44],
        2 => &[64; 2],
        _ => return None,
    };
    parts.iter().zip(lengths).try_fold(0_u128, |number, (part, bits)| {
        let (least, most) = (-(1_i128 << (bits - 1)), (1_i128 << bits) - 1);
        let fits = (least..=most).contains(part);
        fits.then(|| number << bits | (*part & most) as u128)
    })
}

/// Codes of signs as a text.
pub(super) fn of_codes(codes: &[i128]) -> Option<String> {
    let text = codes.iter().map(|code| u8::try_from(*code).ok().filter(u8::is_ascii));
    let text: Option<String> = text.map(|byte| byte.map(char::from)).collect();
    text.filter(|text| text.len() >= LEAST)
}

/// Texts within a text of these words, one layer taken off.
pub(super) fn within(text: &str, words: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    let plain = [unescaped(text), of_quoted_printable(text), without_marks(text), without_0x(text)];
    found.extend(plain.into_iter().filter(|one| one != text));
    for word in words.iter().filter(|word| word.len() >= LEAST) {
        // Letters before it may be taken for its own.
        for word in (0..4).filter_map(|start| word.get(start..)) {
            found.extend(ENGINES.iter().filter_map(|engine| readable(engine.decode(word).ok()?)));
        }
        found.extend(of_hex(word).and_then(readable));
    }
    found
}

/// What a text is without its blanks and line ends, as mail breaks base64 into lines; of digits alone
/// without what groups them too.
fn joined(text: &str) -> Vec<String> {
    let is_digits = |c: char| c.is_ascii_digit() || c.is_whitespace() || ",.'_".contains(c);
    let digits = text.contains(|c: char| ",.'_".contains(c)) && text.chars().all(is_digits);
    let whole: Option<String> = text
        .contains(char::is_whitespace)
        .then(|| text.chars().filter(|c| !c.is_whitespace()).collect());
    let bare = digits.then(|| text.chars().filter(char::is_ascii_digit).collect());
    let undashed = text.contains('-').then(|| text.replace('-', ""));
    let whole: Vec<String> = whole.into_iter().chain(undashed).collect();
    let words = whole.iter().flat_map(|whole| words(whole)).map(str::to_owned);
    words.chain(bare).collect()
}

/// A text without the marks of HTML and of forums between its letters.
fn without_marks(text: &str) -> String {
    const LONGEST: usize = 200;
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, mark)) = rest.split_once(['<', '[']) {
        plain.push_str(before);
        let end = mark.split_once(['>', ']']).filter(|(inside, _)| inside.len() <= LONGEST);
        rest = end.map_or(mark, |(_, after)| after);
    }
    plain.push_str(rest);
    plain
}

/// `0x72, 0xAE` without what says that digits follow.
fn without_0x(text: &str) -> String {
    text.replace("0x", " ").replace("0X", " ")
}

/// A number in decimal or, where it says so, in hexadecimal digits.
pub(super) fn number(text: &str) -> Option<i128> {
    match text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")) {
        Some(digits) => i128::from_str_radix(digits, 16).ok(),
        None => text.parse().ok(),
    }
}

/// The numbers of a text that holds nothing else.
pub(super) fn listed(text: &str) -> Option<Vec<i128>> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let groups = || text.trim().split('-').map(number).collect();
    let all: Option<Vec<i128>> =
        text.split(|c| !is_part(c)).filter(|word| !word.is_empty()).map(number).collect();
    all.or_else(groups)
}

/// Words of a text, each once, whatever signs are taken for letters.
fn words(text: &str) -> Vec<&str> {
    let mut all: Vec<&str> = Vec::new();
    for also in ALSO {
        let is_part = |c: char| c.is_ascii_alphanumeric() || also.contains(c);
        all.extend(text.split(|c: char| !is_part(c)).filter(|word| word.len() >= SHORTEST));
    }
    all.sort_unstable();
    all.dedup();
    all
}

fn as_number(word: &str, alphabet: &str) -> Option<u128> {
    let base = alphabet.len() as u128;
    word.chars().try_fold(0_u128, |number, c| {
        let digit = alphabet.find(c)? as u128;
        number.checked_mul(base)?.checked_add(digit)
    })
}

/// As many signs as 128 bits need, the last one filled up.
fn as_bits(word: &str, alphabet: &str, bits: u32) -> Option<u128> {
    let length = u128::BITS.div_ceil(bits);
    if word.len() != length as usize {
        return None;
    }
    let over = length * bits - u128::BITS;
    let mut number = 0_u128;
    for (index, c) in (1..).zip(word.chars()) {
        // In small letters, too, where the alphabet has none.
        let found = alphabet.find(c).or_else(|| alphabet.find(c.to_ascii_uppercase()))?;
        let sign = found as u128;
        number = if index == length {
            number << (bits - over) | sign >> over
        } else {
            number << bits | sign
        };
    }
    Some(number)
}

fn of_hex(word: &str) -> Option<Vec<u8>> {
    let pairs = word.as_bytes().chunks(2);
    pairs.map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect()
}

/// Bytes that are a text, in UTF-8 or in the UTF-16 that Windows writes.
fn readable(bytes: Vec<u8>) -> Option<String> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let wide = rest.is_empty() && bytes.iter().skip(1).step_by(2).all(|byte| *byte == 0);
    let text = match wide {
        true => String::from_utf16(
            &pairs.iter().map(|pair| u16::from_le_bytes(*pair)).collect::<Vec<_>>(),
        )
        .ok()?,
        false => String::from_utf8(bytes).ok()?,
    };
    (text.len() >= SHORTEST && !text.chars().any(|c| c.is_control() && !c.is_whitespace()))
        .then_some(text)
}

/// Percent signs, backslashes and entities taken off.
fn unescaped(text: &str) -> String {
    if !text.contains(['%', '\\', '&']) {
        return text.to_owned();
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (c, after) = escape(rest).unwrap_or_else(|| {
            (
                Sign::Char(first),
                rest.split_at_checked(first.len_utf8()).map_or("", |(_, after)| after),
            )
        });
        match c {
            Sign::Byte(byte) => bytes.push(byte),
            Sign::Char(c) => bytes.extend(c.encode_utf8(&mut [0; 4]).bytes()),
        }
        rest = after;
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

enum Sign {
    Byte(u8),
    Char(char),
}

/// A sign that is escaped at the start of a text, and what follows it.
fn escape(text: &str) -> Option<(Sign, &str)> {
    if let Some(entity) = text.strip_prefix('&') {
        let (name, after) = entity.split_once(';').filter(|(name, _)| name.len() < 12)?;
        let code = match name.strip_prefix('#') {
            Some(code) => match code.strip_prefix(['x', 'X']) {
                Some(code) => u32::from_str_radix(code, 16).ok()?,
                None => code.parse().ok()?,
            },
            None if name == "amp" => u32::from('&'),
            // Whatever it is, no digit.
            None => u32::from('-'),
        };
        return Some((Sign::Char(char::from_u32(code)?), after));
    }
    if let Some((code, after)) = text.strip_prefix("\\u{").and_then(|rest| rest.split_once('}')) {
        return Some((Sign::Char(char::from_u32(u32::from_str_radix(code, 16).ok()?)?), after));
    }
    if let Some(after) = text.strip_prefix("%u").or_else(|| text.strip_prefix("\\u")) {
        let (code, after) = hex(after, 4)?;
        return Some((Sign::Char(char::from_u32(code)?), after));
    }
    let after = text.strip_prefix('%').or_else(|| text.strip_prefix("\\x"));
    if let Some((code, after)) = after.and_then(|after| hex(after, 2)) {
        return Some((Sign::Byte(u8::try_from(code).ok()?), after));
    }
    let after = text.strip_prefix('\\')?;
    if let Some((digits, after)) = after.split_at_checked(3)
        && let Ok(code) = u8::from_str_radix(digits, 8)
    {
        return Some((Sign::Byte(code), after));
    }
    let c = after.chars().next().filter(|c| !c.is_ascii_alphanumeric())?;
    after.split_at_checked(c.len_utf8()).map(|(_, after)| (Sign::Char(c), after))
}

/// The number that so many digits are, and what follows them.
fn hex(digits: &str, length: usize) -> Option<(u32, &str)> {
    let (digits, after) = digits.split_at_checked(length)?;
    Some((u32::from_str_radix(digits, 16).ok()?, after))
}

/// `=2D`, and lines that are broken.
fn of_quoted_printable(text: &str) -> String {
    let text = text.replace("=\r\n", "").replace("=\n", "");
    let mut parts = text.split('=');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let code = part.split_at_checked(2).and_then(|(digits, after)| {
            Some((u8::from_str_radix(digits, 16).ok().filter(u8::is_ascii)?, after))
        });
        match code {
            Some((byte, after)) => {
                plain.push(char::from(byte));
                plain.push_str(after);
            }
            None => {
                plain.push('=');
                plain.push_str(part);
            }
        }
    }
    plain
}
