//! See ARCHITECTURE.md.
pub mod painter;
