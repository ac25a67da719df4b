//! Why a workbook is not read.

use super::super::reading::NotAList;

/// Most cells of a sheet that say something.
pub(super) const MOST_CELLS: usize = 2_000_000;

/// A workbook that cannot be read, in the words of whatever reads it.
pub(super) fn broken(error: impl std::fmt::Display) -> NotAList {
    NotAList::Workbook { reason: error.to_string() }
}
