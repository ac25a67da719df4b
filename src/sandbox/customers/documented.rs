//! TODO
use super::builder::Shelf;
pub(super) fn add(_shelf: &mut Shelf) {}
