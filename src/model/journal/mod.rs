//! The journal page, and removals that were left open.

mod action;
mod effect;
mod event;
mod open_removals;
mod state;
mod update;

pub use action::JournalAction;
pub use effect::JournalEffect;
pub use event::JournalEvent;
pub use open_removals::Fate;
pub use state::{JournalReading, JournalState, TakeOn};
pub(in crate::model) use update::{act, learn, read, show};
