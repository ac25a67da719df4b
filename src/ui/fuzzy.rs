//! How well a name answers what was typed.

/// The larger the better; `None` where some word typed is not in the name. Letters of a word stand
/// in its order; together, or where words begin, they count more.
pub(super) fn rank(name: &str, typed: &str) -> Option<i32> {
    let name: Vec<char> = name.chars().flat_map(char::to_lowercase).collect();
    let words = typed.split_whitespace();
    words.map(|word| rank_word(&name, word)).try_fold(0, |sum, rank| Some(sum + rank?))
}

fn rank_word(name: &[char], word: &str) -> Option<i32> {
    let word: Vec<char> = word.chars().flat_map(char::to_lowercase).collect();
    let begins = |at: usize| at == 0 || !name[at - 1].is_alphanumeric();
    let whole = name.windows(word.len()).enumerate().filter(|(_, part)| **part == *word);
    let best = whole
        .map(|(at, _)| (begins(at), at))
        .max_by_key(|(begins, at)| (*begins, std::cmp::Reverse(*at)));
    if let Some((begins, at)) = best {
        let at = i32::try_from(at).unwrap_or(i32::MAX).min(500);
        return Some(if begins { 2000 - at } else { 1000 - at });
    }
    let (mut rank, mut from) = (0, 0);
    for letter in word {
        let at = from + name.get(from..)?.iter().position(|other| *other == letter)?;
        rank += if begins(at) { 20 } else { 0 };
        rank -= i32::try_from(at - from).unwrap_or(i32::MAX).min(100);
        from = at + 1;
    }
    Some(rank)
}
