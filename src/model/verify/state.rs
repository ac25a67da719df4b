//! The question why a finding is accepted.

use crate::domain::Digest;
use crate::verify::Rule;

/// A finding that a person is about to accept.
#[derive(Debug)]
pub struct AcknowledgeDialog {
    /// Of the file's bytes.
    pub sha256: Digest,
    /// Which of the verifier's rules found it.
    pub rule: Rule,
    /// The reason, as typed.
    pub why: String,
}
