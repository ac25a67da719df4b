//! Benches: what decoding works in. There are as many as processors, since more files under way
//! would take memory and come no sooner; and their buffers are used again, since pictures of many
//! megabytes that come and go leave holes that the system does not get back.

use std::num::NonZeroUsize;
use std::ops::{Deref, DerefMut};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::available_parallelism;

use fast_image_resize::Resizer;

/// Bytes of a buffer that is kept; a larger one is given back to the system.
const KEPT_BYTES: usize = 16 * 1024 * 1024;

/// Buffers of one decoding.
#[derive(Default)]
pub(super) struct Bench {
    /// The pixels of a file that holds them in several parts, compressed.
    pub(super) packed: Vec<u8>,
    /// As a file stores its pixels.
    pub(super) stored: Vec<u8>,
    /// Made smaller as far as that is done while a picture is read.
    pub(super) reduced: Vec<u8>,
    pub(super) resizer: Resizer,
}

/// All benches of a loader.
pub(super) struct Benches {
    free: Mutex<Vec<Bench>>,
    returned: Condvar,
}

/// A bench, until it is dropped.
pub(super) struct Taken<'a> {
    benches: &'a Benches,
    bench: Bench,
}

impl Benches {
    pub(super) fn new() -> Self {
        let count = available_parallelism().map_or(1, NonZeroUsize::get);
        let free = (0..count).map(|_| Bench::default()).collect();
        Self { free: Mutex::new(free), returned: Condvar::new() }
    }

    /// Waits for a free bench.
    pub(super) fn take(&self) -> Taken<'_> {
        let mut free = self.lock();
        loop {
            if let Some(bench) = free.pop() {
                return Taken { benches: self, bench };
            }
            free = self.returned.wait(free).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Whole whoever panics: every change is a single push or pop.
    fn lock(&self) -> MutexGuard<'_, Vec<Bench>> {
        self.free.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Deref for Taken<'_> {
    type Target = Bench;

    fn deref(&self) -> &Bench {
        &self.bench
    }
}

impl DerefMut for Taken<'_> {
    fn deref_mut(&mut self) -> &mut Bench {
        &mut self.bench
    }
}

impl Drop for Taken<'_> {
    fn drop(&mut self) {
        let mut bench = std::mem::take(&mut self.bench);
        let Bench { packed, stored, reduced, .. } = &mut bench;
        for buffer in [packed, stored, reduced] {
            if buffer.capacity() > KEPT_BYTES {
                *buffer = Vec::new();
            }
        }
        self.benches.lock().push(bench);
        self.benches.returned.notify_one();
    }
}
