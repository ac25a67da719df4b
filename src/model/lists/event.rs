//! What files of customers hold.

use std::path::PathBuf;

use super::draft::{ListPart, ListPlace};

/// What files of customers hold.
#[derive(Debug)]
pub enum ListEvent {
    Read {
        place: ListPlace,
        parts: Vec<ListPart>,
        /// Batches to compare with, that were among them.
        baselines: Vec<PathBuf>,
        /// Whether they are those that the list has already.
        anew: bool,
    },
}
