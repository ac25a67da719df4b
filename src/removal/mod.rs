//! Removing a card with proof, the same for the window and the command line: the journal's intent
//! first, one request, and a list asked for afterwards decides.
//!
//! Everything here blocks: in the window it runs as a job. Nothing is ever sent twice.

mod outcome;
mod request;
mod resolve;
mod run;

pub use outcome::Outcome;
pub use request::{CardSnapshot, RemovalRequest};
pub use resolve::{Resolution, ResolveError, check_same_account, resolve};
pub use run::{RemovalError, RemovalReport, Step, run};
