//! The state file: what a batch has finished, a line each, so that it can go on after a crash.
//!
//! The first line says whose batch it is; the others hold a customer's cards, or the thumbnail of
//! a file of theirs, which comes first. Customers that failed are not in it: they are asked again.

use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::io::{self, BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::domain::Digest;
use crate::store::{Attempt, Failure, LineFile, Promise, StoreError, Torn};

use super::record::{AssetRecord, CardRecord, Identity, Thumbnail};

/// Version of the file's form.
const FORM: u32 = 1;

/// Why a batch does not begin with this state file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StateError {
    /// It could not be read, made or written.
    #[error("the state file {0}")]
    Unusable(StoreError),
    /// Another program goes on with it.
    #[error("the state file is in use by another run")]
    InUse,
    /// Something else than a state file; it is left alone.
    #[error("this is no state file of a batch")]
    NoStateFile,
    /// Another server, merchant or environment; what the file says, and what this batch would.
    #[error("the state file is {}", kept.against(wanted))]
    OtherBatch {
        /// What the file says.
        kept: Box<Identity>,
        /// What this batch would be.
        wanted: Box<Identity>,
    },
}

impl From<StoreError> for StateError {
    fn from(error: StoreError) -> Self {
        match error.failure() {
            Failure::Locked => Self::InUse,
            _ => Self::Unusable(error),
        }
    }
}

#[derive(Serialize, Deserialize)]
struct Head {
    carddesk_batch: u32,
    #[serde(flatten)]
    identity: Identity,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum StateLine {
    Customer { number: String, cards: Vec<CardRecord> },
    Thumbnail { sha256: Digest, picture: Thumbnail },
}

/// What an earlier run has finished.
#[derive(Debug, Default)]
pub(super) struct Kept {
    pub(super) identity: Option<Identity>,
    pub(super) customers: HashMap<String, Vec<CardRecord>>,
    pub(super) thumbnails: HashMap<Digest, Thumbnail>,
}

/// An open state file, locked as long as this lives.
#[derive(Debug)]
pub(super) struct StateFile {
    lines: LineFile,
    path: PathBuf,
    thumbnails: HashSet<Digest>,
}

impl StateFile {
    /// Opens or begins a state file.
    ///
    /// # Errors
    /// See [`StateError`]; a file that is not this batch's is left as it is.
    pub(super) fn open(path: &Path, wanted: &Identity) -> Result<(Self, Kept), StateError> {
        // A line that was torn off is written anew.
        let lines = LineFile::open(path, Torn::Cut)?;
        lines.lock(Duration::ZERO)?;
        let kept = read(lines.file(), path, wanted)?;
        let thumbnails = kept.thumbnails.keys().copied().collect();
        let mut state = Self { lines, path: path.to_owned(), thumbnails };
        if kept.identity.is_none() {
            state.write(&Head { carddesk_batch: FORM, identity: wanted.clone() })?;
        }
        Ok((state, kept))
    }

    /// Keeps a finished customer, with the pictures of its files that are not kept yet.
    pub(super) fn keep(
        &mut self,
        number: &str,
        cards: &[CardRecord],
        pictures: &HashMap<Digest, Thumbnail>,
    ) -> Result<(), StoreError> {
        let files = cards.iter().flat_map(|card| &card.assets);
        for sha256 in files.filter_map(AssetRecord::sha256) {
            if let Some(picture) = pictures.get(&sha256)
                && self.thumbnails.insert(sha256)
            {
                let picture = picture.clone();
                self.write(&StateLine::Thumbnail { sha256, picture })?;
            }
        }
        self.write(&StateLine::Customer { number: number.to_owned(), cards: cards.to_vec() })
    }

    /// One line at one stroke, so that a crash tears the last line at most.
    fn write(&mut self, line: &impl Serialize) -> Result<(), StoreError> {
        let line = serde_json::to_vec(line)
            .map_err(|error| StoreError::new(Attempt::Write, &self.path, &error.into()))?;
        self.lines.append(&line, Promise::Written)
    }
}

/// What the file holds. Lines that are not understood count as not written: their customers are
/// asked again.
fn read(file: &File, path: &Path, wanted: &Identity) -> Result<Kept, StateError> {
    let unreadable = |error: io::Error| StoreError::new(Attempt::Read, path, &error);
    let mut kept = Kept::default();
    let mut reader = BufReader::new(file);
    let mut line = Vec::new();
    loop {
        line.clear();
        let length = reader.read_until(b'\n', &mut line).map_err(unreadable)?;
        let is_head = kept.identity.is_none();
        if line.last() != Some(&b'\n') {
            // A head torn off is a file of ours; anything else without lines is somebody's.
            let torn_head = br#"{"carddesk_batch""#.starts_with(&line)
                || line.starts_with(br#"{"carddesk_batch""#);
            return if is_head && length > 0 && !torn_head {
                Err(StateError::NoStateFile)
            } else {
                Ok(kept)
            };
        }
        if is_head {
            let head: Head = serde_json::from_slice(&line).map_err(|_| StateError::NoStateFile)?;
            kept.identity = Some(of_this_batch(head, wanted)?);
        } else {
            match serde_json::from_slice(&line) {
                Ok(StateLine::Customer { number, cards }) => {
                    kept.customers.insert(number, cards);
                }
                Ok(StateLine::Thumbnail { sha256, picture }) => {
                    kept.thumbnails.insert(sha256, picture);
                }
                Err(_) => {}
            }
        }
    }
}

fn of_this_batch(head: Head, wanted: &Identity) -> Result<Identity, StateError> {
    if head.carddesk_batch != FORM {
        return Err(StateError::NoStateFile);
    }
    let kept = head.identity;
    if !kept.is_same_place(wanted) {
        let (kept, wanted) = (Box::new(kept), Box::new(wanted.clone()));
        return Err(StateError::OtherBatch { kept, wanted });
    }
    Ok(kept)
}
