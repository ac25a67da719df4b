//! How a running batch is stopped.

use std::sync::atomic::AtomicBool;

/// How a running batch is stopped; looked at between steps.
#[derive(Debug, Default)]
pub struct Controls {
    pub cancel: AtomicBool,
    pub pause: AtomicBool,
}
