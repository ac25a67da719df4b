//! How the removal of several cards goes on.

use std::sync::Arc;

use crate::removal::{LeftOver, RevocationReport, Told};

use crate::model::removal::RunError;

/// How the removal of several cards goes on.
#[derive(Debug)]
pub enum RevocationEvent {
    Progress {
        number: u64,
        told: Told,
    },
    Ended {
        number: u64,
        result: Result<Arc<RevocationReport>, RunError>,
    },
    /// Revocations in the data folder that were cut short.
    LeftOverRead(Vec<LeftOver>),
}

impl RevocationEvent {
    /// The number of the revocation that has ended.
    pub(in crate::model) fn ended(&self) -> Option<u64> {
        match self {
            Self::Ended { number, .. } => Some(*number),
            Self::Progress { .. } | Self::LeftOverRead(_) => None,
        }
    }
}
