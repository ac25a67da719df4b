//! What can go wrong with the journal.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::store::{Attempt, StoreError};

/// What went wrong with the journal, typed by what a person can do about it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum JournalError {
    /// The folder or file cannot be made, written or synced: no removal may be sent.
    #[error("the journal {}", self.stored())]
    Unwritable {
        /// File or folder that was being written.
        path: PathBuf,
        /// Decides the advice: free space, other rights, another folder.
        kind: io::ErrorKind,
        /// The system's words.
        reason: String,
    },
    /// The file is there and cannot be read.
    #[error("the journal {}", self.stored())]
    Unreadable {
        /// File that was being read.
        path: PathBuf,
        /// Decides the advice: other rights, another folder.
        kind: io::ErrorKind,
        /// The system's words.
        reason: String,
    },
    /// Another process kept the file locked for longer than the wait; trying again may help.
    #[error("the journal {} is in use by another program", path.display())]
    Locked {
        /// The journal's file.
        path: PathBuf,
    },
}

impl JournalError {
    pub(super) fn unreadable(path: &Path, error: &io::Error) -> Self {
        StoreError::new(Attempt::Read, path, error).into()
    }

    /// As whatever goes wrong with a file.
    pub fn stored(&self) -> StoreError {
        let (attempt, path, kind, reason) = match self {
            Self::Unwritable { path, kind, reason } => {
                (Attempt::Write, path, *kind, reason.as_str())
            }
            Self::Unreadable { path, kind, reason } => {
                (Attempt::Read, path, *kind, reason.as_str())
            }
            Self::Locked { path } => (Attempt::Write, path, io::ErrorKind::WouldBlock, ""),
        };
        StoreError { attempt, path: path.clone(), kind, reason: reason.to_owned() }
    }
}

impl From<StoreError> for JournalError {
    fn from(error: StoreError) -> Self {
        let StoreError { attempt, path, kind, reason } = error;
        match attempt {
            _ if kind == io::ErrorKind::WouldBlock => Self::Locked { path },
            Attempt::Read => Self::Unreadable { path, kind, reason },
            Attempt::Write | Attempt::Remove => Self::Unwritable { path, kind, reason },
        }
    }
}

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
    /// one before.
    Broken {
        /// Counted from 1.
        line: u64,
        /// What does not fit.
        why: BreakReason,
    },
}

impl fmt::Display for ChainState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Intact => f.write_str("every line is as it was written"),
            Self::Torn { line } => write!(f, "line {line} was cut off while it was written"),
            Self::Broken { line, why } => write!(f, "line {line}: {why}"),
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
}

impl fmt::Display for BreakReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Changed => "it was changed after it was written",
            Self::OtherPredecessor => "the line before it was changed, added or removed",
            Self::OutOfSequence => "lines before it were added or removed",
            Self::NotAnEntry => "it is no entry of this journal",
        })
    }
}
