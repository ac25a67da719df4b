//! The log of the program: its room, what it may hold, and what a panic leaves in it.
#![allow(clippy::unwrap_used, reason = "helpers of tests stop at the first surprise")]

mod command;
mod panics;
mod rolling;
