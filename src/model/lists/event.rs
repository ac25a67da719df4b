//! What files of customers hold.

use std::path::PathBuf;

use super::draft::{ListPart, ListPlace};

/// What files of customers hold.
#[derive(Debug)]
pub enum ListEvent {
    /// Everything that was given at once has been read, or could not be.
    Read {
        /// Which list they are for.
        place: ListPlace,
        /// One a file, in the order they were given.
        parts: Vec<ListPart>,
        /// Batches to compare with, that were among them.
        baselines: Vec<PathBuf>,
        /// Whether they are those that the list has already.
        anew: bool,
    },
}
