//! Asking for a customer's cards, also ahead of time.

mod action;
mod ahead;
mod effect;
mod event;
pub(in crate::model) mod fetch;
mod schedule;
mod state;
mod update;

pub use action::LookUpAction;
pub use ahead::{Ahead, Fetched};
pub use effect::LookUpEffect;
pub use event::LookUpEvent;
pub use state::LookUpField;
pub(in crate::model) use update::{
    WaitedFor, act, ask, begin_with, judge_credentials, listed, remember, step_to, take_list,
};
