//! What is answered about the program's own files.

use crate::settings::{KnownColumns, SettingsError};

/// What is answered about the program's own files.
#[derive(Debug)]
pub enum SettingsEvent {
    /// Columns that were chosen in earlier runs.
    ColumnsRead(KnownColumns),
    /// A failure leaves the preferences in force until the window closes.
    Saved(Result<(), SettingsError>),
}
