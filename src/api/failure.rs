//! From the HTTP library's errors to what the caller can do about them.

use std::io;

use crate::domain::on_one_line;

use super::error::{ApiError, InterruptedCause, UnreachableCause};
use crate::network::{Proxy, SendError, reason, unreached};

/// Characters that are kept of a reason.
const REASON_CHARS: usize = 500;

/// A request without an answer. Only a failure to connect proves that nothing was sent.
pub(super) fn of_request(error: SendError, proxy: Option<&Proxy>) -> ApiError {
    let line = |reason: String| on_one_line(&reason, REASON_CHARS);
    match error {
        SendError::Client(error) => of_client(&error, proxy),
        SendError::Unreached { why, reason } => {
            ApiError::Unreachable { cause: why.into(), reason: line(reason) }
        }
        SendError::Interrupted { timed_out, reason } => {
            ApiError::Interrupted { cause: interrupted(timed_out), reason: line(reason) }
        }
        SendError::Setup { reason } => {
            ApiError::Unreachable { cause: UnreachableCause::Setup, reason: line(reason) }
        }
    }
}

fn of_client(error: &reqwest::Error, proxy: Option<&Proxy>) -> ApiError {
    let reason = told(error);
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
    ApiError::Interrupted { cause: interrupted(timed_out), reason: told(error) }
}

/// The library's words; a certificate's names among them are text from outside, too.
fn told(error: &(dyn std::error::Error + 'static)) -> String {
    on_one_line(&reason(error), REASON_CHARS)
}

fn interrupted(timed_out: bool) -> InterruptedCause {
    if timed_out { InterruptedCause::TimedOut } else { InterruptedCause::CutOff }
}
