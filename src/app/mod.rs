//! The shell around the core: collects events, runs effects, draws and collects actions.
//!
//! [`Desk`] is the whole program but for its window; [`window`] puts it into one, and the
//! offscreen driver draws it without any.

mod baselines;
mod batch;
mod connection;
mod desk;
mod effects;
mod files;
mod offscreen;
mod revocation;
mod timings;
mod viewer;
mod window;

pub use desk::{Desk, Setup};
pub use offscreen::Offscreen;
pub use timings::Timings;
pub use window::{WindowError, run_window};
