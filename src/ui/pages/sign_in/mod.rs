//! Signing in, and unlocking what was locked.

pub(super) mod form;
pub(super) mod locked;
