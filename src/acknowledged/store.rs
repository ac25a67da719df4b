use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::domain::{digest_from_hex, hex};
use crate::settings::{
    Folders, KeptLock, ReadError, ReadFailure, lock_kept, read_file, read_stream,
    write_private_file,
};
use crate::verify::Rule;

use super::{Acknowledged, Acknowledgement, Change};

/// Name of the file in the data folder.
const FILE: &str = "acknowledgements.json";
/// Largest file that is read, in bytes.
const MAX_BYTES: u64 = 16 * 1024 * 1024;

/// Why acknowledgements could not be read or written. The file is as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AcknowledgedError {
    Unreadable(ReadError),
    /// Not a file of acknowledgements; `reason` says where reading stopped.
    Broken {
        path: PathBuf,
        reason: String,
    },
    Unwritable {
        path: PathBuf,
        reason: String,
    },
}

impl fmt::Display for AcknowledgedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (path, what, reason) = match self {
            Self::Unreadable(error) => return write!(f, "no acknowledgements were read: {error}"),
            Self::Broken { path, reason } => (path, "hold no acknowledgements", reason),
            Self::Unwritable { path, reason } => (path, "cannot be written", reason),
        };
        write!(f, "the acknowledgements {} {what}: {reason}", path.display())
    }
}

impl std::error::Error for AcknowledgedError {}

#[derive(Serialize, Deserialize)]
struct Document {
    acknowledgements: Vec<Line>,
}

#[derive(Serialize, Deserialize)]
struct Line {
    /// In hex.
    sha256: String,
    rule: String,
    by: String,
    /// In UTC.
    at: String,
    #[serde(default)]
    why: String,
}

/// Reads those in the data folder; none where there is no file.
///
/// # Errors
/// See [`AcknowledgedError`].
pub fn load(folders: &Folders) -> Result<Acknowledged, AcknowledgedError> {
    let path = folders.data().join(FILE);
    match read_file(&path, MAX_BYTES) {
        Err(error) if error.failure == ReadFailure::NotFound => Ok(Acknowledged::default()),
        Err(error) => Err(AcknowledgedError::Unreadable(error)),
        Ok(text) => parse(&text, &path),
    }
}

/// Reads somebody's file, or what comes through a pipe.
///
/// # Errors
/// See [`AcknowledgedError`].
pub fn load_file(path: &Path) -> Result<Acknowledged, AcknowledgedError> {
    parse(&read_stream(path, MAX_BYTES).map_err(AcknowledgedError::Unreadable)?, path)
}

/// Reads a file's text, one's own or somebody else's. Rules of other versions are passed over.
///
/// # Errors
/// [`AcknowledgedError::Broken`].
pub fn parse(text: &[u8], path: &Path) -> Result<Acknowledged, AcknowledgedError> {
    let document: Document = serde_json::from_slice(text).map_err(|error| {
        AcknowledgedError::Broken { path: path.to_owned(), reason: error.to_string() }
    })?;
    let mut all = Acknowledged::default();
    for line in document.acknowledgements {
        let at: Option<Timestamp> = line.at.parse().ok();
        if let (Some(sha256), Some(rule), Some(at)) =
            (digest_from_hex(&line.sha256), Rule::named(&line.rule), at)
        {
            let Line { by, why, .. } = line;
            let why = why.chars().take(Acknowledged::WHY_CHARS).collect();
            all.add(Acknowledgement { sha256, rule, by, at, why });
        }
    }
    Ok(all)
}

/// Changes the file in the data folder: what somebody else wrote since stays. Returns what it holds
/// then.
///
/// # Errors
/// See [`AcknowledgedError`]: a file that cannot be read is left as it is.
pub fn change(folders: &Folders, change: Change) -> Result<Acknowledged, AcknowledgedError> {
    let _lock = lock(folders)?;
    let mut all = load(folders)?;
    all.apply(change);
    save(folders, &all)?;
    Ok(all)
}

/// No other window changes them between reading and writing.
fn lock(folders: &Folders) -> Result<KeptLock, AcknowledgedError> {
    lock_kept(folders).map_err(|error| AcknowledgedError::Unwritable {
        path: folders.data().join(FILE),
        reason: error.to_string(),
    })
}

/// Adds somebody else's file to that in the data folder; returns what it holds then, and how many
/// were new or later.
///
/// # Errors
/// See [`AcknowledgedError`].
pub fn merge_file(
    folders: &Folders,
    path: &Path,
) -> Result<(Acknowledged, usize), AcknowledgedError> {
    let text = read_file(path, MAX_BYTES).map_err(AcknowledgedError::Unreadable)?;
    let others = parse(&text, path)?;
    let _lock = lock(folders)?;
    let mut all = load(folders)?;
    let count = all.merge(&others);
    save(folders, &all)?;
    Ok((all, count))
}

/// Replaces the file in the data folder at one stroke.
///
/// # Errors
/// [`AcknowledgedError::Unwritable`].
pub fn save(folders: &Folders, all: &Acknowledged) -> Result<(), AcknowledgedError> {
    let path = folders.data().join(FILE);
    let lines = all.iter().map(|one| Line {
        sha256: hex(&one.sha256),
        rule: one.rule.name().to_owned(),
        by: one.by.clone(),
        at: one.at.to_string(),
        why: one.why.clone(),
    });
    let document = Document { acknowledgements: lines.collect() };
    let write = || -> io::Result<()> {
        let mut text = serde_json::to_vec_pretty(&document)?;
        text.push(b'\n');
        write_private_file(folders, &path, &text)
    };
    write().map_err(|error| AcknowledgedError::Unwritable {
        path: path.clone(),
        reason: error.to_string(),
    })
}
