//! Signing in and out, locking, and what a session knows.

mod action;
mod effect;
mod leaving;
mod locking;
mod opening;
mod sandbox;
mod sign_in;
mod state;
mod update;
mod wrong;

pub use action::{SessionAction, SignInAction};
pub use effect::SessionEffect;
pub(in crate::model) use locking::{attend, lock, lock_if_idle};
pub use opening::{KnownCustomer, Opening};
pub use sandbox::SandboxOffer;
pub use sign_in::{FieldProblem, SignInField, SignInForm};
pub use state::{Page, Session, Trust};
pub(in crate::model) use update::{act, sandbox_started, sign_in};
pub use wrong::{MOST_WRONG, WrongPasswords};
