//! Drawing: reads the [`State`](crate::model::State), returns what a person asked for.
//!
//! Nothing here waits, decodes, or reads a file. Functions that draw end in `_ui`.

pub(crate) mod icons;
pub mod theme;

pub mod covered;
mod dialogs;
mod format;
mod keymap;
mod pages;
pub mod spoken;
mod stage;
mod textures;
mod view;
mod widgets;

pub use keymap::context::large_action;
pub use keymap::typing;
pub use pages::window_ui;
pub use textures::Textures;
pub use view::{PicturesShown, UiMemory, View};
