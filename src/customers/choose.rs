//! From a table to a list, or to a question.

use super::column::Columns;
use super::list::{self, TakenColumn};
use super::reading::{Choice, NotAList, Question, Reading};
use super::table::Row;
use super::table::Table;
use super::{take, text};

/// Rows shown beside a question.
const SHOWN_ROWS: usize = 8;
/// Cells of a row shown beside a question.
const SHOWN_CELLS: usize = 64;
/// Characters of a cell shown there.
const SHOWN_CHARS: usize = 40;

/// Reads a table whose sheet, if it has one, has been chosen.
///
/// # Errors
/// [`NotAList::NoColumn`].
pub(super) fn read_table(
    table: &Table,
    choice: &Choice,
    sheets: &[String],
    sheet: Option<usize>,
) -> Result<Reading, NotAList> {
    let split = (table.width() == 1).then(|| text::unwrapped(table.clone()));
    let table = split.as_ref().unwrap_or(table);
    let mut columns = Columns::of(table);
    // One line of many numbers is a list of them.
    let is_text = sheet.is_none();
    if is_text && choice.column.is_none() && table.rows.len() == 1 && columns.header.is_none() {
        return Ok(Reading::List(take::of_line(table)));
    }
    let column = match &choice.column {
        None => columns.plain(),
        Some(wanted) => Some(columns.wanted(wanted).ok_or_else(|| NotAList::NoColumn {
            wanted: wanted.clone(),
            columns: columns.seen(),
        })?),
    };
    let Some(column) = column.or_else(|| table.rows.is_empty().then_some(0)) else {
        return Ok(Reading::Ask(question(table, &columns, sheets, sheet)));
    };
    let taken = TakenColumn {
        place: column + 1,
        name: columns.name(column).map(list::shown),
        sheet: sheet.and_then(|sheet| sheets.get(sheet)).cloned(),
        is_only: columns.seen().len() < 2,
        is_hidden: table.notes.is_hidden(column),
        is_unwrapped: table.is_unwrapped,
        sheets: if choice.sheet.is_none() { sheets.to_vec() } else { Vec::new() },
        shape: columns.shape(),
    };
    Ok(Reading::List(take::of_column(
        table,
        columns.header,
        column,
        taken,
        choice.column.is_some(),
    )))
}

/// What a person needs to see to choose.
pub(super) fn question(
    table: &Table,
    columns: &Columns<'_>,
    sheets: &[String],
    sheet: Option<usize>,
) -> Question {
    let width = table.width().min(SHOWN_CELLS);
    let cells =
        |row: &Row| (0..width).map(|column| list::cut(row.cell(column), SHOWN_CHARS)).collect();
    Question {
        sheets: sheets.to_vec(),
        hidden_sheets: Vec::new(),
        sheet,
        rows: table.rows.iter().take(SHOWN_ROWS).map(cells).collect(),
        columns: columns.seen(),
        shape: columns.shape(),
    }
}
