//! Removing one card.

mod action;
mod dialog;
mod effect;
mod event;
mod state;
mod under_way;
mod update;

pub use action::RemovalAction;
pub use dialog::{RemovalDialog, RemovalStage, ToType};
pub use effect::RemovalEffect;
pub use event::RemovalEvent;
pub use state::{RemovalRun, RunError};
pub(in crate::model) use update::{act, learn};
