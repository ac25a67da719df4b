//! Buffers that files were downloaded into and that are used again: pages that come from the system
//! and go back to it for each of many files cost a tenth of the time that decoding them takes.

use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;

/// Buffers kept, one for each download at once.
const KEPT: usize = 8;
/// Bytes of a buffer that is kept; a larger one is given back to the system.
const KEPT_BYTES: usize = 2 * 1024 * 1024;

/// Buffers that are free. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub(super) struct Buffers(Arc<Mutex<Vec<Vec<u8>>>>);

impl Buffers {
    /// An empty buffer with room for so many bytes.
    pub(super) fn take(&self, bytes: usize) -> Vec<u8> {
        let free = self.0.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut buffer = free.unwrap_or_default();
        buffer.reserve_exact(bytes);
        buffer
    }

    /// Gives all back to the system.
    pub(super) fn clear(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Vec::new();
    }

    /// Takes back the bytes of a file, where nobody else has them.
    pub(super) fn give_back(&self, bytes: Bytes) {
        let Ok(mut bytes) = bytes.try_into_mut() else { return };
        bytes.clear();
        let buffer = Vec::from(bytes);
        let mut free = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if free.len() < KEPT && buffer.capacity() <= KEPT_BYTES {
            free.push(buffer);
        }
    }
}
