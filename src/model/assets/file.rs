//! What files are called in the library.

use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A file, by where it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FileId {
    /// The address that a card names, as it came.
    Url(Arc<str>),
    /// A file of this machine.
    Disk(Arc<Path>),
}

impl FileId {
    /// The address, of a file that has one.
    pub fn url(&self) -> Option<&str> {
        match self {
            Self::Url(url) => Some(url),
            Self::Disk(_) => None,
        }
    }

    /// The path, of a file of this machine.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::Url(_) => None,
            Self::Disk(path) => Some(path),
        }
    }
}

impl From<&str> for FileId {
    fn from(url: &str) -> Self {
        Self::Url(url.into())
    }
}

impl From<PathBuf> for FileId {
    fn from(path: PathBuf) -> Self {
        Self::Disk(path.into())
    }
}

/// A file of this machine as its path was typed: quotes and blanks of a copied path are not its own.
pub(crate) fn typed_path(text: &str) -> Option<PathBuf> {
    let text = text.trim().trim_matches('"').trim();
    (!text.is_empty()).then(|| PathBuf::from(text))
}
