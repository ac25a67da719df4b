//! Append-only, hash-chained record of removals: one JSON object a line in `journal.jsonl`.
//!
//! Each line carries `seq` (its line number, from 1), `prev` (SHA-256 of the exact bytes of the
//! line before, without its line feed; 64 zeros in the first) and, as its last field, `sum`
//! (SHA-256 of its own bytes before `,"sum"`). So an edited, inserted, swapped or deleted line is
//! found, the newest included. What no chain in one file can show: that the newest lines were
//! *all* taken off, or that the whole file was written anew with fresh digests.
//!
//! Never in it: a password, a whole token (its SHA-256 stands for it), more of a card number than
//! BIN and last four; what people typed is masked where it looks like a card number or a token.

mod acceptance;
mod cef;
mod chain;
mod csv;
mod entry;
mod error;
mod filter;
mod guard;
mod heads;
mod json;
mod line;
mod reader;
mod record;
mod room;
mod scan;
mod state;
mod writer;

pub use acceptance::{AcceptError, Acceptance, Acceptor};
pub use cef::export_cef;
pub use csv::{ExportError, copied_row, export_csv, inert};
pub use entry::{
    Draft, Entry, EntryKind, OutcomeCode, RemovalId, Subject, TokenDigest, os_user, workstation,
};
pub use error::JournalError;
pub use filter::{Filter, OutcomeFilter};
pub use guard::check_place;
pub use heads::{Head, HeadError, Heads, SystemLog};
pub use json::record_json;
pub use reader::{
    Check, JournalMark, JournalView, UnreadableLine, Watch, check, mark, read, read_some, verify,
};
pub use record::RemovalRecord;
pub use state::{BreakReason, ChainState, ClockBack};
pub use writer::Journal;

/// The journal's name in its folder.
pub const FILE_NAME: &str = "journal.jsonl";
