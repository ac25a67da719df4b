//! Why a file was not read, written or removed.

use std::io;
use std::path::{Path, PathBuf};

/// Why a file was not read, written or removed. What was there before is as it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{} cannot be {}: {}", path.display(), attempt.participle(), self.reason)]
pub struct StoreError {
    /// Decides the sentence's verb.
    pub attempt: Attempt,
    /// File or folder that it was tried with.
    pub path: PathBuf,
    /// Decides the advice: a full disk, missing rights, a lock that was not had.
    pub kind: io::ErrorKind,
    /// The system's words.
    pub reason: String,
}

/// What was tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attempt {
    /// Opening or reading it.
    Read,
    /// Making it, writing it, or putting it in the place of another.
    Write,
    /// Taking it away.
    Remove,
}

/// Kinds of [`StoreError`], by what a person can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// No room is left: on the disk, of a quota, or below a limit for files.
    Full,
    /// The disk takes no changes.
    ReadOnly,
    /// This user may not.
    Denied,
    /// Another window or program uses it, and did so for longer than the wait.
    Locked,
    /// A folder, a device or a pipe has this name.
    NotAFile,
    /// Its folder is not there and cannot be made.
    NoFolder,
    /// The disk takes no such name.
    BadName,
    /// It is larger than what is read of such files.
    TooLarge,
    /// See the system's words.
    Other,
}

impl Attempt {
    fn participle(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Write => "written",
            Self::Remove => "removed",
        }
    }
}

impl StoreError {
    /// Of an error of the system's.
    pub fn new(attempt: Attempt, path: &Path, error: &io::Error) -> Self {
        let kind = if is_in_use(error) { io::ErrorKind::ResourceBusy } else { error.kind() };
        Self { attempt, path: path.into(), kind, reason: error.to_string() }
    }

    pub(super) fn reading(path: &Path) -> impl Fn(io::Error) -> Self {
        move |error| Self::new(Attempt::Read, path, &error)
    }

    pub(super) fn writing(path: &Path) -> impl Fn(io::Error) -> Self {
        move |error| Self::new(Attempt::Write, path, &error)
    }

    /// What a person can do about it.
    pub fn failure(&self) -> Failure {
        Failure::of(self.attempt, self.kind)
    }
}

/// Whether another program keeps the file to itself, as on Windows those do that show or scan it. std has
/// no kind for that.
pub(super) fn is_in_use(error: &io::Error) -> bool {
    const SHARING_VIOLATION: i32 = 32;
    const LOCK_VIOLATION: i32 = 33;
    let is_busy = error.kind() == io::ErrorKind::ResourceBusy;
    let code = error.raw_os_error();
    is_busy || (cfg!(windows) && matches!(code, Some(SHARING_VIOLATION | LOCK_VIOLATION)))
}

impl Failure {
    fn of(attempt: Attempt, kind: io::ErrorKind) -> Self {
        use io::ErrorKind as Kind;
        match kind {
            Kind::StorageFull | Kind::QuotaExceeded => Self::Full,
            Kind::FileTooLarge if attempt == Attempt::Read => Self::TooLarge,
            Kind::FileTooLarge => Self::Full,
            Kind::ReadOnlyFilesystem => Self::ReadOnly,
            Kind::PermissionDenied => Self::Denied,
            Kind::WouldBlock | Kind::ResourceBusy => Self::Locked,
            Kind::IsADirectory | Kind::InvalidInput => Self::NotAFile,
            Kind::NotADirectory | Kind::NotFound => Self::NoFolder,
            Kind::InvalidFilename => Self::BadName,
            _ => Self::Other,
        }
    }
}
