//! What is kept between runs, and where. Never a secret: the login is not kept either.

mod columns;
mod export;
mod folders;
mod keeper;
mod read;
mod recent;
mod store;
mod values;

/// What goes wrong with files, by what a person can do.
pub use crate::store::{Attempt, Failure, StoreError};
pub use columns::{COLUMNS_FILE, KnownColumns, keep_column, load_columns};
pub use export::{ExportError, save_export};
pub use folders::{
    BASELINES_FOLDER, CACHE_FOLDER, Folders, FoldersError, LOGS_FOLDER, SETTINGS_FILE, STATE_FILE,
};
pub use keeper::Keeper;
pub use read::{ReadError, ReadFailure, mebibytes, read_file, read_stream};
pub use recent::{Account, RECENT_FILE, forget_recent, keep_recent, load_recent};
pub use store::{LoadWarning, Loaded, SettingsError, load, peek, save};
pub use values::{LockAfter, RendererChoice, Settings, ThemeChoice, TileSize, WindowSize, Zoom};
