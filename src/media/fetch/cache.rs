//! Files kept on this machine between runs, by their address. What may be used without asking, and
//! what must be asked for anew, is HTTP's to say (RFC 9111); nothing is guessed from a file's age.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use bytes::Bytes;
use http::header::HeaderMap;

use super::folder::Folder;
use super::kept::{Kept, ToKeep, Waiting};
use super::writer::Writer;

/// Files kept, in one folder. Holds nothing of customers: an address and the bytes behind it. Cheap
/// to clone; several processes may share the folder. What goes wrong with it costs a download and
/// nothing else, so nothing here fails.
#[derive(Debug, Clone)]
pub struct AssetCache(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    folder: Arc<Folder>,
    writer: Writer,
}

/// What is kept of an address.
#[derive(Debug)]
pub(super) enum Found {
    Nothing,
    /// May be used without asking.
    Good(Kept),
    /// To be asked for with these headers: the server says whether it is still good.
    Ask(Kept, HeaderMap),
}

impl AssetCache {
    /// The files in this folder, which the first file makes.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        let folder = Arc::new(Folder::new(folder.into()));
        Self(Arc::new(Inner { folder, writer: Writer::default() }))
    }

    /// Whether files are kept, and kept ones used, from now on.
    pub fn switch(&self, on: bool) {
        self.0.folder.switch(on);
    }

    /// What is kept of an address, of at most `limit` bytes, and whether it is still good.
    pub(super) fn look_up(&self, url: &str, limit: usize) -> Found {
        let Inner { folder, writer } = &*self.0;
        // What waits to be written is newer than what is there.
        let waiting = writer.find(url).filter(|_| folder.is_on()).map(|file| Kept {
            policy: file.note.policy.clone(),
            content_type: file.content_type.clone(),
            bytes: file.bytes.clone(),
        });
        let kept = waiting
            .or_else(|| folder.find(url))
            .filter(|kept| (1..=limit).contains(&kept.bytes.len()));
        let Some(kept) = kept else { return Found::Nothing };
        match kept.conditions(url) {
            Some(conditions) => Found::Ask(kept, conditions),
            None => Found::Good(kept),
        }
    }

    /// Has a file kept, sooner or later.
    pub(super) fn keep(&self, note: &ToKeep, content_type: Option<&str>, bytes: &Bytes) {
        let Inner { folder, writer } = &*self.0;
        if folder.is_on() {
            let content_type = content_type.map(str::to_owned);
            let file = Waiting { note: note.clone(), content_type, bytes: bytes.clone() };
            writer.take(folder, file);
        }
    }

    /// Forgets all files.
    ///
    /// # Errors
    /// Those of the file system.
    pub fn clear(&self) -> io::Result<()> {
        self.0.writer.clear();
        self.0.folder.clear()
    }
}
