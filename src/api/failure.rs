//! From the HTTP library's errors to what the caller can do about them.

use std::error::Error;
use std::io;

use crate::domain::on_one_line;

use super::error::{ApiError, InterruptedCause, UnreachableCause};

/// Characters that are kept of a reason.
const REASON_CHARS: usize = 500;

/// A request without an answer. Only a failure to connect proves that nothing was sent.
pub(super) fn of_request(error: &reqwest::Error) -> ApiError {
    let reason = reason(error);
    if error.is_builder() {
        return ApiError::Unreachable { cause: UnreachableCause::Setup, reason };
    }
    if error.is_connect() {
        return ApiError::Unreachable { cause: connect_cause(error, &reason), reason };
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

fn connect_cause(error: &reqwest::Error, reason: &str) -> UnreachableCause {
    if error.is_dns() {
        return UnreachableCause::NameUnknown;
    }
    let reason = reason.to_ascii_lowercase();
    if is_tls(error) {
        UnreachableCause::Tls
    } else if reason.contains("proxy") || reason.contains("tunnel") {
        UnreachableCause::Proxy
    } else {
        UnreachableCause::NoConnection
    }
}

/// Whether TLS is at the bottom of an error. `io::Error::source` passes over what it wraps.
fn is_tls(error: &(dyn Error + 'static)) -> bool {
    let wrapped = error.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
    let inner = wrapped.map(|inner| inner as &(dyn Error + 'static)).or_else(|| error.source());
    error.is::<rustls::Error>() || inner.is_some_and(is_tls)
}

/// The innermost causes in the library's words; no URL.
pub(super) fn reason(error: &(dyn Error + 'static)) -> String {
    let chain: Vec<String> = std::iter::successors(Some(error), |error| (*error).source())
        .filter(|error| !error.is::<reqwest::Error>())
        .map(ToString::to_string)
        .collect();
    let mut parts: Vec<String> = Vec::new();
    for part in chain {
        // Wrappers often repeat what they wrap.
        if !part.is_empty() && !parts.iter().any(|said| said.contains(&part)) {
            parts.push(part);
        }
    }
    if parts.is_empty() {
        return "no reason given".to_owned();
    }
    // A certificate's names are text from outside, too.
    on_one_line(&parts.join(": "), REASON_CHARS)
}
