//! What acknowledgements need.

use std::path::PathBuf;

use crate::acknowledged::Change;

use crate::model::ids::SessionId;

/// What acknowledgements need.
#[derive(Debug)]
pub enum VerdictEffect {
    ReadAcknowledged {
        session: SessionId,
    },
    ChangeAcknowledged {
        session: SessionId,
        change: Box<Change>,
    },
    /// Add somebody else's file to one's own.
    MergeAcknowledged {
        session: SessionId,
        path: PathBuf,
    },
}
