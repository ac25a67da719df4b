//! What the removal of a card needs.

use crate::removal::RemovalRequest;

use crate::model::ids::SessionId;

/// What the removal of a card needs.
#[derive(Debug)]
pub enum RemovalEffect {
    Remove { session: SessionId, number: u64, request: Box<RemovalRequest> },
}
