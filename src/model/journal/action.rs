//! What a person asks for here.

use crate::journal::RemovalId;

/// The journal page.
#[derive(Debug, Clone)]
pub enum JournalAction {
    Reload,
    /// To the removal that has been open the longest.
    ShowUnresolved,
    Filter(String),
    Toggle {
        removal: String,
    },
    Export,
    Resolve {
        removal: String,
    },
    /// Tell no more of these open removals until the next start.
    PutAside(Vec<RemovalId>),
}
