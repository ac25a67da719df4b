//! How a running batch is stopped.

use std::sync::atomic::AtomicBool;

/// How a running batch is stopped; looked at between steps.
#[derive(Debug, Default)]
pub struct Controls {
    /// Once set, nothing more is asked for; what is under way ends.
    pub cancel: AtomicBool,
    /// While set, no call and no download begins.
    pub pause: AtomicBool,
}
