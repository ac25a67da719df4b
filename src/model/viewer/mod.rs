//! The large picture.

mod action;
mod comparable;
mod effect;
mod event;
mod state;
mod update;

pub use action::ViewerAction;
pub use effect::ViewerEffect;
pub use event::ViewerEvent;
pub use state::{
    Arrangement, Choice, Compare, Ground, LayerRun, Overlay, Viewer, ViewerPage, Zoom, layer_key,
};
pub(in crate::model) use update::{act, ask, close_layer, learn};
