//! Commands by name.

mod action;
mod state;
mod update;

pub use action::PaletteAction;
pub use state::Palette;
pub(in crate::model) use update::act;
