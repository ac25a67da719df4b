//! A list of customers that is verified: the way to begin, how far it is, what was found.

mod changes;
mod ended;
pub(super) mod page;
pub(super) mod status;
