//! The shell around the core: collects events, runs effects, draws and collects actions.
//!
//! [`App`] is the whole program but for its window; [`window`] puts it into one, and the
//! offscreen driver draws it without any.

mod attention;
mod clipboard;
mod connection;
mod cpu;
mod display;
mod event_loop;
mod icon;
mod library_log;
mod offscreen;
mod opengl;
mod pacing;
mod pane;
mod renderer;
mod run;
mod screen;
mod signals;
mod sleep;
mod stopper;
mod system_lock;
mod timings;
mod window;
mod window_error;

pub use event_loop::{App, Clock, SandboxSource, Setup, StartSandbox};
pub use offscreen::Offscreen;
pub use renderer::{Renderer, Surroundings, expected_renderer, is_software};
pub use screen::{Screen, first_sizes};
pub use signals::{Ending, heed_signals};
pub use sleep::Slept;
pub use timings::Timings;
pub use window::{WindowLook, run_window};
pub use window_error::WindowError;
