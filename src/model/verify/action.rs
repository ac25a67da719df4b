//! What a person asks for here.

use std::path::PathBuf;

use crate::domain::Digest;
use crate::verify::Rule;

/// What the verifier found.
#[derive(Debug, Clone)]
pub enum VerdictAction {
    /// Ask why a finding about these bytes is accepted.
    Ask {
        /// Of the file's bytes.
        sha256: Digest,
        /// Which of the verifier's rules found it.
        rule: Rule,
    },
    /// Say why there is nothing to ask about.
    CannotAsk(NotAcknowledged),
    /// The reason, as typed.
    EditWhy(String),
    /// Accept the finding, for the reason typed so far.
    Confirm,
    /// Add the acknowledgements in somebody else's file.
    Merge(PathBuf),
    /// Take an acknowledgement back.
    Withdraw {
        /// Of the file's bytes.
        sha256: Digest,
        /// Which of the verifier's rules found it.
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
    /// Somebody has accepted it before.
    Already,
}
