//! What is answered for a job that did not do its work.

use std::time::Instant;

use crate::api::{ApiError, UnreachableCause};
use crate::domain::redact;
use crate::jobs::JobFailure;
use crate::media::{LoadError, LoadFailure};
use crate::model::RunError;

/// A removal whose job did not answer.
pub(super) fn lost_run(failure: JobFailure) -> RunError {
    match failure {
        JobFailure::Panicked => RunError::Lost,
        JobFailure::Cancelled | JobFailure::QueueFull => RunError::NeverBegun,
    }
}

/// How long something took, in milliseconds.
pub(super) fn millis(since: Instant) -> u64 {
    u64::try_from(since.elapsed().as_millis()).unwrap_or(u64::MAX)
}

/// A call that was never made.
pub(super) fn lost_call(failure: JobFailure) -> ApiError {
    let reason = match failure {
        JobFailure::Panicked => "the call failed inside the program",
        JobFailure::Cancelled => "the call was cancelled",
        JobFailure::QueueFull => "too many calls are waiting",
    };
    ApiError::Unreachable { cause: UnreachableCause::Setup, reason: redact(reason) }
}

pub(super) fn unmeasured(error: LoadError) -> LoadFailure {
    LoadFailure { error, measured: None }
}

pub(super) fn lost_load(failure: JobFailure) -> LoadError {
    match failure {
        JobFailure::Panicked => LoadError::DecoderPanicked,
        JobFailure::Cancelled | JobFailure::QueueFull => LoadError::Cancelled,
    }
}
