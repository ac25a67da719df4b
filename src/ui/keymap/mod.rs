//! The keyboard: every command with its keys, what commands are about, and where the focus goes.

pub(super) mod commands;
pub(super) mod context;
mod finding;
pub(super) mod focus;
pub(super) mod keys;
mod request;
pub(super) mod trigger;
pub mod typing;
