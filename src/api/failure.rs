//! From the HTTP library's errors to what the caller can do about them.

use std::error::Error;
use std::io;
use std::time::Duration;

use url::Url;

use crate::domain::{Redacted, redact};

use super::error::{ApiError, InterruptedCause, UnreachableCause};
use crate::network::{
    Proxy, RootsSetting, SendError, closer, find, has_no_roots, reason, unreached,
};

/// Characters that are kept of a reason.
const REASON_CHARS: usize = 500;

/// How a server was to be reached.
pub(super) struct Route<'a> {
    pub(super) server: &'a Url,
    pub(super) proxy: Option<&'a Proxy>,
    /// Longest wait for a connection.
    pub(super) limit: Duration,
}

/// A request without an answer. Only a failure to connect proves that nothing was sent.
pub(super) fn of_request(error: SendError, route: &Route<'_>) -> ApiError {
    let mut error = without_answer(error, route.proxy);
    if let ApiError::Unreachable { cause: UnreachableCause::Proxy { trouble, .. }, .. } = &mut error
        && let Some(proxy) = route.proxy
    {
        *trouble = closer(*trouble, proxy, route.server, route.limit);
    }
    error
}

fn without_answer(error: SendError, proxy: Option<&Proxy>) -> ApiError {
    let line = |reason: String| redact(&reason).on_one_line(REASON_CHARS);
    match error {
        SendError::Client(error) => of_client(&error, proxy),
        SendError::Unreached { why, reason } => {
            ApiError::Unreachable { cause: why.into(), reason: line(reason) }
        }
        SendError::Interrupted { timed_out, has_begun, reason } => {
            let cause = match timed_out {
                true => InterruptedCause::TimedOut,
                false if has_begun => InterruptedCause::BrokeOff,
                false => InterruptedCause::CutOff,
            };
            ApiError::Interrupted { cause, reason: line(reason) }
        }
        SendError::Setup { reason } => {
            ApiError::Unreachable { cause: UnreachableCause::Setup, reason: line(reason) }
        }
    }
}

/// A client, or a request, that could not be made.
pub(super) fn of_setup(error: &reqwest::Error) -> ApiError {
    let cause = match has_no_roots(error) {
        true => UnreachableCause::NoRoots(RootsSetting::of_this_computer()),
        false => UnreachableCause::Setup,
    };
    ApiError::Unreachable { cause, reason: told(error) }
}

fn of_client(error: &reqwest::Error, proxy: Option<&Proxy>) -> ApiError {
    if error.is_builder() {
        return of_setup(error);
    }
    let reason = told(error);
    if error.is_connect() {
        let cause = match unreached(error, proxy).into() {
            UnreachableCause::NoConnection => without_connection(error),
            other => other,
        };
        return ApiError::Unreachable { cause, reason };
    }
    let cause = match error.is_timeout() {
        true => InterruptedCause::TimedOut,
        // Chunks that are none are no HTTP either.
        false if is_invalid(error) => InterruptedCause::NotHttp,
        false if error.is_body() || error.is_decode() => InterruptedCause::BrokeOff,
        false => InterruptedCause::CutOff,
    };
    ApiError::Interrupted { cause, reason }
}

/// An answer whose bytes are not what they are packed as.
pub(super) fn of_packing(error: &io::Error) -> ApiError {
    let cause = match error.kind() {
        io::ErrorKind::UnexpectedEof => InterruptedCause::BrokeOff,
        _ => InterruptedCause::BadPacking,
    };
    ApiError::Interrupted { cause, reason: told(error) }
}

fn without_connection(error: &reqwest::Error) -> UnreachableCause {
    let kind = find::<io::Error>(error).map(io::Error::kind);
    match kind {
        Some(io::ErrorKind::ConnectionRefused) => UnreachableCause::Refused,
        _ if error.is_timeout() => UnreachableCause::TimedOut,
        _ => UnreachableCause::NoConnection,
    }
}

fn is_invalid(error: &reqwest::Error) -> bool {
    let kinds = [io::ErrorKind::InvalidData, io::ErrorKind::InvalidInput];
    find::<hyper::Error>(error).is_some_and(|error| {
        error.is_parse() || find::<io::Error>(error).is_some_and(|io| kinds.contains(&io.kind()))
    })
}

/// The library's words; a certificate's names among them are text from outside, too.
fn told(error: &(dyn Error + 'static)) -> Redacted {
    redact(&reason(error)).on_one_line(REASON_CHARS)
}
