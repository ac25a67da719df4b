//! Files of cards.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bytes::Bytes;

use crate::domain::{AssetKind, Declared, Digest, Variant};
use crate::media::{Content, Document, LoadError, LoadFailure, Loaded, Measured, PixelBox};
use crate::verify::{FileState, Files};

use super::file::FileId;
use crate::model::remote::Remote;

/// A downloadable file, whichever cards show it.
#[derive(Debug)]
pub struct AssetEntry {
    /// What tells it from every other file.
    pub id: FileId,
    /// What the gateway says of it; nothing of a file of this machine.
    pub declared: Declared,
    /// Type of the asset that it was first wanted for.
    pub kind: AssetKind,
    /// Bytes and measurements; `NotAsked` again once the bytes were dropped for want of room.
    pub file: Remote<Arc<Loaded>, LoadFailure>,
    /// What was found out of a file whose bytes were dropped since: no bytes, all measurements.
    known: Option<Box<Loaded>>,
    /// When it was first asked for: after ten seconds the placeholder says that it takes long.
    pub asked_at: jiff::Timestamp,
    /// Sizes being drawn.
    pub drawing: Vec<PixelBox>,
    /// Why the file, although read, could not be drawn at a size.
    pub draw_error: Option<LoadError>,
    last_wanted: u64,
}

impl AssetEntry {
    fn new(id: FileId, declared: Declared, kind: &AssetKind, now: jiff::Timestamp) -> Self {
        Self {
            id,
            declared,
            kind: kind.clone(),
            file: Remote::NotAsked,
            known: None,
            asked_at: now,
            drawing: Vec::new(),
            draw_error: None,
            last_wanted: 0,
        }
    }

    /// Why there is no picture.
    pub fn error(&self) -> Option<&LoadError> {
        self.file.error().map(|failure| &failure.error).or(self.draw_error.as_ref())
    }

    /// Whether it was read, be its bytes kept or not, and can be drawn as far as is known.
    pub(in crate::model) fn is_ready(&self) -> bool {
        self.loaded().is_some() && self.error().is_none()
    }

    /// Whether nobody has asked for it, or nobody has since it was forgotten.
    pub fn is_unknown(&self) -> bool {
        matches!(self.file, Remote::NotAsked) && self.known.is_none()
    }

    /// What was read, with or without its bytes.
    pub fn loaded(&self) -> Option<&Loaded> {
        self.file.value().map(AsRef::as_ref).or(self.known.as_deref())
    }

    /// What was measured of the bytes that came, be they a file that can be shown or not.
    pub fn measured(&self) -> Option<&Measured> {
        let failed = || self.file.error().and_then(|failure| failure.measured.as_deref());
        self.loaded().map(|loaded| &loaded.measured).or_else(failed)
    }

    /// SHA-256 of those bytes.
    pub fn digest(&self) -> Option<Digest> {
        self.measured().map(|measured| measured.sha256)
    }

    /// Forgets what was read, so that the next wish fetches it anew.
    pub(crate) fn forget(&mut self) {
        self.file = Remote::NotAsked;
        self.known = None;
        self.draw_error = None;
    }

    /// Takes in what was read; a picture may come without its bytes.
    pub(crate) fn take_in(&mut self, file: Result<Arc<Loaded>, LoadFailure>) {
        let has_bytes = file.as_ref().map_or(true, |file| !file.bytes.is_empty());
        self.file.finish(file);
        if !has_bytes {
            self.drop_bytes();
        }
    }

    /// Drops the bytes; what was measured is kept.
    fn drop_bytes(&mut self) {
        let file = std::mem::replace(&mut self.file, Remote::NotAsked);
        self.known = file.value().map(|loaded| {
            let content = match &loaded.content {
                Content::Text(_) => Content::Text(Document::default()),
                picture => picture.clone(),
            };
            let measured = loaded.measured.clone();
            Box::new(Loaded { bytes: Bytes::new(), measured, content })
        });
    }

    fn state(&self) -> FileState<'_> {
        match (&self.file, &self.known) {
            (Remote::Failed { error, .. }, _) => FileState::Failed(error),
            (Remote::Ready(file), _) => FileState::Read(file),
            (Remote::NotAsked | Remote::Loading { .. }, Some(known)) => FileState::Read(known),
            (Remote::NotAsked | Remote::Loading { .. }, None) => FileState::Unknown,
        }
    }
}

/// What a library was at some time: another one means that something may have changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Revision(u64);

/// The files of a session, each fetched once.
#[derive(Debug, Default)]
pub struct Library {
    /// By address.
    fetched: HashMap<Arc<str>, AssetEntry>,
    /// Files of this machine that a person chose.
    read: HashMap<Arc<Path>, AssetEntry>,
    /// Counts whatever may change an entry.
    clock: u64,
    /// What the clock showed when bytes were last dropped.
    trimmed: u64,
}

impl Library {
    /// Bytes of downloaded files kept in a session; the least recently wanted are dropped first and
    /// fetched again when wanted.
    pub const KEPT_BYTES: usize = 24 * 1024 * 1024;

    /// The file at an address.
    pub fn at(&self, url: &str) -> Option<&AssetEntry> {
        self.fetched.get(url)
    }

    /// The file, where anything in this session has wanted it.
    pub fn get(&self, id: &FileId) -> Option<&AssetEntry> {
        match id {
            FileId::Url(url) => self.fetched.get(url),
            FileId::Disk(path) => self.read.get(path),
        }
    }

    pub(crate) fn get_mut(&mut self, id: &FileId) -> Option<&mut AssetEntry> {
        self.clock += 1;
        match id {
            FileId::Url(url) => self.fetched.get_mut(url),
            FileId::Disk(path) => self.read.get_mut(path),
        }
    }

    pub(crate) fn revision(&self) -> Revision {
        Revision(self.clock)
    }

    /// All entries, in no order.
    pub fn iter(&self) -> impl Iterator<Item = &AssetEntry> {
        self.fetched.values().chain(self.read.values())
    }

    /// The entry of a variant, made where it is new, and marked as wanted now.
    pub(crate) fn want(
        &mut self,
        variant: &Variant,
        kind: &AssetKind,
        now: jiff::Timestamp,
    ) -> &mut AssetEntry {
        let clock = self.clock + 1;
        let entry = self.want_unseen(variant, kind, now);
        entry.last_wanted = clock;
        entry
    }

    /// The same of a file that is not in view: its bytes go before those of files that are.
    pub(crate) fn want_unseen(
        &mut self,
        variant: &Variant,
        kind: &AssetKind,
        now: jiff::Timestamp,
    ) -> &mut AssetEntry {
        self.clock += 1;
        let url: Arc<str> = variant.url.as_str().into();
        self.fetched.entry(Arc::clone(&url)).or_insert_with(|| {
            AssetEntry::new(FileId::Url(url), variant.declared.clone(), kind, now)
        })
    }

    /// An entry that is there, marked as wanted now.
    pub(crate) fn want_again(&mut self, id: &FileId) -> Option<&mut AssetEntry> {
        let clock = self.clock + 1;
        let entry = self.get_mut(id)?;
        entry.last_wanted = clock;
        Some(entry)
    }

    /// The entry of a file of this machine, read anew: it may have changed since.
    pub(crate) fn want_path(
        &mut self,
        path: PathBuf,
        kind: &AssetKind,
        now: jiff::Timestamp,
    ) -> &mut AssetEntry {
        self.clock += 1;
        let path: Arc<Path> = path.into();
        let entry = self
            .read
            .entry(Arc::clone(&path))
            .or_insert_with(|| AssetEntry::new(FileId::Disk(path), Declared::default(), kind, now));
        entry.last_wanted = self.clock;
        if !entry.file.is_loading() {
            entry.forget();
        }
        entry.kind = kind.clone();
        entry
    }

    /// Drops the bytes of the least recently wanted files while more are kept than the budget.
    pub(crate) fn trim(&mut self) {
        if self.trimmed == self.clock {
            return;
        }
        self.trimmed = self.clock;
        let size = |entry: &AssetEntry| entry.file.value().map_or(0, |file| file.bytes.len());
        let mut kept: usize = self.iter().map(size).sum();
        if kept <= Self::KEPT_BYTES {
            return;
        }
        let mut oldest: Vec<(u64, FileId, usize)> = self
            .iter()
            .filter(|entry| !entry.file.is_loading() && entry.drawing.is_empty())
            .filter(|entry| size(entry) > 0)
            .map(|entry| (entry.last_wanted, entry.id.clone(), size(entry)))
            .collect();
        oldest.sort_unstable_by_key(|(wanted, _, _)| *wanted);
        for (_, id, bytes) in oldest {
            if kept <= Self::KEPT_BYTES {
                break;
            }
            if let Some(entry) = self.get_mut(&id) {
                entry.drop_bytes();
            }
            kept -= bytes;
        }
        self.trimmed = self.clock;
    }
}

impl Files for Library {
    fn file(&self, variant: &Variant) -> FileState<'_> {
        self.at(&variant.url).map_or(FileState::Unknown, AssetEntry::state)
    }
}
