//! Files of cards: fetched once, drawn at the sizes wanted.

mod action;
mod effect;
mod event;
mod file;
mod key;
mod library;
mod update;

pub use action::AssetAction;
pub use effect::AssetEffect;
pub use event::AssetEvent;
pub use file::FileId;
pub(in crate::model) use file::typed_path;
pub use key::{DrawKey, PictureKey};
pub(in crate::model) use library::Revision;
pub use library::{AssetEntry, Library};
pub(in crate::model) use update::{act, ask_for_the_rest, learn, view_drawn};
