//! Writes files into the folder of exports.

use std::path::PathBuf;

use crate::store::{StoreError, save_new};

use super::folders::Folders;

/// A file could not be written.
pub type ExportError = StoreError;

/// Writes a file into the folder of exports, readable by the user alone; under another name where
/// there is one of this name already. Returns where it is.
///
/// # Errors
/// [`ExportError`].
pub fn save_export(folders: &Folders, name: &str, content: &[u8]) -> Result<PathBuf, ExportError> {
    save_new(folders.exports(), name, content)
}
