//! Removing the expired cards of the queue's customers.

mod action;
mod runs;
mod state;
mod update;

pub use action::ExpiredAction;
pub use state::{ExpiredCards, ExpiredOf};
pub(in crate::model) use update::{act, fetch, listed, run_ended};
