//! Typed client of the gateway's two calls.

mod client;
mod error;

pub use client::{Acknowledgement, Client};
pub use error::{ApiError, Fault, InterruptedCause, UnreachableCause};
