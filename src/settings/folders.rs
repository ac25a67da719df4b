//! The folders of the program on each system.

use std::path::{Path, PathBuf};

use directories::{ProjectDirs, UserDirs};

use crate::store::aside;

/// The file of the settings, in the data folder.
pub const SETTINGS_FILE: &str = "settings.json";
/// Where a batch of the window's keeps what is finished, in the data folder.
pub const STATE_FILE: &str = "verify-state.jsonl";
/// Folder of batches that the window keeps for comparison, in the data folder.
pub const BASELINES_FOLDER: &str = "baselines";
/// Folder of the diagnostic log, in the data folder.
pub const LOGS_FOLDER: &str = "logs";
/// Folder of what can be had again, in a data folder that was named.
pub const CACHE_FOLDER: &str = "cache";

/// The folder that holds journal and settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folders {
    data: PathBuf,
    exports: PathBuf,
    cache: PathBuf,
}

/// There is no folder to keep anything in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FoldersError {
    /// The operating system knows no home folder for this user.
    #[error("this user has no home folder")]
    NoHome,
}

impl Folders {
    /// The folder named, or the user's data folder for this program. Nothing is made yet.
    ///
    /// # Errors
    /// [`FoldersError::NoHome`].
    pub fn new(data_dir: Option<&Path>) -> Result<Self, FoldersError> {
        if let Some(folder) = data_dir {
            let cache = folder.join(CACHE_FOLDER);
            return Ok(Self { data: folder.to_path_buf(), exports: folder.to_path_buf(), cache });
        }
        let dirs = ProjectDirs::from("", "", "carddesk").ok_or(FoldersError::NoHome)?;
        // On Windows of this computer alone: a profile that roams copies files as they stand, without their
        // locks, and the last computer that signs off would undo what another has put into the journal.
        let data = dirs.data_local_dir().to_path_buf();
        let downloads = UserDirs::new().and_then(|dirs| dirs.download_dir().map(Path::to_path_buf));
        let exports = downloads.filter(|dir| dir.is_dir()).unwrap_or_else(|| data.clone());
        let cache = dirs.cache_dir().to_path_buf();
        Ok(Self { data, exports, cache })
    }

    /// The folder of `journal.jsonl`, for [`crate::journal::Journal::open`], and of
    /// `settings.json`.
    pub fn data(&self) -> &Path {
        &self.data
    }

    /// Where exports of the journal are put: the folder named, or the user's downloads.
    pub fn exports(&self) -> &Path {
        &self.exports
    }

    /// Where card art is kept between runs.
    pub fn asset_cache(&self) -> PathBuf {
        self.cache.join("assets")
    }

    /// Where the diagnostic log is kept.
    pub fn logs(&self) -> PathBuf {
        self.data.join(LOGS_FOLDER)
    }

    /// The file of the settings.
    pub fn settings_file(&self) -> PathBuf {
        self.data.join(SETTINGS_FILE)
    }

    /// Where a settings file that could not be understood is put.
    pub fn broken_settings_file(&self) -> PathBuf {
        aside(&self.settings_file())
    }

    /// Where a batch of the window's keeps what is finished.
    pub fn batch_state(&self) -> PathBuf {
        self.data.join(STATE_FILE)
    }

    /// Where the window keeps batches for comparison.
    pub fn baselines(&self) -> PathBuf {
        self.data.join(BASELINES_FOLDER)
    }
}
