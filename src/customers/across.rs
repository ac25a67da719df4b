//! Numbers on one line: `1002, 1003; 1004`, `1002 1003`, `1002, 1003 and 1004`.

use super::form::of_form;
use super::kinds;
use super::number::{all_digits, is_id};
use super::table::Row;

/// Words between the last two of a list.
const AND: [&str; 7] = ["and", "or", "и", "или", "да", "&", "+"];
/// What stands between numbers.
const BETWEEN: [char; 4] = [',', ';', '|', '\t'];
/// Signs that numbers have at least, where nothing but a blank parts them.
const FEWEST_SIGNS: usize = 4;

/// The numbers of a row: its cells, and what a cell holds where it is plainly a list itself.
pub(super) fn numbers(row: &Row) -> Vec<&str> {
    row.filled().flat_map(|(_, cell)| of_cell(cell)).collect()
}

fn of_cell(cell: &str) -> Vec<&str> {
    let is_between = |c: char| BETWEEN.contains(&c);
    let cell = cell.trim_end_matches(['.', ',', ';']);
    let parts: Vec<&str> =
        cell.split(is_between).map(str::trim).filter(|part| !part.is_empty()).collect();
    let by_sign = parts.len() > 1 && parts.iter().all(|part| is_id(part) && part.len() > 2);
    // `1,002` and `12,50` are one number each, and a spoiled one.
    if by_sign && of_form(cell).is_none() {
        return parts;
    }
    let words: Vec<&str> = cell
        .split(|c: char| is_between(c) || c.is_whitespace())
        .filter(|word| !word.is_empty() && !AND.contains(&word.to_lowercase().as_str()))
        .collect();
    let is_digits = words.first().is_some_and(|first| all_digits(first));
    let fits =
        |word: &&str| is_id(word) && word.len() >= FEWEST_SIGNS && all_digits(word) == is_digits;
    let lengths = || words.iter().map(|word| word.len());
    let is_alike = lengths().max().unwrap_or_default() - lengths().min().unwrap_or_default() < 2;
    let is_whole = kinds::of_cell(cell).is_some();
    match words.len() > 1 && words.iter().all(fits) && is_alike && !is_whole {
        true => words,
        false => vec![cell],
    }
}
