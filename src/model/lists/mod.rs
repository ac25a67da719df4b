//! A list of customers as it is being given.

mod action;
mod draft;
mod effect;
mod event;
mod update;

pub use action::ListAction;
pub use draft::{Given, ListDraft, ListPart, ListPlace};
pub use effect::{ListEffect, ListFile};
pub use event::ListEvent;
pub(in crate::model) use update::{act, learn};
