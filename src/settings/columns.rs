//! Which column and which sheet a person chose, for files of a shape.
//!
//! Shapes are kept as digests: they hold what stands in the first rows of customers' lists.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::domain::Digest;
use crate::store::{StoreError, read_capped, update_json};

use super::folders::Folders;

/// Its name in the data folder.
pub const COLUMNS_FILE: &str = "columns.json";
/// Largest file that is read, in bytes.
const MAX_BYTES: u64 = 1024 * 1024;
/// Shapes that are kept, those used last.
const SHAPES: usize = 100;
/// Longest answer that is kept, in characters.
const MAX_CHARS: usize = 200;

/// What was chosen, the latest first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownColumns {
    columns: Vec<KnownColumn>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct KnownColumn {
    shape: Digest,
    chosen: String,
}

impl KnownColumns {
    /// What was chosen for files of this shape.
    pub fn get(&self, shape: &str) -> Option<&str> {
        let shape = Digest::of(shape);
        self.columns.iter().find(|known| known.shape == shape).map(|known| known.chosen.as_str())
    }

    /// From now on this is chosen for files of this shape.
    pub fn keep(&mut self, shape: &str, chosen: &str) {
        if chosen.chars().count() > MAX_CHARS {
            return;
        }
        let shape = Digest::of(shape);
        self.columns.retain(|known| known.shape != shape);
        self.columns.insert(0, KnownColumn { shape, chosen: chosen.to_owned() });
        self.columns.truncate(SHAPES);
    }
}

/// What was chosen so far; nothing where the file cannot be read.
pub fn load_columns(folders: &Folders) -> KnownColumns {
    let text = read_capped(&file(folders), MAX_BYTES).unwrap_or_default();
    serde_json::from_slice(&text).unwrap_or_default()
}

/// Keeps a choice beside those that are in the file.
///
/// # Errors
/// [`StoreError`].
pub fn keep_column(folders: &Folders, shape: &str, chosen: &str) -> Result<(), StoreError> {
    update_json(&file(folders), MAX_BYTES, |known: &mut KnownColumns| known.keep(shape, chosen))
}

fn file(folders: &Folders) -> PathBuf {
    folders.data().join(COLUMNS_FILE)
}
