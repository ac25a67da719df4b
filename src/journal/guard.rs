//! Where a journal may be written: in a folder that nobody else may write into, by no link.

use std::fs::{self, Metadata};
use std::path::Path;

use super::FILE_NAME;
use super::error::JournalError;

/// Whether the journal in `dir` may be written; one that is not there yet may be made.
///
/// # Errors
/// [`JournalError::Link`], [`JournalError::Exposed`].
pub fn check_place(dir: &Path) -> Result<(), JournalError> {
    // With a slash at its end, a link would be what it leads to.
    let dir: &Path = dir.components().as_path();
    let is_link = |path: &Path| fs::symlink_metadata(path).is_ok_and(|found| found.is_symlink());
    for path in [dir.to_path_buf(), dir.join(FILE_NAME)] {
        if is_link(&path) {
            return Err(JournalError::Link { path });
        }
    }
    match fs::metadata(dir) {
        Ok(found) if found.is_dir() && is_exposed(&found) => {
            // Whole, since what mends it is to be typed elsewhere.
            let whole = std::path::absolute(dir).unwrap_or(dir.to_path_buf());
            Err(JournalError::Exposed { path: whole })
        }
        // What else is wrong with it is told when it is opened.
        Ok(_) | Err(_) => Ok(()),
    }
}

#[cfg(unix)]
fn is_exposed(folder: &Metadata) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    folder.permissions().mode() & 0o022 != 0
}

/// Its rights are those of the folder around it, which std does not tell.
#[cfg(not(unix))]
fn is_exposed(_folder: &Metadata) -> bool {
    false
}
