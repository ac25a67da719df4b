//! The gateway's trap: prohibited symbols are *removed* from parameters, not refused.

use super::invisible::invisible;

/// Symbols that Assist prohibits in parameters and silently removes (documented on its validation
/// page). A customer number `AB/12` would therefore be answered for customer `AB12`.
pub const PROHIBITED_SYMBOLS: [char; 11] =
    ['<', '>', '"', '=', '\'', '/', '\\', '(', ')', ';', '#'];

/// A prohibited symbol found in a value, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Prohibited {
    /// The symbol.
    pub symbol: char,
    /// Its place, counted in characters from 1.
    pub position: usize,
}

/// The first symbol of `text` that the gateway would remove, if any. What nobody sees counts as well:
/// nothing documented lets it through, and none of it is typed on purpose.
pub fn find_prohibited(text: &str) -> Option<Prohibited> {
    text.chars().position(|c| PROHIBITED_SYMBOLS.contains(&c) || invisible(c).is_some()).and_then(
        |index| text.chars().nth(index).map(|symbol| Prohibited { symbol, position: index + 1 }),
    )
}
