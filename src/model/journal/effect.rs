//! What the journal page needs.

use crate::domain::Credentials;
use crate::domain::cell::Separator;

use crate::model::ids::SessionId;

/// What the journal page needs.
#[derive(Debug)]
pub enum JournalEffect {
    /// Read the whole file, check its chain, and group it by removals.
    Read {
        /// Session that asks; an answer after its end is dropped.
        session: SessionId,
    },
    /// Write records as CSV into the folder of exports.
    Export {
        /// Session that asks; the notice is dropped once it has ended.
        session: SessionId,
        /// Text as typed, as for [`JournalAction::Filter`](super::JournalAction::Filter).
        filter: String,
        /// Between cells, as spreadsheets of the window's language expect it.
        separator: Separator,
    },
    /// Write down that somebody takes a broken chain on.
    TakeOn {
        /// Session that asks; an answer after its end is dropped.
        session: SessionId,
        /// The first broken line, as it was shown; another one is not taken on.
        line: u64,
        /// The agent, as entered in the settings.
        operator: String,
        /// Why, as typed.
        reason: String,
    },
    /// Ask about an intent without an outcome.
    Resolve {
        /// Session that asks; an answer after its end is dropped.
        session: SessionId,
        /// Its [`RemovalId`](crate::journal::RemovalId), as text.
        removal: String,
        /// For the one call for a list; nothing is removed.
        credentials: Box<Credentials>,
    },
}
