//! Text from outside within what others read: pages, reports, terminals.

/// Whether a character turns the direction of writing.
pub fn turns(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// What would move a reader's cursor or turn the direction of writing, as a sign of its own.
pub fn harmless(c: char) -> char {
    let is_no_character = matches!(c, '\u{fffe}' | '\u{ffff}');
    if c.is_control() || turns(c) || is_no_character { '\u{fffd}' } else { c }
}

/// Text between tags and in quoted attributes, of HTML and of XML.
pub fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars().map(harmless) {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}
