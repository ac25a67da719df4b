//! Tests of the embedded sandbox, over real sockets.

mod art;
mod assets;
mod faults;
mod gateway;
mod help;
mod life;
