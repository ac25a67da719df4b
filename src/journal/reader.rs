//! Reads the journal, and checks its chain.

use std::collections::{HashMap, VecDeque};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use sha2::{Digest as _, Sha256};

use crate::domain::Digest;
use crate::store::lock_shared;

use super::FILE_NAME;
use super::entry::{Entry, EntryKind, OutcomeCode, RemovalId};
use super::error::{BreakReason, ChainState, JournalError};
use super::line::{self, Form, LOCK_WAIT, MAX_LINE_BYTES};
use super::record::{RemovalRecord, group};

/// Entries kept in memory; of a longer journal the newest are (about 40 MB).
const MAX_KEPT: usize = 50_000;
/// Unreadable lines listed one by one.
const MAX_UNREADABLE: usize = 100;

/// A line that is no entry this program can show; it stays in the file as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnreadableLine {
    /// Counted from 1.
    pub line: u64,
    /// Length in bytes.
    pub bytes: u64,
}

/// The journal as it was when it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct JournalView {
    /// The newest last; of a very long journal the newest 50 000.
    pub entries: Vec<Entry>,
    /// Older entries that are in the file and not in `entries`.
    pub older: u64,
    /// The first hundred lines that are no entries.
    pub unreadable: Vec<UnreadableLine>,
    /// Of all lines of the file, those not in `entries` included.
    pub chain: ChainState,
    unresolved: Vec<RemovalRecord>,
}

impl JournalView {
    /// Removals whose end is not known, oldest first: an intent without an outcome, or with the
    /// outcome `unverified` and no resolution. Found however old they are. A removal that is
    /// running just now is among them.
    pub fn unresolved(&self) -> &[RemovalRecord] {
        &self.unresolved
    }

    /// One record a removal, the newest first.
    pub fn removals(&self) -> Vec<RemovalRecord> {
        let mut records = group(self.entries.iter().cloned());
        records.reverse();
        records
    }
}

/// Reads the journal in `dir`; a missing one is empty.
///
/// # Errors
/// [`JournalError::Unreadable`], [`JournalError::Locked`].
pub fn read(dir: &Path) -> Result<JournalView, JournalError> {
    let mut entries = VecDeque::new();
    let mut older = 0;
    let mut unreadable = Vec::new();
    let mut open = Open::default();
    let chain = walk(dir, |line| {
        let Some(entry) = line.entry else {
            if unreadable.len() < MAX_UNREADABLE {
                unreadable.push(UnreadableLine { line: line.number, bytes: line.bytes });
            }
            return;
        };
        open.add(&entry);
        entries.push_back(entry);
        if entries.len() > MAX_KEPT {
            entries.pop_front();
            older += 1;
        }
    })?;
    Ok(JournalView {
        entries: entries.into(),
        older,
        unreadable,
        chain,
        unresolved: open.into_records(),
    })
}

/// Checks the whole chain, keeping no entry in memory.
///
/// # Errors
/// [`JournalError::Unreadable`], [`JournalError::Locked`].
pub fn verify(dir: &Path) -> Result<ChainState, JournalError> {
    walk(dir, |_| {})
}

/// How long the journal is, and the digest of its last line: whoever has it can tell later
/// whether the lines up to there are still the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalMark {
    /// Lines of the file, unreadable ones included.
    pub lines: u64,
    /// SHA-256 of the last line; zeros where there is none.
    pub digest: Digest,
    /// Of all lines up to there.
    pub chain: ChainState,
}

/// Where the journal in `dir` stands now.
///
/// # Errors
/// [`JournalError::Unreadable`], [`JournalError::Locked`].
pub fn mark(dir: &Path) -> Result<JournalMark, JournalError> {
    let (mut lines, mut digest) = (0, line::NO_PREDECESSOR);
    let chain = walk(dir, |line| (lines, digest) = (line.number, line.digest))?;
    Ok(JournalMark { lines, digest, chain })
}

/// Entries of the removals that have no known end so far.
#[derive(Default)]
struct Open(HashMap<RemovalId, Vec<Entry>>);

impl Open {
    fn add(&mut self, entry: &Entry) {
        if entry.kind == EntryKind::Intent {
            self.0.insert(entry.removal.clone(), vec![entry.clone()]);
        } else if entry.kind.outcome().is_some_and(|code| code != OutcomeCode::Unverified) {
            self.0.remove(&entry.removal);
        } else if let Some(entries) = self.0.get_mut(&entry.removal) {
            entries.push(entry.clone());
        }
    }

    fn into_records(self) -> Vec<RemovalRecord> {
        let mut entries: Vec<Entry> = self.0.into_values().flatten().collect();
        entries.sort_by_key(|entry| entry.seq);
        group(entries.into_iter())
    }
}

/// A line on its way through [`walk`].
struct WalkedLine {
    number: u64,
    bytes: u64,
    digest: Digest,
    entry: Option<Entry>,
}

/// Goes through all lines once, checking the chain.
fn walk(dir: &Path, mut each: impl FnMut(WalkedLine)) -> Result<ChainState, JournalError> {
    let path = dir.join(FILE_NAME);
    let unreadable = |error: io::Error| JournalError::unreadable(&path, &error);
    let file = match File::open(&path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(ChainState::Intact),
        Err(error) => return Err(unreadable(error)),
    };
    lock_shared(&file, &path, LOCK_WAIT)?;
    let mut scan = Scan::new(file);
    let mut torn = None;
    let mut broken = None;
    loop {
        let prev = scan.last_digest();
        let Some(bytes) = scan.next_line().map_err(unreadable)? else { break };
        let (entry, problem) = check(scan.line(), scan.lines(), prev);
        match problem {
            Some(Problem::Torn) => torn = torn.or(Some(scan.lines())),
            Some(Problem::Break(why)) => broken = broken.or(Some((scan.lines(), why))),
            None if scan.is_torn() => torn = torn.or(Some(scan.lines())),
            None => {}
        }
        each(WalkedLine { number: scan.lines(), bytes, digest: scan.last_digest(), entry });
    }
    Ok(match (broken, torn) {
        (Some((line, why)), _) => ChainState::Broken { line, why },
        (None, Some(line)) => ChainState::Torn { line },
        (None, None) => ChainState::Intact,
    })
}

enum Problem {
    Torn,
    Break(BreakReason),
}

fn check(line: &[u8], number: u64, prev: Digest) -> (Option<Entry>, Option<Problem>) {
    let link = match line::form(line) {
        Form::Torn => return (None, Some(Problem::Torn)),
        // Shown as it stands: what an altered line says is worth seeing, beside the warning.
        Form::Wrong(why) => return (line::decode(line), Some(Problem::Break(why))),
        Form::Whole(link) => link,
    };
    let problem = if link.prev != prev {
        Some(Problem::Break(BreakReason::OtherPredecessor))
    } else if link.seq != number {
        Some(Problem::Break(BreakReason::OutOfSequence))
    } else {
        None
    };
    (line::decode(line), problem)
}

/// Reads line by line in bounded memory: of a line that is too long only the start is kept, but
/// the digest is of all of it.
pub(super) struct Scan<R> {
    reader: BufReader<R>,
    line: Vec<u8>,
    lines: u64,
    digest: Digest,
    ended: bool,
}

impl<R: Read> Scan<R> {
    pub(super) fn new(file: R) -> Self {
        Self {
            reader: BufReader::with_capacity(MAX_LINE_BYTES, file),
            line: Vec::new(),
            lines: 0,
            digest: line::NO_PREDECESSOR,
            ended: true,
        }
    }

    /// Goes to the next line and tells its length in bytes; `None` at the end.
    pub(super) fn next_line(&mut self) -> io::Result<Option<u64>> {
        let mut hash = Sha256::new();
        let mut length = 0;
        self.line.clear();
        loop {
            let chunk = match self.reader.fill_buf() {
                Ok(chunk) => chunk,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            if chunk.is_empty() {
                if length == 0 {
                    return Ok(None);
                }
                self.ended = false;
                break;
            }
            let end = chunk.iter().position(|byte| *byte == b'\n');
            let part = &chunk[..end.unwrap_or(chunk.len())];
            hash.update(part);
            let room = (MAX_LINE_BYTES + 1).saturating_sub(self.line.len());
            self.line.extend_from_slice(&part[..part.len().min(room)]);
            length += part.len() as u64;
            let used = part.len() + usize::from(end.is_some());
            self.reader.consume(used);
            if end.is_some() {
                self.ended = true;
                break;
            }
        }
        self.lines += 1;
        self.digest = Digest::from_bytes(hash.finalize().into());
        Ok(Some(length))
    }

    /// The line without its line feed; of one over [`MAX_LINE_BYTES`] the start.
    fn line(&self) -> &[u8] {
        &self.line
    }

    /// Number of lines so far.
    pub(super) fn lines(&self) -> u64 {
        self.lines
    }

    /// Digest of the line, or what stands for the one before the first.
    pub(super) fn last_digest(&self) -> Digest {
        self.digest
    }

    /// Whether the line has no line feed.
    pub(super) fn is_torn(&self) -> bool {
        !self.ended
    }
}
