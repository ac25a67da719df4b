//! What the journal page needs.

use crate::domain::Credentials;
use crate::domain::cell::Separator;

use crate::model::ids::SessionId;

/// What the journal page needs.
#[derive(Debug)]
pub enum JournalEffect {
    Read {
        session: SessionId,
    },
    Export {
        session: SessionId,
        filter: String,
        separator: Separator,
    },
    /// Ask about an intent without an outcome.
    Resolve {
        session: SessionId,
        removal: String,
        credentials: Box<Credentials>,
    },
}
