//! Reads the journal, and checks its chain.

use std::collections::{HashMap, HashSet, VecDeque};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use crate::domain::Digest;
use crate::store::lock_shared;

use super::FILE_NAME;
use super::acceptance::Acceptance;
use super::chain::Chain;
use super::entry::{Entry, EntryKind, OutcomeCode, RemovalId};
use super::error::JournalError;
use super::line::{self, LOCK_WAIT};
use super::record::{RemovalRecord, group};
use super::scan::{Place, Scan};
use super::state::{ChainState, ClockBack};

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
    /// Who took a broken chain on, last.
    pub accepted: Option<Acceptance>,
    /// Where the computer's clock went back.
    pub clock: Option<ClockBack>,
    unresolved: Vec<RemovalRecord>,
    behind_break: HashSet<RemovalId>,
}

impl JournalView {
    /// Removals whose end is not known, oldest first: an intent without an outcome, or with the
    /// outcome `unverified` and no resolution. Found however old they are. A removal that is
    /// running just now is among them.
    pub fn unresolved(&self) -> &[RemovalRecord] {
        &self.unresolved
    }

    /// Whether an entry of it stands at or behind a break that nobody has taken on: nothing may be done by
    /// what such lines say.
    pub fn is_behind_break(&self, removal: &RemovalId) -> bool {
        self.behind_break.contains(removal)
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
    read_some(dir, |_| true)
}

/// The same of the entries that are wanted alone; the chain is that of all.
///
/// # Errors
/// Those of [`read`].
pub fn read_some(dir: &Path, wanted: impl Fn(&Entry) -> bool) -> Result<JournalView, JournalError> {
    let mut entries = VecDeque::new();
    let mut older = 0;
    let mut unreadable = Vec::new();
    let mut open = Open::default();
    let chain = walk(dir, |line| {
        if line.takes_on {
            open.behind_break.clear();
            return;
        }
        let Some(entry) = line::decode(line.text) else {
            if unreadable.len() < MAX_UNREADABLE {
                unreadable.push(UnreadableLine { line: line.number, bytes: line.bytes });
            }
            return;
        };
        if !wanted(&entry) {
            return;
        }
        open.add(&entry, line.is_behind_break);
        entries.push_back(entry);
        if entries.len() > MAX_KEPT {
            entries.pop_front();
            older += 1;
        }
    })?;
    let behind_break = std::mem::take(&mut open.behind_break);
    Ok(JournalView {
        entries: entries.into(),
        older,
        unreadable,
        chain: chain.state(),
        clock: chain.clock(),
        accepted: chain.into_accepted(),
        unresolved: open.into_records(),
        behind_break,
    })
}

/// Checks the whole chain, keeping no entry in memory.
///
/// # Errors
/// [`JournalError::Unreadable`], [`JournalError::Locked`].
pub fn verify(dir: &Path) -> Result<ChainState, JournalError> {
    walk(dir, |_| {}).map(|chain| chain.state())
}

/// What the whole file says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// Lines of the file, unreadable ones included.
    pub lines: u64,
    /// Lines that are entries.
    pub entries: u64,
    /// SHA-256 of the last line; zeros where there is none.
    pub head: Digest,
    /// Times of the first and the last entry.
    pub times: Option<(Timestamp, Timestamp)>,
    /// Of all lines.
    pub chain: ChainState,
    /// Who took a broken chain on, last.
    pub accepted: Option<Acceptance>,
    /// Where the computer's clock went back.
    pub clock: Option<ClockBack>,
    /// The line whose digest was asked for.
    pub found: Option<u64>,
}

/// Checks the whole chain in bounded memory, and looks for a line by its digest.
///
/// # Errors
/// Those of [`read`].
pub fn check(dir: &Path, wanted: Option<Digest>) -> Result<Check, JournalError> {
    let (mut lines, mut head, mut found) = (0, line::NO_PREDECESSOR, None);
    let chain = walk(dir, |line| {
        (lines, head) = (line.number, line.digest);
        if wanted == Some(line.digest) {
            found = Some(line.number);
        }
    })?;
    Ok(Check {
        lines,
        entries: chain.entries(),
        head,
        times: chain.times(),
        chain: chain.state(),
        clock: chain.clock(),
        accepted: chain.into_accepted(),
        found,
    })
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
    let Check { lines, head, chain, .. } = check(dir, None)?;
    Ok(JournalMark { lines, digest: head, chain })
}

/// Entries of the removals that have no known end so far.
#[derive(Default)]
struct Open {
    entries: HashMap<RemovalId, Vec<Entry>>,
    behind_break: HashSet<RemovalId>,
}

impl Open {
    fn add(&mut self, entry: &Entry, is_behind_break: bool) {
        let removal = &entry.removal;
        if entry.kind == EntryKind::Intent {
            self.entries.insert(removal.clone(), vec![entry.clone()]);
        } else if entry.kind.outcome().is_some_and(|code| code != OutcomeCode::Unverified) {
            self.entries.remove(removal);
            self.behind_break.remove(removal);
            return;
        } else if let Some(entries) = self.entries.get_mut(removal) {
            entries.push(entry.clone());
        } else {
            return;
        }
        if is_behind_break {
            self.behind_break.insert(removal.clone());
        }
    }

    fn into_records(self) -> Vec<RemovalRecord> {
        let mut entries: Vec<Entry> = self.entries.into_values().flatten().collect();
        entries.sort_by_key(|entry| entry.seq);
        group(entries.into_iter())
    }
}

/// The chain as far as it has been checked: looks on from there.
#[derive(Debug)]
pub struct Watch {
    dir: PathBuf,
    checked: Option<(Chain, Place)>,
}

impl Watch {
    /// Of the journal in `dir`; nothing has been checked yet.
    pub fn new(dir: &Path) -> Self {
        Self { dir: dir.to_path_buf(), checked: None }
    }

    /// The journal's folder.
    pub fn folder(&self) -> &Path {
        &self.dir
    }

    /// Checks the lines that have come since it looked last, the first time all, and tells where the journal
    /// stands.
    ///
    /// # Errors
    /// Those of [`read`].
    pub fn look(&mut self) -> Result<JournalMark, JournalError> {
        let checked = self.checked.take();
        let (chain, place, is_torn) = walk_on(&self.dir, checked, |_| {})?;
        let mark = JournalMark { lines: place.lines, digest: place.digest, chain: chain.state() };
        // A line that is not ended yet may become another one.
        self.checked = (!is_torn).then_some((chain, place));
        Ok(mark)
    }
}

/// A line on its way through [`walk`].
struct WalkedLine<'a> {
    number: u64,
    bytes: u64,
    digest: Digest,
    text: &'a [u8],
    is_behind_break: bool,
    /// It is the entry by which all breaks before it are taken on.
    takes_on: bool,
}

/// Goes through all lines once, checking the chain.
fn walk(dir: &Path, each: impl FnMut(WalkedLine<'_>)) -> Result<Chain, JournalError> {
    walk_on(dir, None, each).map(|(chain, ..)| chain)
}

/// The same from where it was gone through before; where the end is, and whether it lacks a line feed.
fn walk_on(
    dir: &Path,
    checked: Option<(Chain, Place)>,
    mut each: impl FnMut(WalkedLine<'_>),
) -> Result<(Chain, Place, bool), JournalError> {
    let path = dir.join(FILE_NAME);
    let unreadable = |error: io::Error| JournalError::unreadable(&path, &error);
    // Nobody may ever write into a pipe.
    if fs::metadata(&path).is_ok_and(|found| !found.is_file() && !found.is_dir()) {
        return Err(unreadable(io::ErrorKind::InvalidInput.into()));
    }
    let file = match File::open(&path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Ok((Chain::default(), Place::START, false));
        }
        Err(error) => return Err(unreadable(error)),
    };
    lock_shared(&file, &path, LOCK_WAIT)?;
    let length = file.metadata().map_err(unreadable)?.len();
    // What is there stays as it is: nobody who writes waits for a reader. On Windows nobody may read what
    // another has locked.
    if !cfg!(windows) {
        file.unlock().map_err(unreadable)?;
    }
    let checked = checked.filter(|(_, place)| place.offset <= length);
    let (mut chain, place) = checked.unwrap_or((Chain::default(), Place::START));
    let mut scan = Scan::from(&file, place, length).map_err(unreadable)?;
    loop {
        let prev = scan.last_digest();
        let Some(bytes) = scan.next_line().map_err(unreadable)? else { break };
        let takes_on = chain.take(&mut scan, prev).map_err(unreadable)?;
        each(WalkedLine {
            number: scan.lines(),
            bytes,
            digest: scan.last_digest(),
            text: scan.line(),
            is_behind_break: chain.broken().is_some(),
            takes_on,
        });
    }
    Ok((chain, scan.place(), scan.is_torn()))
}
