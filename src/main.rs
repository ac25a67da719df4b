//! The program: everything is in the library.
//!
//! For Windows it is a program of windows, so that none of text opens behind its own; `cli/console.rs` has it
//! answer in the console that it was started from all the same.
#![windows_subsystem = "windows"]

use std::process::ExitCode;

/// For all of the process, Mesa too: ARCHITECTURE.md tells why.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

fn main() -> ExitCode {
    carddesk::cli::run(std::env::args_os())
}
