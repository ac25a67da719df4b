//! How well a name answers what was typed.

/// Where in a name what was typed stands, the better the larger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum MatchKind {
    /// Letters of it, in order.
    Scattered,
    /// Each word typed, somewhere within.
    Within,
    /// Each word typed begins a word of it.
    Words,
    /// The name begins with it.
    Beginning,
}

/// The larger the better; `None` where some word typed is not in the name. Letters of a word stand
/// in its order; together, or where words begin, they count more.
pub(super) fn rank(name: &str, typed: &str) -> Option<(MatchKind, i32)> {
    let name: Vec<char> = name.chars().flat_map(char::to_lowercase).collect();
    let words: Vec<Vec<char>> = typed
        .split_whitespace()
        .map(|word| word.chars().flat_map(char::to_lowercase).collect())
        .collect();
    let mut whole = (MatchKind::Words, 0);
    for word in &words {
        let (place, rank) = rank_word(&name, word)?;
        whole = (whole.0.min(place), whole.1 + rank);
    }
    let is_beginning = name.starts_with(&words.join(&' '));
    Some(if is_beginning { (MatchKind::Beginning, whole.1) } else { whole })
}

fn rank_word(name: &[char], word: &[char]) -> Option<(MatchKind, i32)> {
    let begins = |at: usize| at == 0 || !name[at - 1].is_alphanumeric();
    let whole = name.windows(word.len()).enumerate().filter(|(_, part)| *part == word);
    let best = whole
        .map(|(at, _)| (begins(at), at))
        .max_by_key(|(begins, at)| (*begins, std::cmp::Reverse(*at)));
    if let Some((begins, at)) = best {
        let at = i32::try_from(at).unwrap_or(i32::MAX).min(500);
        return Some((if begins { MatchKind::Words } else { MatchKind::Within }, 1000 - at));
    }
    let (mut rank, mut from) = (0, 0);
    for letter in word {
        let at = from + name.get(from..)?.iter().position(|other| other == letter)?;
        rank += if begins(at) { 20 } else { 0 };
        rank -= i32::try_from(at - from).unwrap_or(i32::MAX).min(100);
        from = at + 1;
    }
    Some((MatchKind::Scattered, rank))
}
