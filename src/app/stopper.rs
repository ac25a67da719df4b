//! Stops removals that run.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// How a removal that runs is made to begin no further card.
pub(super) struct Stopper {
    number: u64,
    stop: Arc<AtomicBool>,
}

impl Stopper {
    /// That of the removal of this number, and what the removal is to look at.
    pub(super) fn new(number: u64) -> (Self, Arc<AtomicBool>) {
        let stop = Arc::new(AtomicBool::new(false));
        (Self { number, stop: Arc::clone(&stop) }, stop)
    }

    /// Stops the removal if it is that of this number.
    pub(super) fn stop(&self, number: u64) {
        if self.number == number {
            self.stop.store(true, Ordering::SeqCst);
        }
    }

    /// Whether the removal still runs.
    pub(super) fn is_needed(&self) -> bool {
        Arc::strong_count(&self.stop) > 1
    }
}
