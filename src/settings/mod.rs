//! What is kept between runs, and where. Never a secret: the login is not kept either.

mod folders;
mod store;
mod values;

pub use folders::{Folders, FoldersError};
pub use store::{LoadWarning, Loaded, SettingsError, load, save, write_private};
pub use values::{Settings, ThemeChoice, WindowSize, Zoom};
