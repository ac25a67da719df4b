//! What can go wrong with the journal.

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
    /// The journal, or its folder, is a link: what is written there may stand elsewhere.
    #[error("{} is a link", path.display())]
    Link {
        /// The journal's file or folder.
        path: PathBuf,
    },
    /// Others may write into the journal's folder, and so put another file in its place.
    #[error("others may write into {}", path.display())]
    Exposed {
        /// The folder.
        path: PathBuf,
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
            Self::Link { path } => {
                (Attempt::Write, path, io::ErrorKind::PermissionDenied, "a link")
            }
            Self::Exposed { path } => {
                (Attempt::Write, path, io::ErrorKind::PermissionDenied, "others may write into it")
            }
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
