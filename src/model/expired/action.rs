//! What a person asks for here.

use crate::domain::Token;
use crate::removal::Policy;

/// The expired cards of every customer of the queue.
#[derive(Debug, Clone)]
pub enum ExpiredAction {
    /// Ask for all lists; nothing is removed.
    Find,
    /// Show what was found, runs, or has ended.
    Show,
    /// Ask anew for the lists that could not be had.
    Again,
    EditReason(String),
    EditCount(String),
    Policy(Policy),
    /// Must name the cards that the dialog shows.
    Confirm {
        tokens: Vec<Token>,
    },
    /// Begin no further card.
    Stop,
    /// One receipt for each customer.
    SaveReceipts,
}
