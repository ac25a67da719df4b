//! What the verifier found, and what was accepted of it.

mod about;
mod action;
mod effect;
mod event;
mod state;
mod update;

pub use action::{NotAcknowledged, VerdictAction};
pub use effect::VerdictEffect;
pub use event::VerdictEvent;
pub use state::AcknowledgeDialog;
pub(in crate::model) use update::{act, learn};
