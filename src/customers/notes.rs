//! What a workbook says of its rows and cells beside their text.

use std::collections::{HashMap, HashSet};
use std::ops::RangeInclusive;

use super::doubt::Doubt;

/// What is said of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// What is shown there may not be the number that was meant.
    Doubt(Doubt),
    /// A formula whose result the file does not hold.
    NoResult,
}

/// Lines are counted from 1, columns from 0.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Notes {
    pub(super) hidden_lines: HashSet<u64>,
    pub(super) hidden_columns: Vec<RangeInclusive<usize>>,
    pub(super) marks: HashMap<(u64, usize), Mark>,
}

impl Notes {
    pub(super) fn has_no_result(&self, line: u64, column: usize) -> bool {
        self.marks.get(&(line, column)) == Some(&Mark::NoResult)
    }

    /// Why the cell is asked for after a yes alone. Whoever hid a row took it off the list.
    pub(super) fn doubt(&self, line: u64, column: usize) -> Option<Doubt> {
        if self.hidden_lines.contains(&line) {
            return Some(Doubt::Hidden);
        }
        match self.marks.get(&(line, column)) {
            Some(Mark::Doubt(doubt)) => Some(*doubt),
            _ => None,
        }
    }

    pub(super) fn is_hidden(&self, column: usize) -> bool {
        self.hidden_columns.iter().any(|columns| columns.contains(&column))
    }
}
