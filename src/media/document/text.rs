//! Plain text as a document.

use encoding_rs::{Encoding, KOI8_R, UTF_8, WINDOWS_1251};

use super::{Block, Document, MOST_BLOCKS, MOST_CHARS, Span};

/// What was found out about a text file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextFacts {
    /// The encoding it was read in, by its standard name.
    pub encoding: &'static str,
    /// Whether that encoding is UTF-8.
    pub is_utf8: bool,
    /// No text in it.
    pub empty: bool,
    /// Nothing but an address.
    pub only_url: bool,
}

/// Reads plain text: blank lines part paragraphs.
pub fn read_text(bytes: &[u8]) -> (Document, TextFacts) {
    let (text, encoding) = decode(bytes);
    let document = Document { blocks: paragraphs(&text) };
    let trimmed = text.trim();
    let facts = TextFacts {
        encoding: encoding.name(),
        is_utf8: encoding == UTF_8,
        empty: trimmed.is_empty(),
        only_url: is_url(trimmed),
    };
    (document, facts)
}

/// The text and the encoding that fits: a byte order mark, UTF-8, or the likelier of the two
/// Cyrillic encodings of eight bits.
pub(super) fn decode(bytes: &[u8]) -> (String, &'static Encoding) {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let rest = bytes.get(mark..).unwrap_or_default();
        return (encoding.decode_without_bom_handling(rest).0.into_owned(), encoding);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (text.to_owned(), UTF_8);
    }
    let read = |encoding: &'static Encoding| encoding.decode_without_bom_handling(bytes).0;
    let (windows, koi) = (read(WINDOWS_1251), read(KOI8_R));
    if russian_likeness(&koi) > russian_likeness(&windows) {
        (koi.into_owned(), KOI8_R)
    } else {
        (windows.into_owned(), WINDOWS_1251)
    }
}

/// Russian text has many small letters, and small ones follow great ones, not the reverse: read in
/// the other encoding, the cases are swapped.
fn russian_likeness(text: &str) -> i64 {
    let is_cyrillic = |c: char| ('\u{400}'..='\u{45f}').contains(&c);
    let mut score = 0;
    let mut before = ' ';
    for c in text.chars().take(20_000) {
        if is_cyrillic(c) {
            score += if c.is_lowercase() { 2 } else { -1 };
            if "оеаинтсрвл".contains(c) {
                score += 2;
            }
            if c.is_uppercase() && is_cyrillic(before) && before.is_lowercase() {
                score -= 4;
            }
        } else if !c.is_ascii() && !"«»—–…№°§ ".contains(c) {
            score -= 4;
        }
        before = c;
    }
    score
}

fn paragraphs(text: &str) -> Vec<Block> {
    let text: String = text.chars().take(MOST_CHARS).collect();
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let parts = text.split("\n\n").map(clean).filter(|part| !part.trim().is_empty());
    let paragraph = |text| Block::Paragraph(vec![Span { text, ..Span::default() }]);
    parts.take(MOST_BLOCKS).map(paragraph).collect()
}

/// Without control characters, which have no glyphs.
fn clean(text: &str) -> String {
    let kept = text.chars().filter(|c| *c == '\n' || !c.is_control() || *c == '\t');
    kept.map(|c| if c == '\t' { ' ' } else { c }).collect::<String>().trim_matches('\n').to_owned()
}

/// Whether a text is an address and nothing else; a host's name alone counts where it says `www`.
pub(super) fn is_url(text: &str) -> bool {
    !text.contains(char::is_whitespace)
        && (text.starts_with("www.")
            || url::Url::parse(text).is_ok_and(|url| matches!(url.scheme(), "http" | "https")))
}
