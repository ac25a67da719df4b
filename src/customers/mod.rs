//! Lists of customer numbers, out of what merchants have: text, CSV, workbooks.
//!
//! Nobody is asked for by guess: where the column of customer numbers is not plain, the answer is a
//! [`Question`]. And nothing vanishes: each line of the file has a [`Fate`], so that the counts add
//! up to the lines.

mod across;
mod alike;
mod asking;
mod cards;
mod choose;
mod column;
mod doubt;
mod encoding;
mod form;
mod header;
mod kinds;
mod list;
mod masking;
mod meaning;
mod neighbours;
mod notes;
mod number;
mod number_format;
mod own;
mod profile;
mod reading;
mod separator;
mod shown;
mod splitter;
mod subject;
mod table;
mod take;
mod text;
mod things;
mod words;
mod workbook;

pub use asking::{columns_of_file, columns_of_text};
pub use doubt::Doubt;
pub use list::{Aside, Counts, CustomerList, Doubtful, Fate, RefusedRow, RowError, TakenColumn};
pub use reading::{Choice, FileKind, NotAList, Question, Reading, SeenColumn, WorkbookFault};

use encoding::Content;
use table::Table;

/// Largest file of customer numbers, in bytes.
pub const MOST_BYTES: u64 = 16 * 1024 * 1024;

/// Reads a file: a workbook (`.xlsx`, `.xlsm`, `.xlsb`, `.xls`,
/// `.ods`, `.fods`), or text in UTF-8, UTF-16, windows-1251 or
/// another Cyrillic encoding, with commas, semicolons, tabs or bars.
///
/// # Errors
/// See [`NotAList`].
pub fn read_file(bytes: &[u8], choice: &Choice) -> Result<Reading, NotAList> {
    match encoding::content(bytes)? {
        Content::Workbook => workbook::read(bytes, choice),
        Content::Text { text, is_plain } => {
            let table = text::of_text(&text);
            choose::read_table(&Table { is_plain, ..table }, choice, &[], None)
        }
    }
}

/// Reads what was typed or pasted.
///
/// # Errors
/// See [`NotAList`].
pub fn read_text(text: &str, choice: &Choice) -> Result<Reading, NotAList> {
    if let Some(kind) = encoding::markup(text) {
        return Err(NotAList::Binary(kind));
    }
    choose::read_table(&text::of_text(text), choice, &[], None)
}

/// A customer's number as reports may hold it: one that is a card's shows the first six digits and the
/// last four, one that is a token its ends.
pub fn shown_number(number: &str) -> String {
    masking::masked(number)
}

/// Reads numbers that this program wrote, one a line, whatever signs are in them: no separator, no
/// header, nothing trimmed.
pub fn read_lines(text: &str) -> CustomerList {
    take::verbatim(text.lines())
}

impl From<Vec<crate::domain::CustomerNumber>> for CustomerList {
    fn from(numbers: Vec<crate::domain::CustomerNumber>) -> Self {
        take::verbatim(numbers.iter().map(crate::domain::CustomerNumber::as_str))
    }
}
