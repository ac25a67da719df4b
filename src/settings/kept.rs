//! Changing a file of the data folder while other windows do: read, changed and replaced under a
//! lock, so that what somebody else wrote meanwhile stays.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::folders::Folders;
use super::read::read_capped;
use super::store::{make_private_folder, write_private};

/// One for all files: each holds it for as long as a small file takes to be written.
const LOCK: &str = "kept.lock";
/// How long to wait for another window.
const WAIT: Duration = Duration::from_secs(5);
/// Pause between two looks: std has no wait for a lock with an end.
const PAUSE: Duration = Duration::from_millis(2);

/// Nobody else changes what is kept in the data folder for as long as this lives.
#[derive(Debug)]
pub struct KeptLock {
    _locked: File,
}

/// Waits until no other window changes what is kept; makes the folder where it is missing.
///
/// # Errors
/// Those of the file system; [`io::ErrorKind::WouldBlock`] where another window keeps it too long.
pub fn lock_kept(folders: &Folders) -> io::Result<KeptLock> {
    make_private_folder(folders.data())?;
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    let file = options.open(folders.data().join(LOCK))?;
    let begun = Instant::now();
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(KeptLock { _locked: file }),
            Err(TryLockError::Error(error)) => return Err(error),
            Err(TryLockError::WouldBlock) if begun.elapsed() >= WAIT => {
                let why = "another window is changing what is kept";
                return Err(io::Error::new(io::ErrorKind::WouldBlock, why));
            }
            Err(TryLockError::WouldBlock) => std::thread::park_timeout(PAUSE),
        }
    }
}

/// Changes a JSON file of the data folder, of at most so many bytes: what it holds now is read,
/// changed, and written at one stroke, while no other window does the same. A file that is missing
/// holds the default; one that is damaged is put aside first, see [`put_aside`].
///
/// # Errors
/// Those of the file system; the file is then as it was.
pub fn change_kept<T: Serialize + DeserializeOwned + Default>(
    folders: &Folders,
    path: &Path,
    most: u64,
    change: impl FnOnce(&mut T),
) -> io::Result<()> {
    let _lock = lock_kept(folders)?;
    let mut kept = match read_capped(path, most) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => T::default(),
        Err(error) => return Err(error),
        Ok(text) => match serde_json::from_slice(&text) {
            Ok(kept) => kept,
            Err(_) => {
                put_aside(path)?;
                T::default()
            }
        },
    };
    change(&mut kept);
    let mut text = serde_json::to_vec_pretty(&kept)?;
    text.push(b'\n');
    write_private(path, &text)
}

/// Gives a damaged file another name: `settings.json` becomes `settings.broken.json`.
///
/// # Errors
/// Those of the file system.
pub fn put_aside(path: &Path) -> io::Result<PathBuf> {
    let aside = path.with_extension("broken.json");
    fs::rename(path, &aside)?;
    Ok(aside)
}
