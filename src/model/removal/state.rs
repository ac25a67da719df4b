//! Removals of single cards.

use crate::api::ApiError;
use crate::domain::{Card, CustomerNumber};
use crate::removal::{Outcome, RemovalError, RemovalReport, RevocationError, Step};

/// Why a removal has no report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RunError {
    /// Nothing was sent.
    NotBegun(RemovalError),
    /// Nothing was sent.
    NotRevoked(RevocationError),
    /// The client could not be set up; nothing was sent.
    NoClient(ApiError),
    /// The job never began; nothing was sent.
    NeverBegun,
    /// The job was lost on the way: what happened is not known, and the journal's intent stands
    /// without an outcome.
    Lost,
}

/// A removal of this session, under way or ended.
#[derive(Debug)]
pub struct RemovalRun {
    pub number: u64,
    pub customer: CustomerNumber,
    pub card: Card,
    pub step: Option<Step>,
    pub result: Option<Result<RemovalReport, RunError>>,
}

impl RemovalRun {
    pub fn is_running(&self) -> bool {
        self.result.is_none()
    }

    /// How it ended.
    pub fn outcome(&self) -> Option<&Outcome> {
        match &self.result {
            Some(Ok(report)) => Some(&report.outcome),
            Some(Err(_)) | None => None,
        }
    }
}
