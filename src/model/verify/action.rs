//! What a person asks for here.

use std::path::PathBuf;

use crate::domain::Digest;
use crate::verify::Rule;

/// What the verifier found.
#[derive(Debug, Clone)]
pub enum VerdictAction {
    /// Ask why a finding about these bytes is accepted.
    Ask {
        sha256: Digest,
        rule: Rule,
    },
    /// Say why there is nothing to ask about.
    CannotAsk(NotAcknowledged),
    EditWhy(String),
    Confirm,
    /// Add the acknowledgements in somebody else's file.
    Merge(PathBuf),
    /// Take an acknowledgement back.
    Withdraw {
        sha256: Digest,
        rule: Rule,
    },
}

/// Why a finding is not acknowledged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotAcknowledged {
    /// None is in focus, nor was one stepped to.
    NoneChosen,
    /// It is about the card or an asset, not about a file.
    OfNoFile,
    /// Its file could not be read: there are no bytes to accept.
    Unread,
    Already,
}
