//! Drawing: reads the [`State`](crate::model::State), returns what a person asked for.
//!
//! Nothing here waits, decodes, or reads a file. Functions that draw end in `_ui`.

pub mod icons;
pub mod painter;
pub mod theme;

mod blanks;
mod commands;
pub mod covered;
mod dialogs;
mod error_text;
mod found;
mod fuzzy;
mod keys;
mod screens;
mod spoken;
mod textures;
mod trigger;
pub mod typing;
mod view;
mod widgets;

pub use screens::{large_action, window_ui};
pub use textures::Textures;
pub use view::{PicturesShown, UiMemory, View};
