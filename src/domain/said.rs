//! Text from outside, made fit to stand among the program's own words.

use super::invisible::invisible;

/// Whether a character ends a line.
fn ends_line(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// What would move a reader's cursor, turn the direction of writing or hide, as a sign of its own.
pub fn harmless(c: char) -> char {
    if ends_line(c) || invisible(c).is_some() { '\u{fffd}' } else { c }
}

/// At most `most` characters of a text, the last one `…` where something was cut.
pub fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    text.chars().take(most.saturating_sub(1)).chain(['…']).collect()
}

/// A text on one line, with no more than `most` characters, the last one `…` where something was cut:
/// ends of lines are shown as `¶`, runs of blanks as one, and what [`harmless`] knows as its sign.
pub fn on_one_line(text: &str, most: usize) -> String {
    let mut line = String::new();
    let mut count = 0;
    let mut last = ' ';
    for c in text.trim().chars() {
        let shown = match c {
            c if ends_line(c) => '¶',
            c if c.is_whitespace() => ' ',
            c => harmless(c),
        };
        if shown == last && matches!(shown, ' ' | '¶' | '\u{fffd}') {
            continue;
        }
        if count == most {
            line.pop();
            line.push('…');
            break;
        }
        line.push(shown);
        (last, count) = (shown, count + 1);
    }
    line
}
