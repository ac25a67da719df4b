//! Locks of the operating system, which end with whoever holds them, however that ends.

use std::fs::{File, TryLockError};
use std::io;
use std::path::Path;
use std::time::{Duration, Instant};

use super::error::{Attempt, StoreError};
use super::private::options;

/// Pause between two looks: std has no wait for a lock with an end.
const PAUSE: Duration = Duration::from_millis(2);

/// A lock by a file that holds nothing, for as long as this lives.
#[derive(Debug)]
pub struct Lock {
    _locked: File,
}

impl Lock {
    /// Nobody else has it, alone or with others.
    ///
    /// # Errors
    /// [`StoreError`]; [`Failure::Locked`](super::Failure::Locked) where somebody keeps it for longer
    /// than the wait.
    pub fn alone(path: &Path, wait: Duration) -> Result<Self, StoreError> {
        Self::take(path, wait, File::try_lock)
    }

    /// Nobody else has it alone.
    ///
    /// # Errors
    /// Those of [`Lock::alone`].
    pub fn with_others(path: &Path, wait: Duration) -> Result<Self, StoreError> {
        Self::take(path, wait, File::try_lock_shared)
    }

    fn take(
        path: &Path,
        wait: Duration,
        try_lock: impl Fn(&File) -> Result<(), TryLockError>,
    ) -> Result<Self, StoreError> {
        let opened = options().write(true).create(true).truncate(false).open(path);
        let taken = opened.and_then(|file| {
            wait_for(|| try_lock(&file), wait)?;
            Ok(Self { _locked: file })
        });
        taken.map_err(StoreError::writing(path))
    }
}

/// Waits until nobody writes into an open file. The lock ends when the file is closed.
///
/// # Errors
/// Those of [`Lock::alone`].
pub fn lock_shared(file: &File, path: &Path, wait: Duration) -> Result<(), StoreError> {
    wait_for(|| file.try_lock_shared(), wait)
        .map_err(|error| StoreError::new(Attempt::Read, path, &error))
}

/// Tries for a lock until it is had or the wait is over; [`io::ErrorKind::WouldBlock`] then.
pub(super) fn wait_for(
    try_lock: impl Fn() -> Result<(), TryLockError>,
    wait: Duration,
) -> io::Result<()> {
    retried(
        wait,
        |error| error.kind() == io::ErrorKind::WouldBlock,
        || match try_lock() {
            Ok(()) => Ok(()),
            Err(TryLockError::Error(error)) => Err(error),
            Err(TryLockError::WouldBlock) => Err(io::ErrorKind::WouldBlock.into()),
        },
    )
}

/// Tries again what fails for a moment, until the wait is over.
pub(super) fn retried<T>(
    wait: Duration,
    passes: impl Fn(&io::Error) -> bool,
    mut attempt: impl FnMut() -> io::Result<T>,
) -> io::Result<T> {
    let begun = Instant::now();
    loop {
        match attempt() {
            Err(error) if passes(&error) && begun.elapsed() < wait => {
                std::thread::park_timeout(PAUSE);
            }
            done => return done,
        }
    }
}
