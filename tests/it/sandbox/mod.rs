//! Tests of the embedded sandbox, over real sockets, and of its art.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests stop at the first surprise, as tests do"
)]

mod art;
mod assets;
mod faults;
mod gateway;
mod help;
mod life;
