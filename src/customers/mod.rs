//! Lists of customer numbers, out of what merchants have: text, CSV, workbooks.
//!
//! Nobody is asked for by guess: where the column of customer numbers is not plain, the answer is a
//! [`Question`]. And nothing vanishes: each line of the file has a [`Fate`], so that the counts add
//! up to the lines.

mod across;
mod alike;
mod asking;
mod choose;
mod column;
mod doubt;
mod encoding;
mod form;
mod header;
mod kinds;
mod list;
mod masking;
mod notes;
mod number_format;
mod own;
mod profile;
mod separator;
mod shown;
mod subject;
mod table;
mod take;
mod words;
mod workbook;

pub use asking::{columns_of_file, columns_of_text};
pub use doubt::Doubt;
pub use list::{Aside, Counts, CustomerList, Doubtful, Fate, RefusedRow, RowError, TakenColumn};

use encoding::Content;
use table::Table;

/// Largest file of customer numbers, in bytes.
pub const MOST_BYTES: u64 = 16 * 1024 * 1024;

/// What a person says of a file whose numbers could be meant in several ways.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choice {
    /// A sheet of a workbook: its name, or its place from 1.
    pub sheet: Option<String>,
    /// A column: its name in the header, or its place from 1.
    pub column: Option<String>,
}

/// What came of reading a file or a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    List(CustomerList),
    /// Several columns or sheets could be meant, or none is known.
    Ask(Question),
}

/// Which sheet or column holds the customer numbers?
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Question {
    /// Of a workbook of several sheets, in its order; else empty.
    pub sheets: Vec<String>,
    /// Those of them that are hidden in the workbook, as places in `sheets`.
    pub hidden_sheets: Vec<usize>,
    /// The sheet whose columns these are, as a place in `sheets`; `None` where the sheet itself has
    /// to be chosen first.
    pub sheet: Option<usize>,
    /// What stands in the first rows, each with as many cells as there are columns.
    pub rows: Vec<Vec<String>>,
    /// The columns that say something.
    pub columns: Vec<SeenColumn>,
    /// What files of this shape have in common, to remember the answer by.
    pub shape: String,
}

/// A column, as a person is asked about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeenColumn {
    /// From 1.
    pub place: usize,
    /// Its name in the header, where there is one.
    pub name: Option<String>,
    /// What stands in it first.
    pub sample: String,
    /// Whether it is hidden in the workbook.
    pub is_hidden: bool,
}

/// Why a file is no list of customer numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotAList {
    /// Neither text nor a workbook that can be read; what it seems to be.
    Binary(FileKind),
    /// A workbook that cannot be read; the reader's words.
    Workbook { reason: String },
    /// A workbook under a password.
    Protected,
    /// A workbook whose number formats and hidden rows cannot be read.
    Formats,
    /// A workbook with more than can be taken in; what is allowed, in cells.
    TooManyCells { most: usize },
    /// There is no such column; those that there are.
    NoColumn { wanted: String, columns: Vec<SeenColumn> },
    /// There is no such sheet; those that there are.
    NoSheet { wanted: String, sheets: Vec<String> },
}

/// What a file that is no list seems to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    Pdf,
    Picture,
    /// An archive that is no workbook.
    Archive,
    /// A text processor's document.
    Document,
    /// A page or a table as HTML, or another file of markup.
    Markup,
    /// JSON.
    Json,
    /// Cards of contacts, or a calendar.
    Contacts,
    /// A letter with its headers.
    Letter,
    Unknown,
}

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
            let table = table::of_text(&text);
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
    choose::read_table(&table::of_text(text), choice, &[], None)
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
