//! What a list of customers needs while it is being given.

use crate::customers::Choice;
use std::path::PathBuf;

use crate::settings::KnownColumns;

use super::draft::ListPlace;
use crate::model::ids::SessionId;

/// A file of customers to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListFile {
    pub path: PathBuf,
    /// What a person said of it.
    pub choice: Choice,
    /// Whether its column is to be chosen, be it plain or not.
    pub ask: bool,
}

/// What a list of customers needs while it is being given.
#[derive(Debug)]
pub enum ListEffect {
    Read {
        session: SessionId,
        place: ListPlace,
        files: Vec<ListFile>,
        known: KnownColumns,
        /// Whether they are those that the list has already.
        anew: bool,
    },
    /// Read which columns were chosen.
    ReadColumns,
    KeepColumn {
        shape: String,
        chosen: String,
    },
}
