//! The pure core: what the window knows, and how it changes.
//!
//! A person's [`Action`] or the world's [`Event`] goes into [`update`], which changes the
//! [`State`] and returns [`Effect`]s. No I/O, no clock: the time is an argument.

mod action;
mod effect;
mod event;
mod list_action;
mod remote;
mod state;
mod update;

pub use action::{
    Action, AssetAction, BatchAction, CardAction, ExpiredAction, JournalAction, LookUpAction,
    PaletteAction, QueueAction, RemovalAction, RevocationAction, SessionAction, SettingsAction,
    SheetAction, SignInAction, VerdictAction, ViewerAction,
};
pub use effect::{Effect, ListFile, ReportFormat};
pub use event::Event;
pub use list_action::ListAction;
pub use remote::Remote;
pub use state::*;
pub use update::{Message, update};
