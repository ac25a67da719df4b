//! What the diagnostic log says of a call: which, how long, and how it ended. Neither whom it was about
//! nor what was answered.

use std::time::Instant;

use super::error::{ApiError, UnreachableCause};

/// Makes a call, and records how it ended.
pub(super) fn recorded<T>(
    call: &'static str,
    make: impl FnOnce() -> Result<T, ApiError>,
) -> Result<T, ApiError> {
    let begun = Instant::now();
    let done = make();
    let millis = begun.elapsed().as_millis();
    match &done {
        Ok(_) => tracing::info!(target: "carddesk::api", call, millis, "answered"),
        Err(error) => {
            let (error, reason) = (code(error), error.technical().unwrap_or_default());
            tracing::warn!(target: "carddesk::api", call, millis, error, reason, "failed");
        }
    }
    done
}

/// The kind of an error, in a word.
fn code(error: &ApiError) -> &'static str {
    match error {
        ApiError::Refused(_) => "refused",
        ApiError::Unreachable { cause, .. } => match cause {
            UnreachableCause::NameUnknown => "name-unknown",
            UnreachableCause::Refused => "connection-refused",
            UnreachableCause::TimedOut => "no-connection-in-time",
            UnreachableCause::NoConnection => "no-connection",
            UnreachableCause::Tls(_) => "tls",
            UnreachableCause::Proxy { .. } => "proxy",
            UnreachableCause::ProxySetting(_) => "proxy-setting",
            UnreachableCause::NoRoots(_) => "no-roots",
            UnreachableCause::Setup => "setup",
        },
        ApiError::Interrupted { .. } => "interrupted",
        ApiError::HttpStatus { .. } => "http-status",
        ApiError::Redirected { .. } => "redirected",
        ApiError::NotUnderstood { .. } => "not-understood",
        ApiError::NoProof { .. } => "no-proof",
        ApiError::TooLarge { .. } => "too-large",
        ApiError::TokenNotSendable => "token-not-sendable",
    }
}
