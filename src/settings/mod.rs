//! What is kept between runs, and where. Never a secret: the login is not kept either.

mod columns;
mod export;
mod folders;
mod recent;
mod store;
mod values;

pub use columns::{KnownColumns, keep_column, load_columns};
pub use export::{ExportError, save_export};
pub use folders::{Folders, FoldersError};
pub use recent::{Whose, forget_recent, keep_recent, load_recent};
pub use store::{
    LoadWarning, Loaded, SettingsError, load, make_data_folder, make_private_folder, read_capped,
    save, write_private, write_private_file,
};
pub use values::{Settings, ThemeChoice, TileSize, WindowSize, Zoom};
