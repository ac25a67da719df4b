//! All tests of behaviour, in one binary: linking is most of what a test binary costs.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::string_slice,
    reason = "tests and their helpers stop at the first surprise"
)]

/// That of the program: what it frees is overwritten, which `flows::remains` looks at.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

mod acknowledged;
mod api;
mod architecture;
mod batch;
mod cli;
mod customers;
mod diagnostics;
mod domain;
mod flows;
mod i18n;
mod jobs;
mod journal;
mod media;
mod model;
mod network;
mod painter;
mod removal;
mod sandbox;
mod settings;
mod store;
mod support;
mod verify;
mod window;
mod words;
