//! What a file is, and its text.

use std::collections::HashSet;

use encoding_rs::{
    Encoding, IBM866, KOI8_R, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251, WINDOWS_1254,
};

use super::meaning::is_known;
use super::reading::{FileKind, NotAList};

/// What can be read of a file.
pub(super) enum Content {
    /// Whether its letters are plainly what they seem: of Cyrillic encodings another may be meant.
    Text {
        text: String,
        is_plain: bool,
    },
    Workbook,
}

/// First bytes of files that are no text, and what they are.
const MAGIC: [(&[u8], FileKind); 14] = [
    (b"%PDF", FileKind::Pdf),
    (b"\x89PNG", FileKind::Picture),
    (b"\xff\xd8\xff", FileKind::Picture),
    (b"GIF8", FileKind::Picture),
    (b"RIFF", FileKind::Picture),
    (b"BM", FileKind::Picture),
    (b"II*\0", FileKind::Picture),
    (b"\x1f\x8b", FileKind::Archive),
    (b"7z\xbc\xaf", FileKind::Archive),
    (b"Rar!", FileKind::Archive),
    (b"\xfd7zXZ", FileKind::Archive),
    (b"BZh9", FileKind::Archive),
    (b"{\\rtf", FileKind::Document),
    (b"SQLite format 3\0", FileKind::Unknown),
];
const ZIP: &[u8] = b"PK\x03\x04";
/// Of a compound file: workbooks up to Excel 2003, and those under a password.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
/// Excel before its compound files: a record BOF of BIFF 2, 3 or 4.
const OLD_BIFF: [&[u8]; 3] = [b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00"];
/// By how much a reading has to be less odd than the next to be plainly meant.
const PLAINLY: isize = 5;
/// What a word that is known weighs against odd letters.
const KNOWN_WORD: isize = 20;
/// Bytes in which zeros tell UTF-16 without its mark.
const LOOKED_AT: usize = 4096;
/// Control characters that text has, beside line breaks and tabs: the form feed, and the end mark
/// of DOS.
const CONTROLS_OF_TEXT: [char; 6] = ['\t', '\n', '\r', '\u{b}', '\u{c}', '\u{1a}'];

/// Tells text from workbooks, and refuses everything else.
///
/// # Errors
/// [`NotAList::Binary`].
pub(super) fn content(bytes: &[u8]) -> Result<Content, NotAList> {
    if bytes.starts_with(ZIP) {
        return workbook_in_archive(bytes);
    }
    if bytes.starts_with(COMPOUND) {
        return Ok(Content::Workbook);
    }
    if OLD_BIFF.iter().any(|magic| bytes.starts_with(magic)) {
        return Err(NotAList::Binary(FileKind::Unknown));
    }
    // Two letters may also begin a customer's number.
    let is_text = |text: &str| {
        // Bytes that fill up a block follow a whole line.
        let filled = text.trim_end_matches('\0');
        let said = if filled.ends_with(['\n', '\r', '\u{1a}']) { filled } else { text };
        !said.chars().any(is_no_text)
    };
    let (text, is_plain) = decode(bytes);
    let magic = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic));
    match magic {
        Some((magic, kind)) if magic.len() > 2 || !is_text(&text) => Err(NotAList::Binary(*kind)),
        _ if !is_text(&text) => Err(NotAList::Binary(FileKind::Unknown)),
        _ if is_flat_workbook(&text) => Ok(Content::Workbook),
        _ => match markup(&text) {
            Some(kind) => Err(NotAList::Binary(kind)),
            None => Ok(Content::Text { text, is_plain }),
        },
    }
}

/// An archive is a workbook where its directory names the parts of one.
fn workbook_in_archive(bytes: &[u8]) -> Result<Content, NotAList> {
    let has = |name| holds(bytes, name);
    if has(b"xl/workbook") || has(b"xl\\workbook") || has(b"opendocument.spreadsheet") {
        return Ok(Content::Workbook);
    }
    let document = has(b"word/document") || has(b"opendocument.text") || has(b"ppt/presentation");
    // What says itself what it is may say so in a packed part.
    if !document && has(b"content.xml") {
        return Ok(Content::Workbook);
    }
    Err(NotAList::Binary(if document { FileKind::Document } else { FileKind::Archive }))
}

/// An OpenDocument workbook that is one file of XML.
fn is_flat_workbook(text: &str) -> bool {
    let start: String = text.chars().take(4096).collect();
    start.contains("office:document") && start.contains("opendocument.spreadsheet")
}

/// Whether these bytes stand somewhere in a file.
pub(super) fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// Headers that a letter begins with.
const OF_LETTERS: [&str; 9] = [
    "return-path:",
    "received:",
    "delivered-to:",
    "from:",
    "to:",
    "subject:",
    "message-id:",
    "date:",
    "от:",
];

/// Markup, JSON, contacts and letters are text, and no list: their lines would be told as refused or
/// doubtful, one by one.
pub(super) fn markup(text: &str) -> Option<FileKind> {
    let start = text.trim_start_matches('\u{feff}').trim_start();
    let lower: String = start.chars().take(64).flat_map(char::to_lowercase).collect();
    let begins = |all: &[&str]| all.iter().any(|begin| lower.starts_with(begin));
    let is_tag =
        |rest: &str| rest.starts_with(|c: char| c.is_ascii_alphabetic() || "!?".contains(c));
    if lower.strip_prefix('<').is_some_and(is_tag) && start.contains('>') {
        return Some(FileKind::Markup);
    }
    if begins(&["begin:vcard", "begin:vcalendar"]) {
        return Some(FileKind::Contacts);
    }
    if begins(&["mime-version:", "content-type: multipart"]) {
        return Some(FileKind::Markup);
    }
    let is_header = |line: &&str| {
        let lower: String = line.chars().take(16).flat_map(char::to_lowercase).collect();
        OF_LETTERS.iter().any(|header| lower.starts_with(header))
    };
    if start.lines().take(8).filter(is_header).count() > 1 && begins(&OF_LETTERS) {
        return Some(FileKind::Letter);
    }
    let is_json = begins(&["{", "["]) && start.contains('"') && start.contains([':', ',', ']']);
    is_json.then_some(FileKind::Json)
}

fn is_no_text(c: char) -> bool {
    c.is_control() && !CONTROLS_OF_TEXT.contains(&c) && !('\u{80}'..'\u{a0}').contains(&c)
        || c == '\0'
}

/// The text of a file: by its mark, as UTF-8, as UTF-16 by its zeros, or in the Cyrillic encoding
/// that gives the most usual words; and whether it is plainly that.
fn decode(bytes: &[u8]) -> (String, bool) {
    if let Some(text) = of_unicode(bytes) {
        return (text, true);
    }
    if let Some(text) = mixed(bytes) {
        return (text, false);
    }
    of_utf8_with_a_fault(bytes).map_or_else(|| of_one_byte(bytes), |text| (text, true))
}

fn of_unicode(bytes: &[u8]) -> Option<String> {
    if let Some(text) = of_four_bytes(bytes) {
        return Some(text);
    }
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Some(encoding.decode_with_bom_removal(bytes).0.into_owned());
    }
    if let Some(wide) = wide(bytes) {
        return Some(wide.decode_without_bom_handling(bytes).0.into_owned());
    }
    std::str::from_utf8(bytes).ok().map(str::to_owned)
}

/// Where most is UTF-8, a byte that is not is a spoiled sign and no other encoding.
fn of_utf8_with_a_fault(bytes: &[u8]) -> Option<String> {
    let utf8 = UTF_8.decode_without_bom_handling(bytes).0;
    let (spoiled, letters) = spoiled_and_letters(&utf8);
    (letters > 8 * spoiled).then(|| utf8.into_owned())
}

/// Files that were joined, or added to, by programs of two encodings: lines of UTF-8 and lines that
/// are none, each read as what it is.
fn mixed(bytes: &[u8]) -> Option<String> {
    let end = if bytes.contains(&b'\n') { b'\n' } else { b'\r' };
    let is_other =
        |line: &&[u8]| std::str::from_utf8(line).is_err() && of_utf8_with_a_fault(line).is_none();
    let is_wide = |line: &[u8]| !line.is_ascii() && std::str::from_utf8(line).is_ok();
    let lines = || bytes.split_inclusive(|byte| *byte == end);
    let others = lines().filter(is_other).collect::<Vec<_>>().concat();
    if others.is_empty() || !lines().any(is_wide) {
        return None;
    }
    let (encoding, _) = likely(&others);
    let text = |line: &[u8]| match is_other(&line) {
        true => encoding.decode_without_bom_handling(line).0.into_owned(),
        false => UTF_8.decode_without_bom_handling(line).0.into_owned(),
    };
    Some(lines().map(text).collect())
}

fn of_one_byte(bytes: &[u8]) -> (String, bool) {
    let (encoding, is_plain) = likely(bytes);
    (encoding.decode_without_bom_handling(bytes).0.into_owned(), is_plain)
}

/// The encoding that gives the most usual words, a Cyrillic one or that of Western and Turkish systems, and whether it is plainly meant.
fn likely(bytes: &[u8]) -> (&'static Encoding, bool) {
    // Where little tells them apart, the first is by far the most usual.
    let mut all =
        [(WINDOWS_1251, 0), (IBM866, 3), (KOI8_R, 3), (WINDOWS_1254, 4)].map(|(encoding, rare)| {
            (oddness(&encoding.decode_without_bom_handling(bytes).0) + rare, encoding)
        });
    all.sort_by_key(|(odd, _)| *odd);
    let [(best, encoding), (next, _), ..] = all;
    (encoding, next - best > PLAINLY)
}

/// UTF-32, by its mark.
fn of_four_bytes(bytes: &[u8]) -> Option<String> {
    let is_little = bytes.starts_with(b"\xff\xfe\0\0");
    if !is_little && !bytes.starts_with(b"\0\0\xfe\xff") {
        return None;
    }
    let (signs, []) = bytes.as_chunks::<4>() else { return None };
    let number = |sign: &[u8; 4]| match is_little {
        true => u32::from_le_bytes(*sign),
        false => u32::from_be_bytes(*sign),
    };
    signs.iter().skip(1).map(|sign| char::from_u32(number(sign))).collect()
}

/// UTF-16 without a mark: every second byte is one of a few.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = &bytes[..bytes.len().min(LOOKED_AT) & !1];
    if start.len() < 4 || bytes.len() % 2 == 1 {
        return None;
    }
    // Zero is the first byte of ASCII, 4 that of Cyrillic, 0x20 and 0x21 those of some signs.
    let are_first = |first: usize| {
        let bytes = || start.iter().skip(first).step_by(2);
        let fit = bytes().filter(|byte| matches!(**byte, 0 | 4 | 0x20 | 0x21)).count();
        bytes().any(|byte| *byte == 0) && fit * 10 >= bytes().count() * 9
    };
    match (are_first(0), are_first(1)) {
        (true, false) => Some(UTF_16BE),
        (false, true) => Some(UTF_16LE),
        _ => None,
    }
}

fn spoiled_and_letters(text: &str) -> (usize, usize) {
    let spoiled = text.chars().filter(|c| *c == char::REPLACEMENT_CHARACTER).count();
    (spoiled, text.chars().filter(|c| !c.is_ascii() && c.is_alphabetic()).count())
}

/// How unlike Russian or Belarusian text is, each word counted once: letters of other scripts, signs
/// that are no letters, and capital letters after small ones, as the wrong Cyrillic encoding gives
/// them. Words that tables are headed with are like it.
fn oddness(text: &str) -> isize {
    let is_foreign = |c: char| !c.is_ascii() && !c.is_alphabetic();
    let words: HashSet<&str> = text.split(|c: char| !c.is_alphabetic() && !is_foreign(c)).collect();
    words.into_iter().filter(|word| !word.is_ascii()).map(oddness_of_word).sum()
}

fn oddness_of_word(word: &str) -> isize {
    let mut odd = if is_known(word) { -KNOWN_WORD } else { 0 };
    let mut before = ' ';
    // `Müşteri`: of one alphabet, as words are.
    let is_latin = word.contains(|c: char| c.is_ascii_alphabetic());
    for c in word.chars() {
        let usual = c.is_ascii()
            || is_latin && matches!(c, '\u{c0}'..='\u{17f}') && c.is_alphabetic()
            || !is_latin && matches!(c, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё' | 'і' | 'І' | 'ў' | 'Ў')
            || matches!(c, '№' | '«' | '»' | '–' | '—' | '“' | '”' | '„' | '\u{a0}' | '’' | '…');
        odd += isize::from(!usual) * 3;
        odd += isize::from(before.is_lowercase() && c.is_uppercase()) * 2;
        // Most of a text is in small letters.
        odd += isize::from(!c.is_ascii() && c.is_uppercase());
        before = c;
    }
    odd
}
