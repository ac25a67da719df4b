//! What acknowledgements need.

use std::path::PathBuf;

use crate::acknowledged::Change;

use crate::model::ids::SessionId;

/// What acknowledgements need.
#[derive(Debug)]
pub enum VerdictEffect {
    /// Read the file of accepted findings.
    ReadAcknowledged {
        /// Session that asks; an answer after its end is dropped.
        session: SessionId,
    },
    /// Write one change, under the lock that other windows wait for.
    ChangeAcknowledged {
        /// Session that asks; an answer after its end is dropped.
        session: SessionId,
        /// What to add or take back; the window shows it already.
        change: Box<Change>,
    },
    /// Add somebody else's file to one's own.
    MergeAcknowledged {
        /// Session that asks; an answer after its end is dropped.
        session: SessionId,
        /// Somebody else's file, which is only read.
        path: PathBuf,
    },
}
