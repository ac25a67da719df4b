//! Text from outside, made fit to stand among the program's own words.

/// Whether a character turns the direction of writing.
pub fn turns(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether a character is drawn as nothing at all, or is none.
fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{34f}'
            | '\u{115f}'
            | '\u{1160}'
            | '\u{17b4}'
            | '\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200d}'
            | '\u{2060}'..='\u{206f}'
            | '\u{2800}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}'
            | '\u{fffe}'
            | '\u{ffff}'
            | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

/// Whether a character ends a line.
fn ends_line(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// What would move a reader's cursor, turn the direction of writing or hide, as a sign of its own.
pub fn harmless(c: char) -> char {
    if c.is_control() || ends_line(c) || turns(c) || is_unseen(c) { '\u{fffd}' } else { c }
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
