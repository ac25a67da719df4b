//! A file of lines that takes a bounded room: what is full becomes the older half, in place of the
//! one before.

use std::path::{Path, PathBuf};
use std::time::Duration;

use super::Promise;
use super::error::StoreError;
use super::lines::{LineFile, Torn};
use super::lock::Lock;
use super::private::make_folder;
use super::replace::rename;

/// The newest lines of one process, in two files of a bounded size, with a lock that keeps other
/// processes from writing into them.
#[derive(Debug)]
pub struct RollingFile {
    lines: LineFile,
    path: PathBuf,
    /// Bytes of the newer file.
    length: u64,
    most: u64,
    _lock: Lock,
}

impl RollingFile {
    /// Takes the first of `places` files of this name that no other process writes into:
    /// `NAME-1.log`, `NAME-2.log` and so on, each with its older half. Both together hold at most
    /// twice `most` bytes.
    ///
    /// # Errors
    /// [`StoreError`]; [`Failure::Locked`](super::Failure::Locked) where others have all places.
    pub fn claim(folder: &Path, name: &str, places: usize, most: u64) -> Result<Self, StoreError> {
        make_folder(folder)?;
        let mut place = 1;
        let (path, lock) = loop {
            let path = folder.join(format!("{name}-{place}.log"));
            match Lock::alone(&path.with_extension("lock"), Duration::ZERO) {
                Ok(lock) => break (path, lock),
                Err(error) if place >= places => return Err(error),
                Err(_taken) => place += 1,
            }
        };
        let lines = LineFile::open(&path, Torn::End)?;
        let length = lines.file().metadata().map_err(StoreError::writing(&path))?.len();
        Ok(Self { lines, path, length, most, _lock: lock })
    }

    /// The newer file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Where the lines before are.
    pub fn older(path: &Path) -> PathBuf {
        path.with_extension("old.log")
    }

    /// Writes a line, which holds no line feed. One that is longer than a file may be is not written.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn append(&mut self, line: &[u8]) -> Result<(), StoreError> {
        let more = line.len() as u64 + 1;
        if more > self.most {
            return Ok(());
        }
        if self.length + more > self.most {
            self.roll()?;
        }
        self.lines.append(line, Promise::Written)?;
        self.length += more;
        Ok(())
    }

    fn roll(&mut self) -> Result<(), StoreError> {
        rename(&self.path, &Self::older(&self.path)).map_err(StoreError::writing(&self.path))?;
        self.lines = LineFile::open(&self.path, Torn::End)?;
        self.length = 0;
        Ok(())
    }
}
