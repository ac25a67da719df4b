//! What a file is, and its text.

use encoding_rs::{Encoding, IBM866, KOI8_R, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251};

use super::{FileKind, NotAList};

/// What can be read of a file.
pub(super) enum Content {
    Text(String),
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
    let is_text = |text: &str| !text.chars().any(is_no_text);
    let text = decode(bytes);
    let magic = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic));
    match magic {
        Some((magic, kind)) if magic.len() > 2 || !is_text(&text) => Err(NotAList::Binary(*kind)),
        _ if !is_text(&text) => Err(NotAList::Binary(FileKind::Unknown)),
        _ if is_flat_workbook(&text) => Ok(Content::Workbook),
        _ => match markup(&text) {
            Some(kind) => Err(NotAList::Binary(kind)),
            None => Ok(Content::Text(text)),
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

/// Markup and JSON are text, and no list: every bracket would be told as refused, line by line.
fn markup(text: &str) -> Option<FileKind> {
    let start = text.trim_start_matches('\u{feff}').trim_start();
    let lower: String = start.chars().take(64).flat_map(char::to_lowercase).collect();
    let begins = |all: &[&str]| all.iter().any(|begin| lower.starts_with(begin));
    if begins(&["<!doctype", "<html", "<?xml", "<table", "<head", "<body", "<meta", "<workbook"]) {
        return Some(FileKind::Markup);
    }
    if begins(&["mime-version:", "content-type: multipart"]) {
        return Some(FileKind::Markup);
    }
    let is_json = begins(&["{", "["]) && start.contains('"') && start.contains([':', ',', ']']);
    is_json.then_some(FileKind::Json)
}

fn is_no_text(c: char) -> bool {
    c.is_control() && !CONTROLS_OF_TEXT.contains(&c) && !('\u{80}'..'\u{a0}').contains(&c)
        || c == '\0'
}

/// The text of a file: by its mark, as UTF-8, as UTF-16 by its zeros, or in the Cyrillic encoding
/// that gives the most usual words.
fn decode(bytes: &[u8]) -> String {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding.decode_with_bom_removal(bytes).0.into_owned();
    }
    if let Some(wide) = wide(bytes) {
        return wide.decode_without_bom_handling(bytes).0.into_owned();
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.to_owned();
    }
    // Where most is UTF-8, a byte that is not is a spoiled sign and no other encoding.
    let utf8 = UTF_8.decode_without_bom_handling(bytes).0;
    let (spoiled, letters) = spoiled_and_letters(&utf8);
    if letters > 8 * spoiled {
        return utf8.into_owned();
    }
    let readings = [WINDOWS_1251, IBM866, KOI8_R]
        .map(|encoding| encoding.decode_without_bom_handling(bytes).0);
    let mut best = (usize::MAX, String::new());
    for reading in readings {
        let odd = oddness(&reading);
        if odd < best.0 {
            best = (odd, reading.into_owned());
        }
    }
    best.1
}

/// UTF-16 without a mark: every second byte of ASCII is zero.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = &bytes[..bytes.len().min(LOOKED_AT) & !1];
    if start.len() < 4 || bytes.len() % 2 == 1 {
        return None;
    }
    let zeros = |first: usize| {
        start.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count() * 2 * 2
    };
    match (zeros(0) > start.len(), zeros(1) > start.len()) {
        (true, false) => Some(UTF_16BE),
        (false, true) => Some(UTF_16LE),
        _ => None,
    }
}

fn spoiled_and_letters(text: &str) -> (usize, usize) {
    let spoiled = text.chars().filter(|c| *c == char::REPLACEMENT_CHARACTER).count();
    (spoiled, text.chars().filter(|c| !c.is_ascii() && c.is_alphabetic()).count())
}

/// How unlike Russian or Belarusian text is: letters of other scripts, signs that are no letters, and capital
/// letters after small ones, as the wrong Cyrillic encoding gives them.
fn oddness(text: &str) -> usize {
    let mut odd = 0;
    let mut before = ' ';
    for c in text.chars() {
        let usual = c.is_ascii()
            || matches!(c, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё' | 'і' | 'І' | 'ў' | 'Ў')
            || matches!(c, '№' | '«' | '»' | '–' | '—' | '“' | '”' | '„' | '\u{a0}' | '’' | '…');
        odd += usize::from(!usual) * 3;
        odd += usize::from(before.is_lowercase() && c.is_uppercase()) * 2;
        // Most of a text is in small letters.
        odd += usize::from(!c.is_ascii() && c.is_uppercase());
        before = c;
    }
    odd
}
