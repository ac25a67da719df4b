//! The journal page.

use crate::journal::{Acceptance, ChainState, ClockBack, JournalError, JournalView, RemovalRecord};
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

/// Asks whether removals go on though the journal is broken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakeOn {
    /// The first broken line, as it was shown.
    pub line: u64,
    /// Why, as typed.
    pub reason: String,
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
    /// Who took a broken chain on, last.
    pub accepted: Option<Box<Acceptance>>,
    /// Where the computer's clock went back.
    pub clock: Option<ClockBack>,
}

impl From<JournalView> for JournalReading {
    fn from(view: JournalView) -> Self {
        let unresolved = view.unresolved().to_vec();
        let records = view.removals();
        let accepted = view.accepted.map(Box::new);
        Self { records, unresolved, chain: view.chain, accepted, clock: view.clock }
    }
}
