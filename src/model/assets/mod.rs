//! Files of cards: fetched once, drawn at the sizes wanted.

mod action;
mod disk;
mod effect;
mod event;
mod key;
mod library;
mod update;

pub use action::AssetAction;
pub(in crate::model) use disk::typed_path;
pub use effect::AssetEffect;
pub use event::AssetEvent;
pub use key::{DrawKey, PictureKey};
pub(in crate::model) use library::Revision;
pub use library::{AssetEntry, Library};
pub(in crate::model) use update::{act, ask_for_the_rest, learn, view_drawn};
