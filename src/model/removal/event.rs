//! How a removal goes on.

use crate::removal::{Pending, Progress, Report};

use super::run::RunError;

/// How a removal goes on.
#[derive(Debug)]
pub enum RemovalEvent {
    Progress {
        number: u64,
        progress: Progress,
    },
    Ended {
        number: u64,
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
