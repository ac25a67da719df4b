//! What the program records of itself for its maintainers: a local log in a bounded room, panics
//! without their data, and a summary that may be sent.
//!
//! Records are made with `tracing`'s macros, and hold no customer, no merchant, no credentials and no
//! words of the gateway. Every line goes through the redactor all the same, on the log's own thread.
//! Nothing is ever sent anywhere.

mod log;
mod panics;
mod summary;

pub use log::{Log, LogError};
pub use panics::{Crash, Panics};
pub use summary::{Summary, summary};
