//! The journal page.

use crate::journal::{ChainState, JournalError, JournalView, RemovalRecord};
use crate::removal::ResolveError;

use crate::model::remote::Remote;

/// The journal as last read, and how it is looked at.
#[derive(Debug, Default)]
pub struct JournalState {
    /// Kept while the file is read anew; emptied at sign-out.
    pub view: Remote<JournalReading, JournalError>,
    /// Text as typed; see [`JournalAction::Filter`](super::JournalAction::Filter).
    pub filter: String,
    /// The removal whose steps are shown.
    pub open: Option<String>,
    /// Removals whose outcome is being asked for.
    pub resolving: Vec<String>,
    /// Why the last attempt to resolve a removal failed.
    pub resolve_error: Option<(String, ResolveError)>,
}

/// The journal as it was when it was read: grouped once, not in every frame.
#[derive(Debug, Clone, PartialEq)]
pub struct JournalReading {
    /// One record a removal, the newest first.
    pub records: Vec<RemovalRecord>,
    /// Removals whose end is not known, oldest first.
    pub unresolved: Vec<RemovalRecord>,
    /// Whether the file is whole, was torn, or was changed.
    pub chain: ChainState,
}

impl From<JournalView> for JournalReading {
    fn from(view: JournalView) -> Self {
        let unresolved = view.unresolved().to_vec();
        Self { records: view.removals(), unresolved, chain: view.chain }
    }
}
