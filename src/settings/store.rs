//! The file of settings.

use std::io;
use std::path::PathBuf;

use crate::store::{
    Attempt, StoreError, lock_folder, make_folder, put_aside, read_capped, replace,
};

use super::folders::Folders;
use super::values::Settings;

/// Largest settings file that is read, in bytes.
pub(super) const MAX_BYTES: u64 = 1024 * 1024;

/// Settings, and what was wrong with them.
#[derive(Debug, Clone, PartialEq)]
pub struct Loaded {
    /// The defaults where a warning says that the file could not be used.
    pub settings: Settings,
    /// `None` where the file was read, or there is none yet.
    pub warning: Option<LoadWarning>,
}

/// Why the defaults are used though there is a file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LoadWarning {
    /// It cannot be read.
    #[error("the settings {0}")]
    Unreadable(#[source] StoreError),
    /// It was not understood, and was put aside under the second name (`None` where even that
    /// failed). `reason` says where reading stopped.
    #[error("the settings {} were not understood ({reason})", path.display())]
    Broken {
        /// The file of settings.
        path: PathBuf,
        /// Where it is now; a new file takes its place at the next change.
        put_aside: Option<PathBuf>,
        /// The parser's words, with line and column.
        reason: String,
    },
}

/// The settings could not be kept.
pub type SettingsError = StoreError;

/// Reads the settings; the defaults where there are none, or none that can be read. Fields that
/// are missing take their defaults; those of other versions are passed over.
pub fn load(folders: &Folders) -> Loaded {
    let path = folders.settings_file();
    let text = match read_capped(&path, MAX_BYTES) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Loaded { settings: Settings::default(), warning: None };
        }
        Err(error) => {
            let error = StoreError::new(Attempt::Read, &path, &error);
            let warning = Some(LoadWarning::Unreadable(error));
            return Loaded { settings: Settings::default(), warning };
        }
    };
    match serde_json::from_slice(&text) {
        Ok(settings) => Loaded { settings, warning: None },
        Err(error) => {
            // Another window may be putting it right: what is put aside is what was read.
            let lock = lock_folder(folders.data());
            let again = read_capped(&path, MAX_BYTES).unwrap_or_default();
            if again != text
                && let Ok(settings) = serde_json::from_slice(&again)
            {
                return Loaded { settings, warning: None };
            }
            let aside = put_aside(&path).ok();
            drop(lock);
            let (put_aside, reason) = (aside, error.to_string());
            let warning = LoadWarning::Broken { path, put_aside, reason };
            Loaded { settings: Settings::default(), warning: Some(warning) }
        }
    }
}

/// Reads the settings and changes nothing, be the file broken; `None` where it cannot be read.
pub fn peek(folders: &Folders) -> Option<Settings> {
    match read_capped(&folders.settings_file(), MAX_BYTES) {
        Ok(text) => serde_json::from_slice(&text).ok(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Some(Settings::default()),
        Err(_) => None,
    }
}

/// Replaces all settings at one stroke: after a crash the file is the old one or the new one. A
/// window keeps what it has changed by a [`Keeper`](super::Keeper).
///
/// # Errors
/// [`StoreError`].
pub fn save(folders: &Folders, settings: &Settings) -> Result<(), StoreError> {
    let path = folders.settings_file();
    let written = serde_json::to_vec_pretty(settings);
    let mut text =
        written.map_err(|error| StoreError::new(Attempt::Write, &path, &error.into()))?;
    text.push(b'\n');
    make_folder(folders.data()).map_err(|error| StoreError { path: path.clone(), ..error })?;
    replace(&path, &text)
}
