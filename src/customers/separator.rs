//! What separates the lines of a text, and the cells of a line.

use super::number::{all_digits, is_id};
use super::splitter::{MOST_LINES_OF_A_CELL, Splitter};

/// In the order that decides where several fit as well.
const SEPARATORS: [char; 4] = ['\t', ';', '|', ','];
/// Lines that are looked at.
const LOOKED_AT: usize = 500;
/// Columns that are looked at.
const COLUMNS: usize = 64;

/// Line breaks of every system.
pub(super) fn lines(text: &str) -> Vec<&str> {
    // The end mark of DOS, and bytes that fill up a block, are no line.
    let text = text.trim_end_matches(['\u{1a}', '\0']);
    if text.is_empty() {
        return Vec::new();
    }
    let separated = if text.contains('\n') { '\n' } else { '\r' };
    let body = text.strip_suffix(separated).unwrap_or(text);
    body.split(separated).map(|line| line.trim_end_matches('\r')).collect()
}

/// Spreadsheets take the separator from a first line of its own, `sep=;`, in any letter case;
/// `Some(None)` where that line names no sign.
pub(super) fn told(line: &str) -> Option<Option<char>> {
    let line = line.trim_matches([' ', '"', '\r', '\u{feff}']);
    let (word, sign) = line.split_once('=')?;
    let is_told = word.trim().eq_ignore_ascii_case("sep") && sign.chars().count() <= 1;
    is_told.then(|| sign.chars().next())
}

/// The sign by which the whole table falls into rows of one width, in which a column looks like
/// numbers; `None` where each line is one cell.
pub(super) fn found(lines: &[&str]) -> Option<char> {
    let said = lines.iter().filter(|line| !line.trim().is_empty() && !line.starts_with("# "));
    let said: Vec<&str> = said.take(LOOKED_AT).copied().collect();
    let all = said.len().max(1) as f32;
    let whole = said.iter().filter(|line| !line.contains(SEPARATORS)).count() as f32;
    let ids = said.iter().filter(|line| is_id(line.trim())).count() as f32;
    let mut best = (None, (whole + ids) / all);
    let is_decimal = commas_are_decimal(&said);
    for separator in SEPARATORS.into_iter().filter(|sign| *sign != ',' || !is_decimal) {
        let fit = fit(&said, separator);
        if fit > best.1 + f32::EPSILON {
            best = (Some(separator), fit);
        }
    }
    best.0
}

/// Whether commas stand in amounts: `10021 100,50`, `10021: 100,50`. A comma in a line without digits,
/// as between names of columns, parts cells.
fn commas_are_decimal(lines: &[&str]) -> bool {
    let with_comma = || lines.iter().filter(|line| line.contains(','));
    let has_names =
        lines.first().is_some_and(|line| line.contains(',') && !line.contains(char::is_numeric));
    let decimal = with_comma().filter(|line| has_decimals_alone(line)).count();
    decimal > 0 && !has_names && decimal * 10 >= with_comma().count() * 6
}

/// Whether each comma of a line is followed by one or two digits that end there, and stands behind a
/// digit of what is no number by itself, or before more words: `10021 - 100,50`, `100,50 10021`.
fn has_decimals_alone(line: &str) -> bool {
    let ends = |c: char| c.is_whitespace() || matches!(c, ':' | ';' | '|');
    let parts: Vec<&str> = line.split(',').map(str::trim_end).collect();
    parts.windows(2).all(|two| {
        let (before, after) = (two[0], two[1]);
        let behind = after.trim_start();
        let word = behind.split(ends).next().unwrap_or_default();
        let is_parted = |text: &str| text.trim().contains(ends);
        let is_number = |text: &str| text.split(ends).all(|word| word.is_empty() || is_id(word));
        let follows = is_parted(behind) && is_number(behind) && behind.len() == after.len();
        before.ends_with(|c: char| c.is_ascii_digit())
            && word.len() < 3
            && all_digits(word)
            && (is_parted(before) || follows)
    })
}

/// From 0 to 2: how many rows are as wide as most are, and how many cells of the best column look
/// like numbers.
fn fit(lines: &[&str], separator: char) -> f32 {
    let mut widths = [0_usize; COLUMNS + 1];
    let mut ids = [0_usize; COLUMNS];
    let (mut place, mut rows) = (0, 0);
    while let Some(line) = lines.get(place) {
        let (cells, more) = row(line, &lines[place + 1..], separator);
        (place, rows) = (place + 1 + more, rows + 1);
        let Some(cells) = cells else { continue };
        widths[cells.len().min(COLUMNS)] += 1;
        if cells.len() > 1 {
            for (count, cell) in ids.iter_mut().zip(&cells) {
                *count += usize::from(is_id(cell));
            }
        }
    }
    let usual = widths[2..].iter().copied().max().unwrap_or_default();
    if usual == 0 {
        return 0.0;
    }
    let ids = ids.iter().copied().max().unwrap_or_default();
    (usual + ids) as f32 / rows.max(1) as f32
}

/// The cells of a row, which may go on within quotation marks; how many lines more it has.
fn row(line: &str, others: &[&str], separator: char) -> (Option<Vec<String>>, usize) {
    let mut splitter = Splitter::new(Some(separator));
    splitter.feed(line);
    if !splitter.is_open() {
        return (Some(splitter.end()), 0);
    }
    splitter.is_odd = false;
    for (more, line) in others.iter().enumerate().take(MOST_LINES_OF_A_CELL) {
        splitter.feed("\n");
        splitter.feed(line);
        if splitter.is_odd {
            break;
        }
        if !splitter.is_open() {
            return (Some(splitter.end()), more + 1);
        }
    }
    (None, 0)
}
