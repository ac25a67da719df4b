//! What a list of customers needs while it is being given.

use crate::customers::Choice;
use std::path::PathBuf;

use crate::settings::KnownColumns;

use super::draft::ListPlace;
use crate::model::ids::SessionId;

/// A file of customers to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListFile {
    /// Dropped, chosen or typed by a person.
    pub path: PathBuf,
    /// What a person said of it.
    pub choice: Choice,
    /// Whether its column is to be chosen, be it plain or not.
    pub ask: bool,
}

/// What a list of customers needs while it is being given.
#[derive(Debug)]
pub enum ListEffect {
    /// Read files of customers.
    Read {
        /// Session that asks; an answer after its end is dropped.
        session: SessionId,
        /// Which list they are for.
        place: ListPlace,
        /// In the order they were given.
        files: Vec<ListFile>,
        /// Columns that a person has chosen before, by the shape of tables.
        known: KnownColumns,
        /// Whether they are those that the list has already.
        anew: bool,
    },
    /// Read which columns were chosen.
    ReadColumns,
    /// Keep a choice between runs, for other files of this shape.
    KeepColumn {
        /// What the choice is for: the table's headings or the workbook's sheets, as one text.
        shape: String,
        /// The column's place from 1, or the sheet's name.
        chosen: String,
    },
}
