//! Sentences within sentences.

/// A sentence as it goes on after a colon or within another one: without its capital and its full stop.
/// Of the texts' own words alone: a name or a path at its start would be written otherwise.
pub fn continued(sentence: &str) -> String {
    let trimmed = sentence.trim();
    let plain = match trimmed.strip_suffix('.') {
        Some(rest) if !rest.ends_with('.') => rest,
        _ => trimmed,
    };
    let mut rest = plain.chars();
    let Some(first) = rest.next() else { return String::new() };
    // `HTTP` and `C:\` keep their capitals; `A card` and `В логине` do not.
    let is_word = rest.clone().next().is_some_and(|next| next.is_lowercase() || next == ' ');
    match is_word {
        true => first.to_lowercase().chain(rest).collect(),
        false => plain.to_owned(),
    }
}
