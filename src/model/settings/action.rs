//! What a person asks for here.

use crate::domain::Language;
use crate::settings::{LockAfter, RendererChoice, ThemeChoice, TileSize};

/// Settings; each change is kept at once.
#[derive(Debug, Clone)]
pub enum SettingsAction {
    /// Show the preferences.
    Open,
    /// Show how to begin.
    Beginning,
    /// Show keys and commands.
    Keys,
    /// Show the catalogue of rules.
    Rules,
    /// Light, dark, or as the system has it.
    Theme(ThemeChoice),
    /// Of the window, and of the gateway's answers from the next call on.
    Language(Language),
    /// As a factor: 1.0 is 100 %; brought within what is allowed.
    Zoom(f32),
    /// Minutes without a person after which the window locks; brought within what is allowed.
    LockAfter(LockAfter),
    /// Several people use the login: each removal needs the agent's name.
    OperatorRequired(bool),
    /// Name for journal and receipts; empty for the system's user.
    Operator(String),
    /// Folder that the journal's heads are added to; empty for none.
    HeadsFolder(String),
    /// Fold the customers at the side away (`true`), or show them.
    FoldCustomers(bool),
    /// Size of the cards' tiles.
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
