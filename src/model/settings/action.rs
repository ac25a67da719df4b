//! What a person asks for here.

use crate::domain::Language;
use crate::settings::{RendererChoice, ThemeChoice, TileSize};

/// Settings; each change is kept at once.
#[derive(Debug, Clone)]
pub enum SettingsAction {
    Open,
    Keys,
    Rules,
    Theme(ThemeChoice),
    Language(Language),
    Zoom(f32),
    Operator(String),
    FoldCustomers(bool),
    Tiles(TileSize),
    /// What draws the window, from the next start on.
    Renderer(RendererChoice),
    /// Keep card art between runs, or forget what is kept.
    KeepArt(bool),
    /// Keep numbers of customers opened of late, or forget those that are kept.
    KeepRecent(bool),
    /// Forget numbers of customers opened so far.
    ForgetRecent,
}
