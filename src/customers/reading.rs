//! What comes of reading a file or a text: a list, a question, or why it is neither.

use super::list::CustomerList;

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
    /// The column was plain, or had been chosen; the list may still be empty.
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

/// Why a workbook cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WorkbookFault {
    /// A part of the archive is longer than the archive says.
    LongPart,
    /// It does not say which part is the workbook.
    NoMainPart,
    /// An OpenDocument without its contents.
    NoContent,
    /// A part that it names is not there.
    NoPart(String),
    /// A sheet that it names is not there.
    NoSheet,
    /// The same of the sheet of this name, or it does not say where that is.
    NoSheetOf(String),
    /// Two cells have the same place.
    TwoCells {
        /// As the file counts.
        row: u32,
        /// As the file counts.
        column: usize,
    },
    /// Whatever reads it failed over it.
    Damaged,
    /// In the words of the library that reads it.
    Library(String),
}

/// Why a file is no list of customer numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotAList {
    /// Neither text nor a workbook that can be read; what it seems to be.
    Binary(FileKind),
    /// A workbook that cannot be read.
    Workbook(WorkbookFault),
    /// A workbook under a password.
    Protected,
    /// A workbook whose number formats and hidden rows cannot be read.
    Formats,
    /// A workbook with more than can be taken in; what is allowed, in cells.
    TooManyCells {
        /// How many cells may be read.
        most: usize,
    },
    /// There is no such column; those that there are.
    NoColumn {
        /// Name that was asked for.
        wanted: String,
        /// Those that could have been.
        columns: Vec<SeenColumn>,
    },
    /// There is no such sheet; those that there are.
    NoSheet {
        /// Name that was asked for.
        wanted: String,
        /// Names of all sheets of the workbook, in its order.
        sheets: Vec<String>,
    },
}

/// What a file that is no list seems to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// Begins as a PDF does.
    Pdf,
    /// Begins as a picture of a usual format does.
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
    /// Bytes that are neither text nor a format known by its beginning.
    Unknown,
}
