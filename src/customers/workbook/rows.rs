//! The cells of a sheet, in whatever order they come, as a table.

use std::collections::BTreeMap;

use super::super::doubt::Doubt;
use super::super::list::shown;
use super::super::notes::{Mark, Notes};
use super::super::reading::{NotAList, WorkbookFault};
use super::super::shown::Shown;
use super::super::table::Table;
use super::refusal::MOST_CELLS;

/// Where a cell stands: row and column, from 0.
pub(super) type CellPosition = (u32, u32);

/// Most cells that have room, those that say nothing included.
const MOST_ROOM: usize = 8_000_000;
/// Sheets end at column XFD and row 1,048,576; a file may say what it likes.
pub(super) const MOST_COLUMNS: u32 = 16_384;
pub(super) const MOST_ROWS: u32 = 1_048_576;

/// A sheet, as its workbook names it.
pub(in crate::customers) struct SheetName {
    pub(in crate::customers) name: String,
    pub(in crate::customers) is_hidden: bool,
}

/// Collects a sheet.
#[derive(Default)]
pub(super) struct Rows {
    rows: BTreeMap<u32, Vec<String>>,
    notes: Notes,
    cells: usize,
    room: usize,
}

impl Rows {
    /// Takes a cell.
    ///
    /// # Errors
    /// More cells than can be taken in, and two cells at one place: nobody knows which one holds.
    pub(super) fn put(&mut self, place: CellPosition, shown: Shown) -> Result<(), NotAList> {
        let Shown { text, mark } = shown;
        if text.is_empty() {
            return Ok(());
        }
        let (row, column) = place;
        self.cells += 1;
        if self.cells > MOST_CELLS || column >= MOST_COLUMNS || row >= MOST_ROWS {
            return Err(NotAList::TooManyCells { most: MOST_CELLS });
        }
        let column = column as usize;
        let cells = self.rows.entry(row).or_default();
        if cells.len() <= column {
            self.room += column + 1 - cells.len();
            if self.room > MOST_ROOM {
                return Err(NotAList::TooManyCells { most: MOST_CELLS });
            }
            cells.resize(column + 1, String::new());
        }
        if !cells[column].is_empty() {
            let (row, column) = (row + 1, column + 1);
            return Err(NotAList::Workbook(WorkbookFault::TwoCells { row, column }));
        }
        cells[column] = text;
        if let Some(mark) = mark {
            self.notes.marks.insert((u64::from(row) + 1, column), mark);
        }
        Ok(())
    }

    /// Whether something stands there.
    pub(super) fn has(&self, (row, column): CellPosition) -> bool {
        let text = self.rows.get(&row).and_then(|cells| cells.get(column as usize));
        text.is_some_and(|text| !text.is_empty())
    }

    /// Takes a formula whose result is not in the file; what stands in its place is none.
    ///
    /// # Errors
    /// See [`Self::put`].
    pub(super) fn put_formula(
        &mut self,
        place: CellPosition,
        formula: &str,
    ) -> Result<(), NotAList> {
        self.clear(place);
        let formula = formula.trim_start_matches(['=', ' ']);
        let formula = formula.strip_prefix("of:=").unwrap_or(formula);
        let text = format!("={}", shown(formula));
        self.put(place, Shown { text, mark: Some(Mark::NoResult) })
    }

    /// Takes a cell that shows an error, whatever the reader of values makes of it.
    ///
    /// # Errors
    /// See [`Self::put`].
    pub(super) fn put_error(&mut self, place: CellPosition, error: &str) -> Result<(), NotAList> {
        self.clear(place);
        self.put(place, Shown::doubtful(error, Doubt::Failed))
    }

    fn clear(&mut self, (row, column): CellPosition) {
        let cell = self.rows.get_mut(&row).and_then(|cells| cells.get_mut(column as usize));
        if let Some(cell) = cell {
            cell.clear();
        }
    }

    pub(super) fn hide_row(&mut self, row: u32) {
        self.notes.hidden_lines.insert(u64::from(row) + 1);
    }

    pub(super) fn hide_columns(&mut self, first: u32, last: u32) {
        self.notes.hidden_columns.push(first as usize..=last as usize);
    }

    /// The table, each row one line.
    pub(super) fn end(self) -> Table {
        let mut table = Table { notes: self.notes, ..Table::default() };
        for (row, cells) in self.rows {
            while table.lines() < row as usize {
                table.push(Vec::new());
            }
            table.push(cells);
        }
        table
    }
}
