//! What a person says of a list of customers that is being given.

use std::path::PathBuf;

/// A list of customers, before anybody is asked.
#[derive(Debug, Clone)]
pub enum ListAction {
    /// The text as typed or pasted; takes the place of files that were read.
    Edit(String),
    /// The path of a file of customers, as typed.
    EditPath(String),
    /// Read files of customers in place of the list.
    Read(Vec<PathBuf>),
    /// Read the file whose path was typed.
    ReadTyped,
    /// Take the sandbox's own customers.
    AllKnown,
    /// The sheet's place in the question.
    Sheet {
        /// Place among the files of the list, from 0.
        part: usize,
        /// Place among the sheets of the workbook, from 0.
        sheet: usize,
    },
    /// Choose among a part's columns: its place from 1.
    Column {
        /// Place among the files of the list, from 0.
        part: usize,
        /// Place in the table, from 1; ignored where it was not on offer.
        column: usize,
    },
    /// Another column than the one that was taken.
    AskAgain {
        /// Place among the files of the list, from 0.
        part: usize,
    },
    /// Whether doubtful numbers are asked for.
    AsTheyStand(bool),
}
