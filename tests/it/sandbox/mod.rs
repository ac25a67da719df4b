//! Tests of the embedded sandbox, over real sockets, and of its art.

mod art;
mod assets;
mod faults;
mod gateway;
mod help;
mod life;
