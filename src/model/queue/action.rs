//! What a person asks for here.

use super::state::QueueFilter;

/// The customers that are worked through.
#[derive(Debug, Clone)]
pub enum QueueAction {
    /// Show this text as a list to work through.
    Give(String),
    /// Work through the list.
    Take,
    /// Work through it no more.
    End,
    /// Make it the list that is verified.
    Verify,
    /// Part of a number, as typed; others are hidden, not forgotten.
    Search(String),
    /// Show, and step through, these customers alone.
    Filter(QueueFilter),
    /// To the next customer, or to the one before.
    Step {
        /// Whether to the one before.
        back: bool,
    },
}
