use std::fmt;
use std::fs::DirBuilder;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::folders::Folders;
use super::kept::{lock_kept, put_aside};
use super::read::read_capped;
use super::values::Settings;

/// Largest settings file that is read, in bytes.
pub(super) const MAX_BYTES: u64 = 1024 * 1024;

/// Settings, and what was wrong with them.
#[derive(Debug, Clone, PartialEq)]
pub struct Loaded {
    pub settings: Settings,
    pub warning: Option<LoadWarning>,
}

/// Why the defaults are used though there is a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LoadWarning {
    /// It cannot be read.
    Unreadable { path: PathBuf, kind: io::ErrorKind, reason: String },
    /// It was not understood, and was put aside under the second name (`None` where even that
    /// failed). `reason` says where reading stopped.
    Broken { path: PathBuf, put_aside: Option<PathBuf>, reason: String },
}

impl fmt::Display for LoadWarning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable { path, reason, .. } => {
                write!(f, "the settings {} cannot be read: {reason}", path.display())
            }
            Self::Broken { path, put_aside, reason } => {
                write!(f, "the settings {} were not understood ({reason})", path.display())?;
                match put_aside {
                    Some(aside) => write!(f, "; the file is kept as {}", aside.display()),
                    None => Ok(()),
                }
            }
        }
    }
}

/// The settings could not be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingsError {
    pub path: PathBuf,
    pub kind: io::ErrorKind,
    pub reason: String,
}

impl fmt::Display for SettingsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the settings {} cannot be written: {}", self.path.display(), self.reason)
    }
}

impl std::error::Error for SettingsError {}

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
            let (kind, reason) = (error.kind(), error.to_string());
            let warning = Some(LoadWarning::Unreadable { path, kind, reason });
            return Loaded { settings: Settings::default(), warning };
        }
    };
    match serde_json::from_slice(&text) {
        Ok(settings) => Loaded { settings, warning: None },
        Err(error) => {
            // Another window may be putting it right: what is put aside is what was read.
            let lock = lock_kept(folders);
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

/// Replaces all settings at one stroke: after a crash the file is the old one or the new one. A
/// window keeps what it has changed by a [`Keeper`](super::Keeper).
///
/// # Errors
/// [`SettingsError`].
pub fn save(folders: &Folders, settings: &Settings) -> Result<(), SettingsError> {
    let path = folders.settings_file();
    write_whole(folders.data(), &path, settings).map_err(|error| SettingsError {
        path,
        kind: error.kind(),
        reason: error.to_string(),
    })
}

fn write_whole(folder: &Path, path: &Path, settings: &Settings) -> io::Result<()> {
    let mut text = serde_json::to_vec_pretty(settings)?;
    text.push(b'\n');
    make_private_folder(folder)?;
    write_private(path, &text)
}

/// Writes a file of the data folder at one stroke; makes the folder where it is missing.
///
/// # Errors
/// Those of the file system.
pub fn write_private_file(folders: &Folders, path: &Path, content: &[u8]) -> io::Result<()> {
    make_private_folder(folders.data())?;
    write_private(path, content)
}

/// Makes the data folder, for the user alone, where it is missing.
///
/// # Errors
/// Those of the file system.
pub fn make_data_folder(folders: &Folders) -> io::Result<()> {
    make_private_folder(folders.data())
}

/// Makes a folder, for the user alone, where it is missing.
///
/// # Errors
/// Those of the file system.
pub fn make_private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt as _;
        builder.mode(0o700);
    }
    builder.create(folder)
}

/// Whether files can be made in a folder: one is, for a moment.
///
/// # Errors
/// Those of the file system.
pub fn try_folder(folder: &Path) -> io::Result<()> {
    NamedTempFile::new_in(folder)?.close()
}

/// Writes a file at one stroke, readable by the user alone (0600).
///
/// # Errors
/// Those of the file system; an existing file is then as it was.
pub fn write_private(path: &Path, content: &[u8]) -> io::Result<()> {
    // In the same folder, so that the last step is a renaming. Temporary files are the user's
    // alone.
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut file = NamedTempFile::new_in(folder)?;
    file.write_all(content)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}
