//! What is said of the chain.

use std::fmt;

use jiff::SignedDuration;

/// Whether the lines are the ones that were written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChainState {
    /// Every line is whole and follows from the one before.
    Intact,
    /// The chain holds, but this line (counted from 1; the first such) was cut off while it was
    /// being written: by a crash, a full disk, or a person. It is kept as it is.
    Torn {
        /// Counted from 1.
        line: u64,
    },
    /// This line (counted from 1) is the first that was changed, or that does not follow from the
    /// one before, and that nobody has taken on.
    Broken {
        /// Counted from 1.
        line: u64,
        /// What does not fit.
        why: BreakReason,
    },
    /// The chain was broken at this line, and somebody has taken that on; from there on it holds.
    Accepted {
        /// The broken line, counted from 1.
        line: u64,
        /// The line that says who has.
        by: u64,
    },
}

impl ChainState {
    /// The line from which on the journal proves nothing, and why.
    pub fn broken(self) -> Option<(u64, BreakReason)> {
        match self {
            Self::Broken { line, why } => Some((line, why)),
            Self::Intact | Self::Torn { .. } | Self::Accepted { .. } => None,
        }
    }

    /// One word, for scripts.
    pub fn word(self) -> &'static str {
        match self {
            Self::Intact => "intact",
            Self::Torn { .. } => "torn",
            Self::Broken { .. } => "broken",
            Self::Accepted { .. } => "accepted",
        }
    }

    /// The line that it names.
    pub fn line(self) -> Option<u64> {
        match self {
            Self::Intact => None,
            Self::Torn { line } | Self::Broken { line, .. } | Self::Accepted { line, .. } => {
                Some(line)
            }
        }
    }
}

impl fmt::Display for ChainState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Intact => f.write_str("every line is as it was written"),
            Self::Torn { line } => write!(f, "line {line} was cut off while it was written"),
            Self::Broken { line, why } => write!(f, "line {line}: {why}"),
            Self::Accepted { line, by } => {
                write!(f, "line {line} was changed, and taken on by line {by}")
            }
        }
    }
}

/// How a line breaks the chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BreakReason {
    /// Its bytes are not those that were written.
    Changed,
    /// The line before is not the one it was written after.
    OtherPredecessor,
    /// Its number is not the number of the line.
    OutOfSequence,
    /// Its digest is right, and yet it has no number and predecessor.
    NotAnEntry,
    /// It has no digest, and is not what a crash leaves of an entry.
    NoDigest,
    /// It takes on a broken chain, and the lines before it are no longer those that were taken on.
    ChangedSinceAccepted,
}

impl BreakReason {
    /// One word, for scripts.
    pub fn word(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::OtherPredecessor => "other_predecessor",
            Self::OutOfSequence => "out_of_sequence",
            Self::NotAnEntry => "not_an_entry",
            Self::NoDigest => "no_digest",
            Self::ChangedSinceAccepted => "changed_since_accepted",
        }
    }
}

impl fmt::Display for BreakReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Changed => "it was changed after it was written",
            Self::OtherPredecessor => "the line before it was changed, added or removed",
            Self::OutOfSequence => "lines before it were added or removed",
            Self::NotAnEntry => "it is no entry of this journal",
            Self::NoDigest => "it has no digest",
            Self::ChangedSinceAccepted => "lines before it were changed since they were taken on",
        })
    }
}

/// Entries whose time is before that of the entry above them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClockBack {
    /// The first such line, counted from 1.
    pub line: u64,
    /// How far it went back there.
    pub by: SignedDuration,
    /// How many such lines there are.
    pub times: u64,
}
