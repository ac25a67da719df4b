//! Files that are written whole: at every moment there is the old one or the new one.

use std::fs::{self, Metadata};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::{Builder, NamedTempFile, PersistError};

use super::error::{Attempt, StoreError, is_in_use};
use super::lock::retried;
use super::names::portable;
use super::private::{create_folder, folder_of, options, sync_folder};

/// Of temporary files, so that those a killed program left are known again.
const PREFIX: &str = ".carddesk-";
const SUFFIX: &str = ".tmp";
/// Nobody writes one file for as long as this.
const ABANDONED: Duration = Duration::from_secs(60 * 60);
/// On Windows whoever looks at a file, to index or to scan it, keeps it from being replaced meanwhile.
const PATIENCE: Duration = Duration::from_secs(if cfg!(windows) { 2 } else { 0 });
/// How many files of one name are kept apart by a number.
const ALIKE: u32 = 1000;

/// Writes a file at one stroke, for the user alone; it is on the disk when this returns. A link stays
/// one, and what it points at is replaced.
///
/// # Errors
/// [`StoreError`].
pub fn replace(path: &Path, content: &[u8]) -> Result<(), StoreError> {
    let write = || -> io::Result<()> {
        let target = target(path)?;
        let folder = folder_of(&target);
        sweep(folder);
        let file = temporary(folder, &[content])?;
        file.as_file().sync_all()?;
        persist(file, &target)?;
        sync_folder(folder)
    };
    write().map_err(StoreError::writing(path))
}

/// The same, of several parts, without waiting for the disk: for what can be had again.
///
/// # Errors
/// [`StoreError`].
pub fn replace_unsynced(path: &Path, parts: &[&[u8]]) -> Result<(), StoreError> {
    let write = || persist(temporary(folder_of(path), parts)?, path);
    write().map_err(StoreError::writing(path))
}

/// Writes a file into a folder, which is made where it is missing; under another name where there is
/// one of this name, whoever makes it meanwhile, and under one that every system takes. Returns where it is.
///
/// # Errors
/// [`StoreError`].
pub fn save_new(folder: &Path, name: &str, content: &[u8]) -> Result<PathBuf, StoreError> {
    let (stem, extension) = portable(name);
    let name = format!("{stem}.{extension}");
    let others = (2..ALIKE).map(|number| format!("{stem}-{number}.{extension}"));
    let save = || -> io::Result<PathBuf> {
        create_folder(folder)?;
        sweep(folder);
        let mut file = temporary(folder, &[content])?;
        file.as_file().sync_all()?;
        for name in std::iter::once(name.clone()).chain(others) {
            let path = folder.join(name);
            match persist_new(file, &path)? {
                None => {
                    sync_folder(folder)?;
                    return Ok(path);
                }
                Some(again) => file = again,
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    };
    save().map_err(StoreError::writing(&folder.join(&name)))
}

/// Whether [`replace`] can write a file: another one is made beside it, for a moment.
///
/// # Errors
/// [`StoreError`].
pub fn try_replace(path: &Path) -> Result<(), StoreError> {
    let attempt = || -> io::Result<()> {
        let target = target(path)?;
        let folder = folder_of(&target);
        if !fs::metadata(folder)?.is_dir() {
            return Err(io::ErrorKind::NotADirectory.into());
        }
        temporary(folder, &[])?.close()
    };
    attempt().map_err(StoreError::writing(path))
}

/// Removes a file; one that is not there is no error.
///
/// # Errors
/// [`StoreError`].
pub fn remove(path: &Path) -> Result<(), StoreError> {
    match patiently(|| fs::remove_file(path)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(StoreError::new(Attempt::Remove, path, &error))
        }
        Ok(()) | Err(_) => Ok(()),
    }
}

/// What is to be replaced: what a link points at, and never a folder, a device or a pipe.
fn target(path: &Path) -> io::Result<PathBuf> {
    match fs::metadata(path) {
        Ok(found) if found.is_dir() => Err(io::ErrorKind::IsADirectory.into()),
        Ok(found) if !found.is_file() => Err(no_file()),
        Ok(_) if path.is_symlink() => path.canonicalize(),
        // Why it is not there shows when it is written.
        Ok(_) | Err(_) => Ok(path.to_owned()),
    }
}

/// A device or a pipe in a file's place.
pub(super) fn no_file() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, "it is no regular file")
}

/// In the same folder, so that the last step is a renaming.
fn temporary(folder: &Path, parts: &[&[u8]]) -> io::Result<NamedTempFile> {
    let make = |path: &Path| options().write(true).create_new(true).open(path);
    let mut file = Builder::new().prefix(PREFIX).suffix(SUFFIX).make_in(folder, make)?;
    for part in parts {
        // Into the file itself: errors would name the temporary one otherwise.
        file.as_file_mut().write_all(part)?;
    }
    Ok(file)
}

/// Renames a file, over another one too.
pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    patiently(|| fs::rename(from, to))
}

/// Tries again, for a moment, what others that look at the file prevent.
fn patiently<T>(attempt: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    // Windows refuses either way, as it happens.
    let passes =
        |error: &io::Error| error.kind() == io::ErrorKind::PermissionDenied || is_in_use(error);
    retried(PATIENCE, passes, attempt)
}

fn persist(file: NamedTempFile, path: &Path) -> io::Result<()> {
    let mut waiting = Some(file);
    patiently(|| {
        let Some(file) = waiting.take() else { return Ok(()) };
        file.persist(path).map(drop).map_err(|PersistError { error, file }| {
            waiting = Some(file);
            error
        })
    })
}

/// Gives the file back where there is one of this name.
fn persist_new(file: NamedTempFile, path: &Path) -> io::Result<Option<NamedTempFile>> {
    match file.persist_noclobber(path) {
        Ok(_) => Ok(None),
        Err(PersistError { error, file }) if error.kind() == io::ErrorKind::AlreadyExists => {
            Ok(Some(file))
        }
        // Not every disk renames so: the name is taken by an empty file first.
        Err(PersistError { file, .. }) => match options().write(true).create_new(true).open(path) {
            Ok(_) => persist(file, path).map(|()| None),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(Some(file)),
            Err(error) => Err(error),
        },
    }
}

/// Removes what a killed program left half written.
fn sweep(folder: &Path) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    for entry in entries {
        let name = entry.file_name();
        let is_ours =
            name.to_str().is_some_and(|name| name.starts_with(PREFIX) && name.ends_with(SUFFIX));
        if is_ours && entry.metadata().is_ok_and(|found| is_abandoned(&found)) {
            // One that stays does no harm.
            let _gone = fs::remove_file(entry.path());
        }
    }
}

fn is_abandoned(found: &Metadata) -> bool {
    let age = found.modified().ok().and_then(|at| at.elapsed().ok());
    found.is_file() && age.is_some_and(|age| age > ABANDONED)
}
