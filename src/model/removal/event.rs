//! How the removal of a card goes on.

use crate::removal::{RemovalReport, Step};

use super::state::RunError;

/// How the removal of a card goes on.
#[derive(Debug)]
#[expect(clippy::large_enum_variant, reason = "few at a time, each moved once into `update`")]
pub enum RemovalEvent {
    Step { number: u64, step: Step },
    Ended { number: u64, result: Result<RemovalReport, RunError> },
}

impl RemovalEvent {
    /// The number of the removal that has ended.
    pub(in crate::model) fn ended(&self) -> Option<u64> {
        match self {
            Self::Ended { number, .. } => Some(*number),
            Self::Step { .. } => None,
        }
    }
}
