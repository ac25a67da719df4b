//! The file of acknowledged findings.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::domain::Digest;
use crate::settings::{Folders, ReadError, ReadFailure, read_file, read_stream};
use crate::store::{Attempt, StoreError, update as update_file};
use crate::verify::Rule;

use super::{Acknowledged, Acknowledgement, Change};

/// Name of the file in the data folder.
pub const ACKNOWLEDGED_FILE: &str = "acknowledgements.json";
/// Largest file that is read, in bytes.
const MAX_BYTES: u64 = 16 * 1024 * 1024;

/// Why acknowledgements could not be read or written. The file is as it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AcknowledgedError {
    /// The file could not be read.
    #[error("no acknowledgements were read: {0}")]
    Unreadable(ReadError),
    /// Not a file of acknowledgements; `reason` says where reading stopped.
    #[error("the acknowledgements {} hold no acknowledgements: {reason}", path.display())]
    Broken {
        /// File that was read.
        path: PathBuf,
        /// The parser's words, or what is wrong with an entry.
        reason: String,
    },
    /// The person's own file could not be written, or its lock not be had.
    #[error("the acknowledgements {0}")]
    Unwritable(#[from] StoreError),
}

#[derive(Serialize, Deserialize)]
struct Document {
    acknowledgements: Vec<StoredAcknowledgement>,
}

#[derive(Serialize, Deserialize)]
struct StoredAcknowledgement {
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
    let path = folders.data().join(ACKNOWLEDGED_FILE);
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
            (line.sha256.parse::<Digest>().ok(), Rule::named(&line.rule), at)
        {
            let StoredAcknowledgement { by, why, .. } = line;
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
    update(folders, |all| all.apply(change)).map(|(all, ())| all)
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
    update(folders, |all| all.merge(&others))
}

/// Replaces all of them at one stroke.
///
/// # Errors
/// See [`AcknowledgedError`].
pub fn save(folders: &Folders, all: &Acknowledged) -> Result<(), AcknowledgedError> {
    update(folders, |kept| all.clone_into(kept)).map(drop)
}

fn update<T>(
    folders: &Folders,
    change: impl FnOnce(&mut Acknowledged) -> T,
) -> Result<(Acknowledged, T), AcknowledgedError> {
    let path = folders.data().join(ACKNOWLEDGED_FILE);
    update_file(&path, MAX_BYTES, |old| {
        let mut all =
            old.map_or_else(|| Ok(Acknowledged::default()), |text| parse(&text, &path))?;
        let result = change(&mut all);
        let text =
            text(&all).map_err(|error| StoreError::new(Attempt::Write, &path, &error.into()))?;
        Ok((text, (all, result)))
    })
}

fn text(all: &Acknowledged) -> serde_json::Result<Vec<u8>> {
    let lines = all.iter().map(|one| StoredAcknowledgement {
        sha256: one.sha256.to_string(),
        rule: one.rule.name().to_owned(),
        by: one.by.clone(),
        at: one.at.to_string(),
        why: one.why.clone(),
    });
    let mut text = serde_json::to_vec_pretty(&Document { acknowledgements: lines.collect() })?;
    text.push(b'\n');
    Ok(text)
}
