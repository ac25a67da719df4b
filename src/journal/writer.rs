//! Appends entries to the journal.

use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;

use crate::domain::Digest;
use crate::store::{Attempt, LineFile, Promise, StoreError, Torn};

use super::FILE_NAME;
use super::entry::{Draft, Entry};
use super::error::JournalError;
use super::line::{self, Form, LOCK_WAIT, MAX_LINE_BYTES};
use super::reader::Scan;

/// The journal of one data folder, for writing. Several may be open at once, in one process or in
/// many: each append takes the file's lock.
#[derive(Debug, Clone)]
pub struct Journal {
    path: Arc<Path>,
    lock_wait: Duration,
}

impl Journal {
    /// Makes sure that the journal in `dir` can be written, making both where they are missing
    /// (folder 0700 and file 0600 on Unix).
    ///
    /// # Errors
    /// [`JournalError::Unwritable`].
    pub fn open(dir: &Path) -> Result<Self, JournalError> {
        let path = dir.join(FILE_NAME);
        opened(&path)?;
        Ok(Self { path: path.into(), lock_wait: LOCK_WAIT })
    }

    /// The same journal, giving up on a locked file after `wait` (ten seconds otherwise).
    #[must_use]
    pub fn with_lock_wait(self, wait: Duration) -> Self {
        Self { lock_wait: wait, ..self }
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes one entry; it is on the disk when this returns. A line that a crash cut off is
    /// ended first and kept.
    ///
    /// # Errors
    /// [`JournalError::Unwritable`] (part of the entry may be in the file, as a torn line),
    /// [`JournalError::Locked`].
    pub fn append(&self, draft: Draft, at: Timestamp) -> Result<Entry, JournalError> {
        let mut lines = opened(&self.path)?;
        // The lock ends when the file is closed.
        lines.lock(self.lock_wait)?;
        let (entry, line) = following(lines.file(), draft, at)
            .map_err(|error| StoreError::new(Attempt::Write, &self.path, &error))?;
        lines.append(&line, Promise::Synced)?;
        Ok(entry)
    }
}

fn opened(path: &Path) -> Result<LineFile, StoreError> {
    LineFile::open_in_new_folder(path, Torn::End)
}

/// The entry that follows the last line, and its bytes.
fn following(file: &File, draft: Draft, at: Timestamp) -> io::Result<(Entry, Vec<u8>)> {
    let tail = Tail::of(file)?;
    let entry = draft.into_entry(tail.seq + 1, at);
    let line = line::encode(&entry, tail.digest)?;
    Ok((entry, line))
}

/// What the next line must follow.
struct Tail {
    /// Number of the last line; 0 in an empty file.
    seq: u64,
    digest: Digest,
}

impl Tail {
    /// Looks at the last line alone; at the whole file only where that line cannot be read.
    fn of(mut file: &File) -> io::Result<Self> {
        let length = file.metadata()?.len();
        let window = length.min(MAX_LINE_BYTES as u64 + 2);
        file.seek(SeekFrom::Start(length - window))?;
        let mut bytes = Vec::new();
        file.take(window).read_to_end(&mut bytes)?;
        if let Some(ended) = bytes.strip_suffix(b"\n") {
            let last = ended.rsplit(|byte| *byte == b'\n').next().unwrap_or_default();
            if let Form::Whole(link) = line::form(last) {
                return Ok(Self { seq: link.seq, digest: Digest::of(last) });
            }
        }
        file.rewind()?;
        let mut scan = Scan::new(file);
        while scan.next_line()?.is_some() {}
        Ok(Self { seq: scan.lines(), digest: scan.last_digest() })
    }
}
