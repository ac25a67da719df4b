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
