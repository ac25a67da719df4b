//! How a removal goes on.

use crate::removal::{Pending, Progress, Report};

use super::run::RunError;

/// How a removal goes on.
#[derive(Debug)]
pub enum RemovalEvent {
    /// A step is about to begin, or a card or a customer has ended.
    Progress {
        /// Number of the run.
        number: u64,
        /// Which step, of which card.
        progress: Progress,
    },
    /// Comes once for each run that was begun.
    Ended {
        /// Number of the run.
        number: u64,
        /// What came of each customer; an error where there is no report at all.
        result: Result<Report, RunError>,
    },
    /// Removals in the data folder that were cut short.
    PendingRead(Vec<Pending>),
}

impl RemovalEvent {
    /// The number of the removal that has ended.
    pub(in crate::model) fn ended(&self) -> Option<u64> {
        match self {
            Self::Ended { number, .. } => Some(*number),
            Self::Progress { .. } | Self::PendingRead(_) => None,
        }
    }
}
