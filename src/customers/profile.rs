//! What the cells of a column look like.

use crate::domain::cell::unprotect;

use super::form::{self, is_amount};
use super::number::is_id;
use super::table::Row;

/// Cells of a column that are looked at.
const LOOKED_AT: usize = 2000;

/// What a column seems to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Looks {
    Empty,
    /// Numbers, codes: most cells have a digit and no blank.
    Ids,
    /// 1, 2, 3: the rows are counted.
    Counted,
    /// Amounts, dates, addresses of mail, cards that are masked: no customer's number.
    Other,
    /// Names and other words.
    Words,
    /// Some of each.
    Mixed,
}

/// The first cells of a column that hold something.
pub(super) fn cells<'a>(rows: &[&'a Row], column: usize) -> Vec<&'a str> {
    let cells = rows.iter().take(LOOKED_AT).map(|row| unprotect(row.cell(column)));
    cells.filter(|cell| !cell.is_empty()).collect()
}

/// What a column of these rows looks like.
pub(super) fn looks(rows: &[&Row], column: usize) -> Looks {
    let cells = cells(rows, column);
    if cells.is_empty() {
        return Looks::Empty;
    }
    let count = |fits: &dyn Fn(&str) -> bool| cells.iter().filter(|cell| fits(cell)).count();
    let most = |fits: &dyn Fn(&str) -> bool| count(fits) * 10 >= cells.len() * 6;
    if most(&is_other) {
        return Looks::Other;
    }
    if is_counted(&cells) {
        return Looks::Counted;
    }
    let has_digit = |cell: &str| cell.contains(|c: char| c.is_ascii_digit());
    // Numbers that a spreadsheet has spoiled are still meant.
    let is_number = |cell: &str| is_id(cell) || form::is_spoiled(cell);
    if most(&is_number) {
        return Looks::Ids;
    }
    match count(&has_digit) {
        few if few * 10 <= cells.len() * 2 => Looks::Words,
        many if many * 10 >= cells.len() * 6 => Looks::Other,
        _ => Looks::Mixed,
    }
}

/// 1, 2, 3 from the first: a column that counts its rows.
fn is_counted(cells: &[&str]) -> bool {
    let number = |cell: &str| cell.trim_end_matches('.').parse::<usize>().ok();
    let counted = |(place, cell): (usize, &&str)| number(cell) == Some(place + 1);
    cells.len() > 1 && cells.iter().enumerate().all(counted)
}

/// What is certainly no customer's number: dates, times, addresses of mail, masked cards, amounts
/// with hundredths other than none.
pub(super) fn is_other(cell: &str) -> bool {
    cell.contains(['@', '*', '•', '%', '€', '$', '₽'])
        || form::is_date(cell)
        || form::is_time(cell)
        || is_amount(cell)
}
