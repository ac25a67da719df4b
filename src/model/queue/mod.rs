//! The customers that are worked through.

mod action;
mod effect;
mod event;
mod state;
mod update;

pub use action::QueueAction;
pub use effect::QueueEffect;
pub use event::QueueEvent;
pub use state::{Queue, QueueFilter, QueueRow};
pub(in crate::model) use update::{act, known, learn};
