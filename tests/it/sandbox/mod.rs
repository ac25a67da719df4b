//! Tests of sandbox.
mod art;
