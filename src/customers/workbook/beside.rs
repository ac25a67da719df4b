//! What stands in a sheet beside the values of its cells, and is read apart from them.

use std::collections::{HashMap, HashSet};

use super::super::reading::NotAList;
use super::refusal::MOST_CELLS;
use super::rows::{CellPosition, Rows};

/// Cells that one formula may fill.
const MOST_FILLED: u64 = 100_000;

/// Rows and columns are counted from 0.
#[derive(Default)]
pub(super) struct Beside {
    pub(super) hidden_rows: HashSet<u32>,
    pub(super) hidden_columns: Vec<(u32, u32)>,
    /// Formulas whose results the file does not hold.
    pub(super) formulas: Vec<Formula>,
    /// Cells that show an error, and its text.
    pub(super) errors: Vec<(CellPosition, String)>,
    /// Where cells stand that say nothing of it, and that the reader of values puts elsewhere.
    pub(super) moved: HashMap<CellPosition, CellPosition>,
    /// Number formats of cells, where the reader of values does not tell them: places in `codes`.
    pub(super) formats: HashMap<CellPosition, u16>,
    pub(super) codes: HashMap<u16, String>,
}

/// A formula, and the cells that it fills.
pub(super) struct Formula {
    pub(super) first: CellPosition,
    pub(super) last: CellPosition,
    pub(super) text: String,
}

impl Beside {
    pub(super) fn format(&self, place: CellPosition) -> Option<&str> {
        self.codes.get(self.formats.get(&place)?).map(String::as_str)
    }

    /// Adds what is known to the cells.
    ///
    /// # Errors
    /// See [`Rows::put`].
    pub(super) fn add_to(&self, rows: &mut Rows) -> Result<(), NotAList> {
        for row in &self.hidden_rows {
            rows.hide_row(*row);
        }
        for (first, last) in &self.hidden_columns {
            rows.hide_columns(*first, *last);
        }
        for (place, error) in &self.errors {
            rows.put_error(*place, error)?;
        }
        for formula in &self.formulas {
            let ((top, left), (bottom, right)) = (formula.first, formula.last);
            let height = u64::from(bottom.saturating_sub(top)) + 1;
            let width = u64::from(right.saturating_sub(left)) + 1;
            if height * width > MOST_FILLED {
                return Err(NotAList::TooManyCells { most: MOST_CELLS });
            }
            for row in top..=bottom {
                for column in left..=right {
                    let place = (row, column);
                    if place == formula.first || !rows.has(place) {
                        rows.put_formula(place, &formula.text)?;
                    }
                }
            }
        }
        Ok(())
    }
}
