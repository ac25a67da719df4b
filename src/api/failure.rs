//! From the HTTP library's errors to what the caller can do about them.

use std::io;

use super::error::{ApiError, InterruptedCause, UnreachableCause};
use crate::network::{Proxy, reason, unreached};

/// A request without an answer. Only a failure to connect proves that nothing was sent.
pub(super) fn of_request(error: &reqwest::Error, proxy: Option<&Proxy>) -> ApiError {
    let reason = reason(error);
    if error.is_builder() {
        return ApiError::Unreachable { cause: UnreachableCause::Setup, reason };
    }
    if error.is_connect() {
        return ApiError::Unreachable { cause: unreached(error, proxy).into(), reason };
    }
    ApiError::Interrupted { cause: interrupted(error.is_timeout()), reason }
}

/// An answer that broke off.
pub(super) fn of_body(error: &io::Error) -> ApiError {
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref::<reqwest::Error>());
    let timed_out =
        error.kind() == io::ErrorKind::TimedOut || inner.is_some_and(reqwest::Error::is_timeout);
    ApiError::Interrupted { cause: interrupted(timed_out), reason: reason(error) }
}

fn interrupted(timed_out: bool) -> InterruptedCause {
    if timed_out { InterruptedCause::TimedOut } else { InterruptedCause::CutOff }
}
