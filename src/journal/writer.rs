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
use super::acceptance::{AcceptError, Acceptance, Acceptor};
use super::chain::Chain;
use super::entry::{Draft, Entry, EntryKind};
use super::error::JournalError;
use super::guard::check_place;
use super::heads::{Head, Heads};
use super::line::{self, Form, LOCK_WAIT, MAX_LINE_BYTES, body_length};
use super::room::reserve;
use super::scan::Scan;

/// The journal of one data folder, for writing. Several may be open at once, in one process or in
/// many: each append takes the file's lock.
#[derive(Debug, Clone)]
pub struct Journal {
    path: Arc<Path>,
    lock_wait: Duration,
    heads: Arc<Heads>,
}

impl Journal {
    /// Makes sure that the journal in `dir` can be written, making both where they are missing
    /// (folder 0700 and file 0600 on Unix).
    ///
    /// # Errors
    /// [`JournalError::Unwritable`]; [`JournalError::Link`] and [`JournalError::Exposed`], see
    /// [`check_place`].
    pub fn open(dir: &Path) -> Result<Self, JournalError> {
        check_place(dir)?;
        let path = dir.join(FILE_NAME);
        opened(&path)?;
        Ok(Self { path: path.into(), lock_wait: LOCK_WAIT, heads: Arc::default() })
    }

    /// The same journal, giving up on a locked file after `wait` (ten seconds otherwise).
    #[must_use]
    pub fn with_lock_wait(self, wait: Duration) -> Self {
        Self { lock_wait: wait, ..self }
    }

    /// The same journal, whose heads are kept elsewhere too.
    #[must_use]
    pub fn with_heads(self, heads: Heads) -> Self {
        Self { heads: heads.into(), ..self }
    }

    /// Where its heads are kept beside it.
    pub fn heads(&self) -> &Heads {
        &self.heads
    }

    /// The data folder.
    pub fn folder(&self) -> &Path {
        self.path.parent().unwrap_or(Path::new("."))
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes one entry; it is on the disk when this returns. A line that a crash cut off is
    /// ended first and kept. Before an intent, room for what follows it is reserved.
    ///
    /// # Errors
    /// [`JournalError::Unwritable`] (part of the entry may be in the file, as a torn line),
    /// [`JournalError::Locked`]; those of [`check_place`].
    pub fn append(&self, draft: Draft, at: Timestamp) -> Result<Entry, JournalError> {
        self.append_head(draft, at).map(|(entry, _)| entry)
    }

    /// The same, and tells where the journal stands then.
    ///
    /// # Errors
    /// Those of [`Journal::append`].
    pub fn append_head(&self, draft: Draft, at: Timestamp) -> Result<(Entry, Head), JournalError> {
        check_place(self.folder())?;
        let mut lines = opened(&self.path)?;
        // The lock ends when the file is closed.
        lines.lock(self.lock_wait)?;
        let unwritten = |error: io::Error| StoreError::new(Attempt::Write, &self.path, &error);
        if draft.kind == EntryKind::Intent {
            reserve(lines.file()).map_err(unwritten)?;
        }
        let (entry, line) = following(lines.file(), draft, at).map_err(unwritten)?;
        lines.append(&line, Promise::Synced)?;
        let head = Head { at: entry.at, lines: entry.seq, digest: Digest::of(&line) };
        Ok((entry, head))
    }

    /// Takes on that the chain is broken at this line, so that removals go on: writes who does, and what the
    /// file holds. Whatever is changed before that afterwards is a break again.
    ///
    /// # Errors
    /// [`AcceptError`]: nothing was taken on.
    pub fn accept(
        &self,
        line: u64,
        by: Acceptor,
        at: Timestamp,
    ) -> Result<Acceptance, AcceptError> {
        check_place(self.folder())?;
        let mut lines = opened(&self.path).map_err(JournalError::from)?;
        lines.lock(self.lock_wait).map_err(JournalError::from)?;
        let unwritten = |error: io::Error| {
            JournalError::from(StoreError::new(Attempt::Write, &self.path, &error))
        };
        let (chain, mut scan) = checked(lines.file()).map_err(unwritten)?;
        match chain.broken() {
            None => return Err(AcceptError::NotBroken),
            Some((first, _)) if first != line => {
                return Err(AcceptError::OtherLine { line: first });
            }
            Some(_) => {}
        }
        let place = (scan.lines() + 1, line);
        let before = scan.all_ended().map_err(unwritten)?;
        let acceptance = Acceptance::new(place, before, by, at);
        let bytes = acceptance.encode(scan.last_digest()).map_err(unwritten)?;
        lines.append(&bytes, Promise::Synced).map_err(JournalError::from)?;
        Ok(acceptance)
    }
}

/// All lines, and what is known of them.
fn checked(file: &File) -> io::Result<(Chain, Scan<'_>)> {
    let (mut chain, mut scan) = (Chain::default(), Scan::new(file, file.metadata()?.len())?);
    loop {
        let prev = scan.last_digest();
        if scan.next_line()?.is_none() {
            return Ok((chain, scan));
        }
        chain.take(&mut scan, prev)?;
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
            let body = last.get(..body_length(last)).map(Digest::of);
            if let Form::Whole(link) = line::form(last, body) {
                return Ok(Self { seq: link.seq, digest: Digest::of(last) });
            }
        }
        let mut scan = Scan::new(file, length)?;
        while scan.next_line()?.is_some() {}
        Ok(Self { seq: scan.lines(), digest: scan.last_digest() })
    }
}
