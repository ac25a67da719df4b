//! Files of this machine, shown as if they had been fetched.

use std::path::PathBuf;

use crate::domain::Variant;

/// The key of a file of this machine: no address has such a beginning.
pub(crate) fn disk_variant(path: &std::path::Path) -> Variant {
    Variant { url: format!("\0{}", path.display()), declared: Default::default() }
}

/// A file of this machine as its path was typed: quotes and blanks of a copied path are not its own.
pub(crate) fn typed_path(text: &str) -> Option<PathBuf> {
    let text = text.trim().trim_matches('"').trim();
    (!text.is_empty()).then(|| PathBuf::from(text))
}
