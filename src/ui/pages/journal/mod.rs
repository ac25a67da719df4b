//! The journal's removals, and the steps of one.

pub(super) mod page;
mod rows;
pub(super) mod steps;
