//! What a batch comes to, and what it is compared with.

use std::path::PathBuf;
use std::sync::Arc;

use crate::batch::{Batch, BatchError, Drift, Progress};
use crate::domain::Digest;
use crate::media::Picture;
use crate::settings::ExportError;

use super::state::{CompareError, KeptBaseline};

/// How a batch goes on.
#[derive(Debug)]
pub enum BatchEvent {
    /// A customer was finished.
    Progress {
        /// Number of the run; that of another one is dropped.
        number: u64,
        /// Customers finished and failed so far, and how long the rest may take.
        progress: Progress,
    },
    /// The run came to its end, was stopped, or could not begin.
    Ended {
        /// Number of the run; that of another one is dropped.
        number: u64,
        /// A batch that was stopped is a result too, of the customers asked by then.
        result: Result<Arc<Batch>, BatchError>,
    },
}

/// What is answered about batches that were kept.
#[derive(Debug)]
pub enum BaselineEvent {
    /// What was dropped on the window is a batch to compare with.
    Found(PathBuf),
    /// Baselines in the data folder that fit, the latest first.
    Listed(Vec<KeptBaseline>),
    /// Where the batch was written as a baseline, or why it was not.
    Kept(Result<PathBuf, ExportError>),
    /// The comparison that was asked for is there.
    Compared {
        /// Number of the run that was compared.
        number: u64,
        /// What is new, gone or different since the baseline.
        result: Result<Drift, CompareError>,
    },
    /// `None` where it cannot be drawn.
    ThumbnailDrawn {
        /// Of the file's bytes.
        sha256: Digest,
        /// Decoded pixels, ready for the textures.
        picture: Option<Picture>,
    },
}
