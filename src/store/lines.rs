//! Files that grow line by line. A line without its line feed was cut off, by a crash or a full disk,
//! and never runs into the next one.

use std::fs::{File, OpenOptions};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

#[cfg(unix)]
use rustix::fs::OFlags;

use super::Promise;
use super::error::StoreError;
use super::lock::wait_for;
use super::private::{create_folder, folder_of, make_private, options, sync_folder};
use super::replace::no_file;

/// Bytes that are looked at in one go for the end of the last whole line.
const BLOCK: u64 = 64 * 1024;

/// What the next line does about one that was cut off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Torn {
    /// It is ended and kept as it is: nothing is ever taken away.
    End,
    /// It is cut off: it counts as not written. For files of one writer, who has them locked.
    Cut,
}

/// A file of lines, open for reading and for more lines.
#[derive(Debug)]
pub struct LineFile {
    file: File,
    path: PathBuf,
    torn: Torn,
}

impl LineFile {
    /// Opens a file, which is made where it is missing; its folder must be there.
    ///
    /// # Errors
    /// [`StoreError`]: a device or pipe in its place has no last line to follow.
    pub fn open(path: &Path, torn: Torn) -> Result<Self, StoreError> {
        Self::opened(path, torn, open)
    }

    /// The same, and its folder is made too.
    ///
    /// # Errors
    /// Those of [`LineFile::open`].
    pub fn open_in_new_folder(path: &Path, torn: Torn) -> Result<Self, StoreError> {
        Self::opened(path, torn, |path, options| match open(path, options) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                create_folder(folder_of(path))?;
                open(path, options)
            }
            done => done,
        })
    }

    /// Makes a file that is not there yet.
    ///
    /// # Errors
    /// Those of [`LineFile::open`].
    pub fn create(path: &Path, torn: Torn) -> Result<Self, StoreError> {
        Self::opened(path, torn, |path, options| {
            let file = options.create_new(true).open(path)?;
            sync_folder(folder_of(path))?;
            Ok(file)
        })
    }

    fn opened(
        path: &Path,
        torn: Torn,
        open: impl FnOnce(&Path, &mut OpenOptions) -> io::Result<File>,
    ) -> Result<Self, StoreError> {
        let mut options = options();
        options.read(true);
        match torn {
            Torn::End => options.append(true),
            // Windows cuts no file that is open for appending.
            Torn::Cut => options.write(true),
        };
        let file = open(path, &mut options).map_err(StoreError::writing(path))?;
        Ok(Self { file, path: path.to_owned(), torn })
    }

    /// For reading.
    pub fn file(&self) -> &File {
        &self.file
    }

    /// Keeps others from writing, and from reading under a lock, until this is dropped.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn lock(&self, wait: Duration) -> Result<(), StoreError> {
        wait_for(|| self.file.try_lock(), wait).map_err(StoreError::writing(&self.path))
    }

    /// Writes a line, which holds no line feed, at one stroke. Others must be kept from writing.
    ///
    /// # Errors
    /// [`StoreError`]: a part of it may be in the file, and is no line.
    pub fn append(&mut self, line: &[u8], promise: Promise) -> Result<(), StoreError> {
        self.write(line, promise).map_err(StoreError::writing(&self.path))
    }

    fn write(&mut self, line: &[u8], promise: Promise) -> io::Result<()> {
        make_private(&self.file)?;
        let length = self.file.metadata()?.len();
        let whole = whole_lines(&mut self.file, length)?;
        let mut bytes = Vec::with_capacity(line.len() + 2);
        match self.torn {
            Torn::End if whole < length => bytes.push(b'\n'),
            Torn::End => {}
            Torn::Cut => {
                if whole < length {
                    self.file.set_len(whole)?;
                }
                self.file.seek(SeekFrom::Start(whole))?;
            }
        }
        bytes.extend_from_slice(line);
        bytes.push(b'\n');
        self.file.write_all(&bytes).inspect_err(|_| {
            if self.torn == Torn::Cut {
                // Where that fails too, the next line does it.
                let _cut = self.file.set_len(whole);
            }
        })?;
        match promise {
            Promise::Synced => self.file.sync_all(),
            Promise::Written => Ok(()),
        }
    }
}

/// Adds a line to a file of a folder that others keep, which may allow nothing but adding: it is made where
/// it is missing, for others to read. Whoever may write there may also have put a link or a pipe in its place: neither
/// is followed or waited for.
///
/// # Errors
/// [`StoreError`].
pub fn append_shared(path: &Path, line: &str) -> Result<(), StoreError> {
    let add = || {
        if std::fs::symlink_metadata(path).is_ok_and(|found| !found.is_file()) {
            return Err(no_file());
        }
        let mut options = OpenOptions::new();
        options.append(true).create(true);
        // What was put there since then is not followed or waited for either.
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::custom_flags(
            &mut options,
            (OFlags::NOFOLLOW | OFlags::NONBLOCK).bits().cast_signed(),
        );
        let mut file = options.open(path)?;
        if !file.metadata()?.is_file() {
            return Err(no_file());
        }
        file.write_all(format!("{line}\n").as_bytes())?;
        file.sync_all()
    };
    add().map_err(StoreError::writing(path))
}

fn open(path: &Path, options: &mut OpenOptions) -> io::Result<File> {
    match options.open(path) {
        Ok(file) if !file.metadata()?.is_file() => Err(no_file()),
        Ok(file) => Ok(file),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            // Not `create_new`: another process may make it meanwhile.
            let file = options.create(true).open(path)?;
            file.sync_all()?;
            sync_folder(folder_of(path))?;
            Ok(file)
        }
        // Windows says that nobody may open it.
        Err(_) if path.is_dir() => Err(io::ErrorKind::IsADirectory.into()),
        Err(error) => Err(error),
    }
}

/// Length of the whole lines of a file of this length.
fn whole_lines(file: &mut File, length: u64) -> io::Result<u64> {
    let mut end = length;
    let mut block = Vec::new();
    // The last byte alone tells, as a rule.
    let mut size = 1;
    while end > 0 {
        let start = end.saturating_sub(size);
        file.seek(SeekFrom::Start(start))?;
        block.clear();
        (&*file).take(end - start).read_to_end(&mut block)?;
        if let Some(place) = block.iter().rposition(|byte| *byte == b'\n') {
            return Ok(start + place as u64 + 1);
        }
        (end, size) = (start, BLOCK);
    }
    Ok(0)
}
