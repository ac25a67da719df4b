//! What settings need.

use crate::settings::Settings;

/// What settings need.
#[derive(Debug)]
pub enum SettingsEffect {
    Save(Box<Settings>),
    /// Apply theme, zoom and language.
    Apply,
    /// Keep card art from now on, or forget what is kept.
    KeepArt(bool),
}
