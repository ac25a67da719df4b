//! What a person says of a list of customers that is being given.

use std::path::PathBuf;

/// A list of customers, before anybody is asked.
#[derive(Debug, Clone)]
pub enum ListAction {
    Edit(String),
    EditPath(String),
    /// Read files of customers in place of the list.
    Read(Vec<PathBuf>),
    /// Read the file whose path was typed.
    ReadTyped,
    AllKnown,
    /// The sheet's place in the question.
    Sheet {
        part: usize,
        sheet: usize,
    },
    /// Choose among a part's columns: its place from 1.
    Column {
        part: usize,
        column: usize,
    },
    /// Another column than the one that was taken.
    AskAgain {
        part: usize,
    },
    /// Whether doubtful numbers are asked for.
    AsTheyStand(bool),
}
