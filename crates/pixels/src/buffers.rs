//! The buffer pool of decoding. It has as many sets as there are processors: more files under way
//! would take memory and come no sooner; and their buffers are used again while files come, since pictures
//! of many megabytes that come and go leave holes that the system does not get back.

use std::num::NonZeroUsize;
use std::ops::{Deref, DerefMut};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::available_parallelism;

use fast_image_resize::Resizer;

/// Bytes of a buffer that is kept; a larger one is given back to the system.
const KEPT_BYTES: usize = 16 * 1024 * 1024;

/// Buffers of one decoding.
#[derive(Default)]
pub struct Buffers {
    /// The pixels of a file that holds them in several parts, compressed.
    pub packed: Vec<u8>,
    /// As a file stores its pixels.
    pub stored: Vec<u8>,
    /// Made smaller as far as that is done while a picture is read.
    pub reduced: Vec<u8>,
    /// Of pictures that are made smaller at last.
    pub resizer: Resizer,
}

/// All sets of buffers of a loader.
pub struct BufferPool {
    free: Mutex<Vec<Buffers>>,
    returned: Condvar,
}

/// A set of buffers, until it is dropped.
pub struct PooledBuffers<'a> {
    pool: &'a BufferPool,
    buffers: Buffers,
}

impl Default for BufferPool {
    /// With as many free sets as there are processors.
    fn default() -> Self {
        let count = available_parallelism().map_or(1, NonZeroUsize::get);
        let free = (0..count).map(|_| Buffers::default()).collect();
        Self { free: Mutex::new(free), returned: Condvar::new() }
    }
}

impl BufferPool {
    /// Waits for a free set.
    pub fn take(&self) -> PooledBuffers<'_> {
        let mut free = self.lock();
        loop {
            if let Some(buffers) = free.pop() {
                return PooledBuffers { pool: self, buffers };
            }
            free = self.returned.wait(free).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Gives back to the system what no decoding uses.
    pub fn clear(&self) {
        self.lock().fill_with(Buffers::default);
    }

    /// Whole whoever panics: every change is a single push or pop, or leaves a set as good as new.
    fn lock(&self) -> MutexGuard<'_, Vec<Buffers>> {
        self.free.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Deref for PooledBuffers<'_> {
    type Target = Buffers;

    fn deref(&self) -> &Buffers {
        &self.buffers
    }
}

impl DerefMut for PooledBuffers<'_> {
    fn deref_mut(&mut self) -> &mut Buffers {
        &mut self.buffers
    }
}

impl Drop for PooledBuffers<'_> {
    fn drop(&mut self) {
        let mut buffers = std::mem::take(&mut self.buffers);
        let Buffers { packed, stored, reduced, .. } = &mut buffers;
        for buffer in [packed, stored, reduced] {
            if buffer.capacity() > KEPT_BYTES {
                *buffer = Vec::new();
            }
        }
        self.pool.lock().push(buffers);
        self.pool.returned.notify_one();
    }
}
