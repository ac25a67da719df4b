//! Changing a file while other windows do: read, changed and replaced under the folder's lock, so that
//! what somebody else wrote meanwhile stays.

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::error::StoreError;
use super::lock::Lock;
use super::private::{folder_of, make_folder};
use super::read::read_capped;
use super::replace::{rename, replace};

/// One for all files of a folder: each holds it for as long as a small file takes to be written.
const LOCK: &str = "kept.lock";
/// Ending of what locks others.
const LOCKS: &str = "lock";
/// Ending of what was put aside.
const ASIDE: &str = "broken.json";
/// How long to wait for another window.
const WAIT: Duration = Duration::from_secs(5);

/// Waits until no other window changes a file of this folder, which is made where it is missing.
///
/// # Errors
/// [`StoreError`].
pub fn lock_folder(folder: &Path) -> Result<Lock, StoreError> {
    make_folder(folder)?;
    Lock::alone(&folder.join(LOCK), WAIT)
}

/// Changes a file of at most so many bytes: what it holds now (`None` where it is missing) is read,
/// changed, and written at one stroke, while no other window does the same.
///
/// # Errors
/// Those of the change, and [`StoreError`]; the file is then as it was.
pub fn update<T, E: From<StoreError>>(
    path: &Path,
    most: u64,
    change: impl FnOnce(Option<Vec<u8>>) -> Result<(Vec<u8>, T), E>,
) -> Result<T, E> {
    // A person knows the file, and nothing of the lock beside it.
    let named = |error| StoreError { path: path.to_owned(), ..error };
    let _lock = lock_folder(folder_of(path)).map_err(named)?;
    let old = match read_capped(path, most) {
        Ok(old) => Some(old),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(StoreError::reading(path)(error).into()),
    };
    let (new, result) = change(old)?;
    replace(path, &new)?;
    Ok(result)
}

/// Changes a JSON file. One that is missing holds the default; one that is damaged is put aside first,
/// see [`put_aside`].
///
/// # Errors
/// Those of [`update`].
pub fn update_json<T: Serialize + DeserializeOwned + Default>(
    path: &Path,
    most: u64,
    change: impl FnOnce(&mut T),
) -> Result<(), StoreError> {
    update(path, most, |old| {
        let known = old.map(|text| serde_json::from_slice(&text));
        let mut kept: T = match known {
            None => T::default(),
            Some(Ok(kept)) => kept,
            Some(Err(_)) => {
                put_aside(path)?;
                T::default()
            }
        };
        change(&mut kept);
        let new = json(&kept).map_err(|error| StoreError::writing(path)(error.into()))?;
        Ok((new, ()))
    })
}

/// The text of a JSON file, for people to read too.
fn json(value: &impl Serialize) -> serde_json::Result<Vec<u8>> {
    let mut text = serde_json::to_vec_pretty(value)?;
    text.push(b'\n');
    Ok(text)
}

/// Where a damaged file of this name is put.
pub fn aside(path: &Path) -> PathBuf {
    path.with_extension(ASIDE)
}

/// Whether a file of this name locks others, or is a damaged one that was put aside.
pub fn is_beside(name: &str) -> bool {
    [LOCKS, ASIDE]
        .iter()
        .any(|ending| name.strip_suffix(ending).is_some_and(|name| name.ends_with('.')))
}

/// Gives a damaged file another name: `settings.json` becomes `settings.broken.json`.
///
/// # Errors
/// [`StoreError`].
pub fn put_aside(path: &Path) -> Result<PathBuf, StoreError> {
    let aside = aside(path);
    rename(path, &aside).map_err(StoreError::writing(path))?;
    Ok(aside)
}
