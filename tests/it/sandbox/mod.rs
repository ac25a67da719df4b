//! Tests of sandbox.
mod art;
//! Tests of the embedded sandbox, over real sockets.

mod assets;
mod faults;
mod gateway;
mod help;
mod life;
