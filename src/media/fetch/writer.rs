//! Files that wait to be written to the cache, by a thread that takes no processor from what a person
//! waits for.

use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{Builder, JoinHandle};

use super::super::limits;
use super::folder::Folder;
use super::kept::Waiting;

#[derive(Debug, Default)]
struct Queue {
    /// The first is being written.
    files: VecDeque<Arc<Waiting>>,
    bytes: usize,
    is_closed: bool,
}

impl Queue {
    fn newest(&self, url: &str) -> Option<&Arc<Waiting>> {
        self.files.iter().rev().find(|file| file.note.url() == url)
    }
}

#[derive(Debug, Default)]
struct Shared {
    queue: Mutex<Queue>,
    changed: Condvar,
    /// Held while a file is written.
    writing: Mutex<()>,
}

/// The queue and its thread, which the first file starts. What waits when it is dropped is written.
#[derive(Debug, Default)]
pub(super) struct Writer {
    shared: Arc<Shared>,
    thread: Mutex<Option<JoinHandle<()>>>,
}

impl Writer {
    /// Has a file written; at once where too much waits already, and none of its address does, which
    /// would be written over it.
    pub(super) fn take(&self, folder: &Arc<Folder>, file: Waiting) {
        let mut queue = lock(&self.shared.queue);
        let bytes = queue.bytes + file.bytes.len();
        let has_room =
            bytes <= limits::CACHE_WAITING_BYTES || queue.newest(file.note.url()).is_some();
        if !has_room || !self.is_started(folder) {
            drop(queue);
            folder.keep(&file);
            return;
        }
        queue.bytes = bytes;
        queue.files.push_back(Arc::new(file));
        self.shared.changed.notify_one();
    }

    fn is_started(&self, folder: &Arc<Folder>) -> bool {
        let mut thread = lock(&self.thread);
        if thread.is_none() {
            let (shared, folder) = (Arc::clone(&self.shared), Arc::clone(folder));
            let builder = Builder::new().name("Art cache".to_owned());
            *thread = builder.spawn(move || shared.write_all(&folder)).ok();
        }
        thread.is_some()
    }

    /// The newest file of an address that waits.
    pub(super) fn find(&self, url: &str) -> Option<Arc<Waiting>> {
        lock(&self.shared.queue).newest(url).cloned()
    }

    /// Forgets what waits; returns once nothing is being written.
    pub(super) fn clear(&self) {
        let mut queue = lock(&self.shared.queue);
        queue.files.clear();
        queue.bytes = 0;
        drop(queue);
        drop(lock(&self.shared.writing));
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        lock(&self.shared.queue).is_closed = true;
        self.shared.changed.notify_all();
        if let Some(thread) = lock(&self.thread).take() {
            let _ended = thread.join();
        }
    }
}

impl Shared {
    fn write_all(&self, folder: &Folder) {
        // Of this thread alone; elsewhere it would be the whole program's.
        #[cfg(target_os = "linux")]
        let _is_nice = rustix::process::nice(19);
        while let Some(file) = self.next() {
            let writing = lock(&self.writing);
            // Not what was forgotten since.
            let is_first =
                |queue: &Queue| queue.files.front().is_some_and(|f| Arc::ptr_eq(f, &file));
            if is_first(&lock(&self.queue)) {
                folder.keep(&file);
            }
            drop(writing);
            let mut queue = lock(&self.queue);
            if is_first(&queue) {
                queue.files.pop_front();
                queue.bytes -= file.bytes.len();
            }
        }
    }

    /// The next file, which stays in the queue; `None` once all are written and no more will come.
    fn next(&self) -> Option<Arc<Waiting>> {
        let mut queue = lock(&self.queue);
        loop {
            if let Some(file) = queue.files.front() {
                return Some(Arc::clone(file));
            }
            if queue.is_closed {
                return None;
            }
            queue = self.changed.wait(queue).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

/// Whole whoever panics: every change is done before the next that can fail.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
