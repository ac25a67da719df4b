//! A list of customers to verify: as typed, under way, done, compared.

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::Arc;

use crate::acknowledged::Acknowledged;
use crate::batch::{
    BaselineError, Batch, BatchError, CardRecord, Counts, Drift, Identity, Progress, Thumbnail,
};
use crate::customers::CustomerList;
use crate::domain::{CustomerNumber, Digest};
use crate::settings::ReadError;

use crate::model::lists::{ListDraft, ListPart};

/// The list, and what came of it.
#[derive(Debug, Default)]
pub struct BatchState {
    /// The list as it is being given.
    pub draft: ListDraft,
    /// Under way or ended; `None` before the first one and after the result was put away.
    pub run: Option<BatchRun>,
    /// What batches can be compared with.
    pub baselines: Baselines,
    pub(crate) thumbnails: Thumbnails,
}

/// Batches that were kept, to compare with.
#[derive(Debug, Default)]
pub struct Baselines {
    /// Those of this merchant at this server in the data folder, the latest first.
    pub kept: Vec<KeptBaseline>,
    /// Path of another one, as typed.
    pub path: String,
    /// What the next batch is compared with once it has ended.
    pub chosen: Option<PathBuf>,
}

/// A baseline in the data folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptBaseline {
    /// File in the data folder.
    pub path: PathBuf,
    /// Server, merchant and time of the batch that was kept.
    pub identity: Identity,
    /// How many customers it holds.
    pub customers: usize,
}

/// Why a batch could not be compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CompareError {
    /// The program failed over it.
    Lost,
    /// The file could not be read.
    Unreadable(ReadError),
    /// It was read, and is damaged, no baseline, or of another merchant or server.
    NotFitting {
        /// File that was read.
        path: PathBuf,
        /// What does not fit.
        error: BaselineError,
    },
}

/// Thumbnails of batches on their way to the screen, by SHA-256.
#[derive(Debug, Default)]
pub(crate) struct Thumbnails {
    pub(crate) drawing: HashSet<Digest>,
    /// Those that cannot be drawn.
    pub(crate) broken: HashSet<Digest>,
}

/// What of an ended batch is shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum BatchView {
    /// All customers, with their findings.
    #[default]
    Customers,
    /// Those without any card.
    WithoutCards,
    /// What changed since a baseline.
    Changes,
}

/// A batch that was started.
#[derive(Debug)]
pub struct BatchRun {
    /// Answers of another one are dropped.
    pub number: u64,
    /// The list it was started with.
    pub list: CustomerList,
    /// What that was read from.
    pub parts: Vec<ListPart>,
    /// As last reported; `None` before the first report.
    pub progress: Option<Progress>,
    /// Pause was pressed: calls and downloads under way still end.
    pub paused: bool,
    /// Stop was pressed: what is under way ends first.
    pub stopping: bool,
    /// `None` while it runs.
    pub result: Option<Result<Arc<Batch>, BatchError>>,
    /// What is derived of the result; empty while it runs.
    pub ended: Ended,
}

/// What is made of a batch that has ended.
#[derive(Debug, Default)]
pub struct Ended {
    /// Kept because counting takes longer than a frame has.
    pub counts: Counts,
    /// Part of the result on screen.
    pub view: BatchView,
    /// Whether a comparison is on its way.
    pub comparing: bool,
    /// Why the last comparison failed; cleared when the next one begins.
    pub compare_error: Option<CompareError>,
}

impl BatchState {
    /// Whether a batch is under way.
    pub fn is_running(&self) -> bool {
        self.run.as_ref().is_some_and(|run| run.result.is_none())
    }

    /// The batch that has ended.
    pub fn batch(&self) -> Option<&Arc<Batch>> {
        self.run.as_ref()?.result.as_ref()?.as_ref().ok()
    }

    /// What the batch that has ended found of a customer.
    pub(crate) fn records_of(&self, customer: &CustomerNumber) -> Option<&[CardRecord]> {
        let mut customers = self.batch()?.customers.iter();
        let record = customers.find(|record| record.customer == customer.as_str())?;
        record.result.as_deref().ok()
    }

    /// A picture of a file, of the batch or of what it was compared with.
    pub fn thumbnail(&self, sha256: Digest) -> Option<&Thumbnail> {
        let batch = self.batch()?;
        let earlier = || batch.drift.as_ref()?.thumbnails.get(&sha256);
        batch.thumbnails.get(&sha256).or_else(earlier)
    }

    /// Whether a picture could be drawn, or has not been tried.
    pub fn is_drawable(&self, sha256: Digest) -> bool {
        !self.thumbnails.broken.contains(&sha256) && self.thumbnail(sha256).is_some()
    }

    pub(crate) fn accept(&mut self, acknowledged: &Acknowledged) {
        self.change(|batch| batch.acknowledged = acknowledged.clone());
    }

    pub(crate) fn compare(&mut self, drift: Drift) {
        self.change(|batch| batch.drift = Some(drift));
    }

    /// Changes the batch that has ended. A report that is being written keeps what it had.
    fn change(&mut self, change: impl FnOnce(&mut Batch)) {
        let Some(run) = &mut self.run else { return };
        let Some(Ok(batch)) = &mut run.result else { return };
        change(Arc::make_mut(batch));
        run.ended.counts = batch.counts();
    }
}
