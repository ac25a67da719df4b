use std::collections::HashMap;
use std::sync::Arc;

use crate::domain::{AssetKind, Variant};
use crate::media::{LoadError, Loaded, PixelBox};

use super::super::Remote;

/// Bytes of downloaded files kept in a session; the least recently wanted are dropped first and
/// fetched again when wanted.
const KEPT_BYTES: usize = 160 * 1024 * 1024;

/// One picture at one size.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct DrawKey {
    pub url: Arc<str>,
    pub fit: PixelBox,
}

/// A downloadable file, whichever cards show it.
#[derive(Debug)]
pub struct AssetEntry {
    pub url: Arc<str>,
    pub variant: Variant,
    pub kind: AssetKind,
    pub file: Remote<Arc<Loaded>, LoadError>,
    /// When it was first asked for: after ten seconds the placeholder says that it takes long.
    pub asked_at: jiff::Timestamp,
    /// Sizes being drawn.
    pub drawing: Vec<PixelBox>,
    /// Why the file, although read, could not be drawn at a size.
    pub draw_error: Option<LoadError>,
    last_wanted: u64,
}

impl AssetEntry {
    /// Why there is no picture.
    pub fn error(&self) -> Option<&LoadError> {
        self.file.error().or(self.draw_error.as_ref())
    }
}

/// The files of a session, each fetched once.
#[derive(Debug, Default)]
pub struct Library {
    entries: HashMap<Arc<str>, AssetEntry>,
    clock: u64,
}

impl Library {
    pub fn get(&self, url: &str) -> Option<&AssetEntry> {
        self.entries.get(url)
    }

    pub(crate) fn get_mut(&mut self, url: &str) -> Option<&mut AssetEntry> {
        self.entries.get_mut(url)
    }

    pub fn iter(&self) -> impl Iterator<Item = &AssetEntry> {
        self.entries.values()
    }

    /// The entry of a variant, made where it is new, and marked as wanted now.
    pub(crate) fn want(
        &mut self,
        variant: &Variant,
        kind: &AssetKind,
        now: jiff::Timestamp,
    ) -> &mut AssetEntry {
        self.clock += 1;
        let clock = self.clock;
        let url: Arc<str> = Arc::from(variant.url.as_str());
        let entry = self.entries.entry(Arc::clone(&url)).or_insert_with(|| AssetEntry {
            url,
            variant: variant.clone(),
            kind: kind.clone(),
            file: Remote::NotAsked,
            asked_at: now,
            drawing: Vec::new(),
            draw_error: None,
            last_wanted: clock,
        });
        entry.last_wanted = clock;
        entry
    }

    /// Drops the least recently wanted files while more bytes are kept than the budget.
    pub(crate) fn trim(&mut self) {
        let size = |entry: &AssetEntry| entry.file.value().map_or(0, |file| file.bytes.len());
        let mut kept: usize = self.entries.values().map(size).sum();
        if kept <= KEPT_BYTES {
            return;
        }
        let mut oldest: Vec<(u64, Arc<str>, usize)> = self
            .entries
            .values()
            .filter(|entry| !entry.file.is_loading() && entry.drawing.is_empty())
            .map(|entry| (entry.last_wanted, Arc::clone(&entry.url), size(entry)))
            .collect();
        oldest.sort_unstable_by_key(|(wanted, _, _)| *wanted);
        for (_, url, bytes) in oldest {
            if kept <= KEPT_BYTES {
                break;
            }
            self.entries.remove(&url);
            kept -= bytes;
        }
    }
}
