//! The shell around the core: collects events, runs effects, draws and collects actions.
//!
//! [`App`] is the whole program but for its window; [`window`] puts it into one, and the
//! offscreen driver draws it without any.

mod connection;
mod event_loop;
mod icon;
mod offscreen;
mod pacing;
mod run;
mod screen;
mod signals;
mod stopper;
mod timings;
mod window;
mod window_error;

pub use event_loop::{App, Clock, Setup};
pub use offscreen::Offscreen;
pub use screen::{Screen, first_sizes};
pub use signals::{Ending, heed_signals};
pub use timings::Timings;
pub use window::run_window;
pub use window_error::WindowError;
