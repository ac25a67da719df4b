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
    Progress { number: u64, progress: Progress },
    Ended { number: u64, result: Result<Arc<Batch>, BatchError> },
}

/// What is answered about batches that were kept.
#[derive(Debug)]
pub enum BaselineEvent {
    /// What was dropped on the window is a batch to compare with.
    Found(PathBuf),
    Listed(Vec<KeptBaseline>),
    Kept(Result<PathBuf, ExportError>),
    Compared {
        number: u64,
        result: Result<Drift, CompareError>,
    },
    /// `None` where it cannot be drawn.
    ThumbnailDrawn {
        sha256: Digest,
        picture: Option<Picture>,
    },
}
