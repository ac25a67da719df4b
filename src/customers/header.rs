//! The row that names the columns.

use super::form::is_date;
use super::meaning::{ColumnMeaning, is_no_value, is_total, meaning};
use super::number::is_id;
use super::table::{Row, Table};

/// Rows among which a header is looked for.
const LOOKED_AT: usize = 40;
/// Rows with numbers that may stand above a header, such as the number of a report.
const MOST_DATA_ABOVE: usize = 2;

/// The row of the table whose cells are names of columns: of the first rows, the one with the most
/// names that are known.
pub(super) fn found(table: &Table) -> Option<usize> {
    let rows = 0..table.rows.len().min(LOOKED_AT);
    let is_wide = table.is_wide();
    let above = |row: usize| table.rows[..row].iter().filter(|row| is_data(row, is_wide));
    let may_be = |row: &usize| above(*row).nth(MOST_DATA_ABOVE).is_none();
    let known = rows.filter(may_be).map(|row| (known_names(table, row), row));
    let best = known.max_by_key(|(known, row)| (*known, usize::MAX - row));
    best.filter(|(known, _)| *known > 0).map(|(_, row)| row)
}

/// Whether a row may name the columns of a table.
pub(super) fn names_columns(table: &Table, row: usize) -> bool {
    row < LOOKED_AT && known_names(table, row) > 0
}

/// How many names of a row are known; none where it is no header.
fn known_names(table: &Table, row: usize) -> usize {
    let cells = || table.rows[row].filled().map(|(_, cell)| cell);
    let is_wide = table.is_wide();
    // A title may hold a word that is known; a header has no numbers among its names.
    let is_lone = is_wide && cells().count() < 2;
    let is_sum = cells().next().is_some_and(is_total) && row > 0;
    let is_remark = !is_wide && cells().next().is_some_and(|cell| cell.starts_with('#'));
    if is_lone || is_sum || is_remark || cells().any(is_mostly_digits) || cells().any(is_no_value) {
        return 0;
    }
    let is_known = |means: &ColumnMeaning| *means != ColumnMeaning::Unknown;
    let known = cells().map(meaning).filter(is_known).count();
    let about_customers = cells().map(meaning).any(ColumnMeaning::may_be_theirs);
    if about_customers || known > 1 || !is_wide && row == 0 { known } else { 0 }
}

/// Whether a row holds a number beside other things, as the rows of a table do.
fn is_data(row: &Row, is_wide: bool) -> bool {
    let mut cells = row.filled().map(|(_, cell)| cell);
    let has_number = cells.any(|cell| is_mostly_digits(cell) && !is_date(cell));
    has_number && (!is_wide || row.filled().count() > 1)
}

fn is_mostly_digits(cell: &str) -> bool {
    cell.chars().filter(char::is_ascii_digit).count() * 2 > cell.chars().count()
}

/// Where no name is known: the first row with a word over a column in which all others have digits.
pub(super) fn guessed(table: &Table) -> Option<usize> {
    let has_digit = |cell: &str| cell.chars().any(char::is_numeric);
    let width = table.width();
    // What stands alone in a wide table is a title.
    let is_wide = table.is_wide();
    let is_row = |row: &&Row| !row.is_ruling() && (!is_wide || row.filled().count() > 1);
    let first = table.rows.iter().take(LOOKED_AT).position(|row| is_row(&row))?;
    let words = (0..width).filter(|column| {
        let head = table.rows[first].cell(*column);
        let mut others = table.rows[first + 1..]
            .iter()
            .filter(is_row)
            .map(|row| row.cell(*column))
            .filter(|cell| !cell.is_empty() && !is_total(cell))
            .peekable();
        let all_words = !has_digit(head) && !head.contains('@') && !head.is_empty();
        all_words && others.peek().is_some() && others.all(has_digit)
    });
    // A row with digits in a column that has none elsewhere is no header.
    let no_digits = table.rows[first].filled().all(|(_, cell)| !is_id(cell) && !is_no_value(cell));
    (words.count() > 0 && no_digits).then_some(first)
}
