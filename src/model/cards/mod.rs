//! The customer on screen.

mod action;
mod effect;
mod findings;
mod on_screen;
mod state;
mod summary;
mod update;
mod verdicts;

pub use action::CardAction;
pub use effect::CardEffect;
pub use findings::FindingPlace;
pub use state::{CustomerCards, InspectorTab};
pub(in crate::model) use summary::ListSummary;
pub use summary::PictureCounts;
pub(in crate::model) use update::{act, copied_until, forget_copied, forget_old_copy};
