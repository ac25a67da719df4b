//! The question which column is meant, asked by a person: the one that was taken was not.

use super::choose::question;
use super::column::Columns;
use super::encoding::{self, Content};
use super::reading::{NotAList, Question};
use super::{text, workbook};

/// The columns of a file, to choose from; the sheet by its name or its place from 1.
///
/// # Errors
/// See [`NotAList`].
pub fn columns_of_file(bytes: &[u8], sheet: Option<&str>) -> Result<Question, NotAList> {
    match encoding::content(bytes)? {
        Content::Workbook => workbook::columns(bytes, sheet),
        Content::Text { text, .. } => Ok(columns_of_text(&text)),
    }
}

/// The columns of a text, to choose from.
pub fn columns_of_text(typed: &str) -> Question {
    let table = text::of_text(typed);
    question(&table, &Columns::of(&table), &[], None)
}
