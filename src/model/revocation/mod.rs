//! Removing several cards of a customer.

mod action;
mod effect;
mod event;
mod state;
mod update;

pub use action::RevocationAction;
pub use effect::RevocationEffect;
pub use event::RevocationEvent;
pub use state::{CardProgress, Picking, RevocationDialog, RevocationRun};
pub(in crate::model) use update::{
    Confirmed, act, learn, listed, save_receipts, show, start, stop,
};
