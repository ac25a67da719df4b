//! Tells whether a removal runs on this data folder, in whatever process: a lock that ends with the
//! one who holds it. An intent without an outcome is that of a crash only where nobody holds it.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;
use std::time::{Duration, Instant};

const FILE: &str = "removing.lock";
/// How long a removal waits for somebody who settles another one. It begins without the lock then:
/// what a person confirmed is not held up.
const WAIT: Duration = Duration::from_secs(1);
const PAUSE: Duration = Duration::from_millis(5);

/// A removal runs for as long as this lives.
pub(super) struct UnderWay {
    _locked: Option<File>,
}

impl UnderWay {
    /// To be called before the intent is written.
    pub(super) fn begin(folder: &Path) -> Self {
        let Ok(file) = open(folder) else { return Self { _locked: None } };
        let begun = Instant::now();
        loop {
            match file.try_lock_shared() {
                Ok(()) => return Self { _locked: Some(file) },
                Err(TryLockError::WouldBlock) if begun.elapsed() < WAIT => {
                    std::thread::park_timeout(PAUSE);
                }
                Err(TryLockError::WouldBlock | TryLockError::Error(_)) => {
                    return Self { _locked: None };
                }
            }
        }
    }
}

/// That no removal runs, for as long as this lives; `None` where one does, or nobody can tell.
pub(super) fn nothing_runs(folder: &Path) -> Option<File> {
    let file = open(folder).ok()?;
    file.try_lock().ok()?;
    Some(file)
}

fn open(folder: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    options.open(folder.join(FILE))
}
