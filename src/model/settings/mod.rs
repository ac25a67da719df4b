//! Settings.

mod action;
mod effect;
mod event;
mod update;

pub use action::SettingsAction;
pub use effect::SettingsEffect;
pub use event::SettingsEvent;
pub(in crate::model) use update::{act, learn, save};
