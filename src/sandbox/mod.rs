//! See ARCHITECTURE.md.
pub mod art;
