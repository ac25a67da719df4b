//! What numbers are made of.

/// Digits that a spreadsheet keeps of a number.
pub(super) const DIGITS_KEPT: usize = 15;

/// Whether a text is digits alone.
pub(super) fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a cell looks like a number or a code: a digit, no blanks, and none of the signs that
/// texts are made of.
pub(super) fn is_id(cell: &str) -> bool {
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '+' | ':' | '\'');
    cell.contains(|c: char| c.is_ascii_digit()) && cell.chars().all(fits)
}

/// How many digits stand together in a cell at most.
pub(super) fn most_digits(cell: &str) -> usize {
    let parts = cell.split(|c: char| !c.is_ascii_digit());
    parts.map(str::len).max().unwrap_or_default()
}
