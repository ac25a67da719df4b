//! What is answered about the program's own files.

use crate::settings::{KnownColumns, SettingsError};

/// What is answered about the program's own files.
#[derive(Debug)]
pub enum SettingsEvent {
    /// Columns that were chosen in earlier runs.
    ColumnsRead(KnownColumns),
    Saved(Result<(), SettingsError>),
}
