//! Drawing: reads the [`State`](crate::model::State), returns what a person asked for.
//!
//! Nothing here waits, decodes, or reads a file. Functions that draw end in `_ui`.

pub mod icons;
pub mod painter;
pub mod theme;

mod blanks;
mod commands;
mod context;
pub mod covered;
mod dialogs;
mod error_text;
mod focus;
mod format;
mod found;
mod fuzzy;
mod keys;
mod screens;
pub mod spoken;
mod stage;
mod textures;
mod trigger;
pub mod typing;
mod view;
mod widgets;

pub use context::large_action;
pub use screens::window_ui;
pub use textures::Textures;
pub use view::{PicturesShown, UiMemory, View};
