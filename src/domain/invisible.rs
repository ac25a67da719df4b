//! Characters that nobody sees: they come along with what is copied from pages and tables, and make
//! another value of one that looks the same.

/// What an invisible character is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Invisible {
    /// A control character: a tab, a line break, the rest of C0 and C1.
    Control,
    /// U+00AD: shown only where a word is parted.
    SoftHyphen,
    /// U+200B: where a line may be parted.
    ZeroWidthSpace,
    /// Zero-width joiner or non-joiner.
    Joiner,
    /// U+2060: where no line may be parted.
    WordJoiner,
    /// U+FEFF: stands at the start of files.
    ByteOrderMark,
    /// Turns the direction of writing.
    Direction,
    /// A line or paragraph separator of Unicode.
    LineSeparator,
    /// Chooses a shape of the character before it.
    VariationSelector,
    /// U+E0000 to U+E007F: letters that are not shown.
    Tag,
    /// Takes the place of a letter and shows nothing.
    Filler,
    /// Any other character that only says how those beside it are written.
    Format,
    /// No character at all.
    NoCharacter,
}

/// What `c` is, where it cannot be seen: control characters, Unicode's format characters and all
/// that it calls ignorable when text is drawn. Blanks are seen, and letters for private use may be.
pub fn invisible(c: char) -> Option<Invisible> {
    Some(match c {
        c if c.is_control() => Invisible::Control,
        '\u{ad}' => Invisible::SoftHyphen,
        '\u{200b}' => Invisible::ZeroWidthSpace,
        '\u{200c}' | '\u{200d}' => Invisible::Joiner,
        '\u{2060}' => Invisible::WordJoiner,
        '\u{feff}' => Invisible::ByteOrderMark,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            Invisible::Direction
        }
        '\u{2028}' | '\u{2029}' => Invisible::LineSeparator,
        '\u{180b}'..='\u{180d}'
        | '\u{180f}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{e0100}'..='\u{e01ef}' => Invisible::VariationSelector,
        '\u{e0000}'..='\u{e007f}' => Invisible::Tag,
        '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' | '\u{2800}' => Invisible::Filler,
        '\u{34f}'
        | '\u{600}'..='\u{605}'
        | '\u{6dd}'
        | '\u{70f}'
        | '\u{890}'
        | '\u{891}'
        | '\u{8e2}'
        | '\u{17b4}'
        | '\u{17b5}'
        | '\u{180e}'
        | '\u{2061}'..='\u{2065}'
        | '\u{206a}'..='\u{206f}'
        | '\u{fff0}'..='\u{fffb}'
        | '\u{110bd}'
        | '\u{110cd}'
        | '\u{13430}'..='\u{1343f}'
        | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0080}'..='\u{e0fff}' => Invisible::Format,
        '\u{fdd0}'..='\u{fdef}' => Invisible::NoCharacter,
        c if u32::from(c) & 0xfffe == 0xfffe => Invisible::NoCharacter,
        _ => return None,
    })
}
