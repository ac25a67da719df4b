//! Removing cards: chosen ([`Picking`]), asked about ([`Question`]), removed and reported
//! ([`RemovalRun`]).

mod action;
mod choose;
mod effect;
mod event;
mod picking;
mod question;
mod run;
mod start;
mod survey;
mod under_way;
mod update;

pub use action::RemovalAction;
pub use effect::RemovalEffect;
pub use event::RemovalEvent;
pub use picking::Picking;
pub use question::{AskedCustomer, Extent, Question, RemovalDialog, ToType};
pub use run::{CardProgress, RemovalEnd, RemovalRun, RunCard, RunCustomer, RunError};
pub use start::Unfit;
pub(in crate::model) use survey::{fetch, found};
pub(in crate::model) use update::{act, learn, listed, stop};
