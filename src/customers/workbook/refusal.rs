//! Why a workbook is not read.

use super::super::reading::{NotAList, WorkbookFault};

/// Most cells of a sheet that say something.
pub(super) const MOST_CELLS: usize = 2_000_000;

/// A workbook that cannot be read, in the words of the library that reads it.
pub(super) fn broken(error: impl std::fmt::Display) -> NotAList {
    NotAList::Workbook(WorkbookFault::Library(error.to_string()))
}
