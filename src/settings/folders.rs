use std::fmt;
use std::path::{Path, PathBuf};

use directories::ProjectDirs;

/// The folder that holds journal and settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folders {
    data: PathBuf,
}

/// There is no folder to keep anything in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FoldersError {
    /// The operating system knows no home folder for this user.
    NoHome,
}

impl fmt::Display for FoldersError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoHome => {
                f.write_str("this user has no home folder; name a folder with --data-dir")
            }
        }
    }
}

impl std::error::Error for FoldersError {}

impl Folders {
    /// The folder named, or the user's data folder for this program. Nothing is made yet.
    ///
    /// # Errors
    /// [`FoldersError::NoHome`].
    pub fn new(data_dir: Option<&Path>) -> Result<Self, FoldersError> {
        let data = match data_dir {
            Some(folder) => folder.to_path_buf(),
            None => {
                let dirs = ProjectDirs::from("", "", "carddesk").ok_or(FoldersError::NoHome)?;
                dirs.data_dir().to_path_buf()
            }
        };
        Ok(Self { data })
    }

    /// The folder of `journal.jsonl`, for [`crate::journal::Journal::open`], and of
    /// `settings.json`.
    pub fn data(&self) -> &Path {
        &self.data
    }

    /// The file of the settings.
    pub fn settings_file(&self) -> PathBuf {
        self.data.join("settings.json")
    }

    /// Where a settings file that could not be understood is put.
    pub fn broken_settings_file(&self) -> PathBuf {
        self.data.join("settings.broken.json")
    }
}
