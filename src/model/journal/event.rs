//! What is answered about the journal.

use std::path::PathBuf;

use crate::journal::{AcceptError, JournalError};
use crate::removal::{ResolveError, Settled};

use super::state::JournalReading;

/// What is answered about the journal.
#[derive(Debug)]
pub enum JournalEvent {
    /// The records as of now, or why the file could not be read.
    Read(Result<JournalReading, JournalError>),
    /// Where the CSV file is, or why there is none.
    Exported(Result<PathBuf, JournalError>),
    /// An intent without an outcome was asked about.
    Resolved {
        /// Its [`RemovalId`](crate::journal::RemovalId), as text.
        removal: String,
        /// `Ok` once its outcome stands in the journal; the journal is read anew either way.
        result: Result<(), ResolveError>,
    },
    /// The broken line that removals go on after, or why they do not.
    TakenOn(Result<u64, AcceptError>),
    /// Removals that were open, settled by a list that came.
    Settled {
        /// Each with the outcome that was noted.
        settled: Vec<Settled>,
    },
}
