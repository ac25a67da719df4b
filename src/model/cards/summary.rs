//! What is found out of the list on screen once and wanted in every frame: a customer may have a
//! thousand cards, and a frame has a few milliseconds.

use std::collections::HashMap;
use std::sync::Arc;

use crate::batch::Seen;
use crate::domain::CardList;
use crate::verify::{CardFindings, Tally};

use crate::model::assets::{AssetEntry, Library, Revision};

/// Pictures of the cards on screen, each file once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PictureCounts {
    /// Read, and drawable as far as is known.
    pub ready: usize,
    /// Could not be fetched, read or drawn.
    pub failed: usize,
    /// With an entry in the library, those on their way included.
    pub all: usize,
}

impl PictureCounts {
    fn of<'a>(files: impl Iterator<Item = &'a AssetEntry>) -> Self {
        let mut counts = Self::default();
        for file in files {
            counts.all += 1;
            if file.error().is_some() {
                counts.failed += 1;
            } else if file.is_ready() {
                counts.ready += 1;
            }
        }
        counts
    }
}

/// What the verifier says of a card.
#[derive(Debug, Default)]
pub(super) struct Verdict {
    pub(super) found: CardFindings,
    /// What nobody has acknowledged of it.
    pub(super) open: Tally,
}

/// Made anew when the list changes; a file that comes changes what is said of its cards.
#[derive(Debug, Default)]
pub(crate) struct ListSummary {
    /// In the list's order.
    pub(super) verdicts: Vec<Verdict>,
    /// What a batch has seen of each, by comparing it with those of other customers; empty where
    /// none has.
    pub(super) seen: Vec<Seen>,
    /// The files that cards name, in the list's order, each once.
    pub(super) files: Vec<Arc<str>>,
    /// Places in the list of the cards that name a file.
    pub(super) places: HashMap<Arc<str>, Vec<usize>>,
    pub(super) pictures: PictureCounts,
    /// The library that the pictures were counted in.
    counted: Option<Revision>,
    /// The library that was found to lack none of the files.
    pub(crate) complete: Option<Revision>,
}

impl ListSummary {
    pub(super) fn new(list: &CardList) -> Self {
        let mut summary = Self::default();
        summary.verdicts.resize_with(list.cards.len(), Verdict::default);
        for (place, card) in list.cards.iter().enumerate() {
            for variant in card.assets.iter().flat_map(|asset| &asset.variants) {
                let url: &str = &variant.url;
                if let Some(places) = summary.places.get_mut(url) {
                    if places.last() != Some(&place) {
                        places.push(place);
                    }
                } else {
                    let url: Arc<str> = url.into();
                    summary.files.push(Arc::clone(&url));
                    summary.places.insert(url, vec![place]);
                }
            }
        }
        summary
    }

    /// Counts the pictures anew where anything has changed since.
    pub(crate) fn count_pictures(&mut self, library: &Library) {
        let revision = library.revision();
        if self.counted != Some(revision) {
            let files = self.files.iter().filter_map(|url| library.at(url));
            self.pictures = PictureCounts::of(files);
            self.counted = Some(revision);
        }
    }
}
