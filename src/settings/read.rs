//! Reads a file that a person named.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::store::read_capped;

/// Why a file that a person named was not read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{} cannot be read: {reason}", path.display())]
pub struct ReadError {
    /// As the person gave it.
    pub path: PathBuf,
    /// Decides the advice.
    pub failure: ReadFailure,
    /// The system's words.
    pub reason: String,
}

/// Kinds of [`ReadError`], by what the person can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadFailure {
    /// Nothing has this path.
    NotFound,
    /// It is a folder.
    Folder,
    /// It is a device, a pipe, or the like.
    NoFile,
    /// This user may not read it.
    Denied,
    /// Another program keeps it to itself.
    InUse,
    /// It has more than so many bytes.
    TooLarge {
        /// Limit in bytes.
        most: u64,
    },
    /// See the system's words.
    Other,
}

impl ReadError {
    fn new(path: &Path, error: &io::Error, most: u64) -> Self {
        use io::ErrorKind as Kind;
        let failure = match error.kind() {
            Kind::NotFound | Kind::NotADirectory | Kind::InvalidFilename | Kind::InvalidInput => {
                ReadFailure::NotFound
            }
            Kind::IsADirectory => ReadFailure::Folder,
            Kind::PermissionDenied => ReadFailure::Denied,
            Kind::ResourceBusy => ReadFailure::InUse,
            Kind::FileTooLarge => ReadFailure::TooLarge { most },
            _ => ReadFailure::Other,
        };
        Self { path: path.to_owned(), failure, reason: error.to_string() }
    }
}

/// A limit, for people.
pub fn mebibytes(bytes: u64) -> u64 {
    bytes.div_ceil(1024 * 1024)
}

/// Reads a file that a person named, of at most so many bytes. A pipe is none: nobody may ever
/// write into it.
///
/// # Errors
/// See [`ReadError`].
pub fn read_file(path: &Path, most: u64) -> Result<Vec<u8>, ReadError> {
    match fs::metadata(path) {
        Ok(found) if !found.is_file() && !found.is_dir() => {
            let reason = "it is no regular file".to_owned();
            Err(ReadError { path: path.to_owned(), failure: ReadFailure::NoFile, reason })
        }
        _ => read_stream(path, most),
    }
}

/// The same, or what comes through a pipe: on the command line one is named on purpose.
///
/// # Errors
/// See [`ReadError`].
pub fn read_stream(path: &Path, most: u64) -> Result<Vec<u8>, ReadError> {
    read_capped(path, most).map_err(|error| ReadError::new(path, &error, most))
}
