//! What is answered about the journal.

use std::path::PathBuf;

use crate::journal::JournalError;
use crate::removal::{ResolveError, Settled};

use super::state::JournalReading;

/// What is answered about the journal.
#[derive(Debug)]
pub enum JournalEvent {
    Read(Result<JournalReading, JournalError>),
    Exported(Result<PathBuf, JournalError>),
    /// An intent without an outcome was asked about.
    Resolved {
        removal: String,
        result: Result<(), ResolveError>,
    },
    /// Removals that were open, settled by a list that came.
    Settled {
        settled: Vec<Settled>,
    },
}
