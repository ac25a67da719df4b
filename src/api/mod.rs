//! Typed client of the gateway's two calls.
//!
//! Tolerant of what the gateway's back end does to JSON, strict where it matters: a body that was
//! not understood is an error that shows what came, never an empty list, and a list proves that a card
//! is gone only where a strict reader takes it too (`proof`).

mod client;
mod error;
mod failure;
mod loose;
mod proof;
mod recorded;
mod wire;

pub use client::{Acknowledgement, Client, Limits, read_list};
pub use error::{ApiError, CardFault, Fault, InterruptedCause, Misread, UnreachableCause};
