//! What settings need.

use crate::settings::Settings;

/// What settings need.
#[derive(Debug)]
pub enum SettingsEffect {
    /// Write all preferences; those that other windows changed meanwhile are kept.
    Save(Box<Settings>),
    /// Apply theme, zoom and language.
    Apply,
    /// Keep card art from now on, or forget what is kept.
    KeepArt(bool),
}
