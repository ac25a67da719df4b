//! What a person asks for here.

use crate::domain::Token;

/// Removing one card.
#[derive(Debug, Clone)]
pub enum RemovalAction {
    /// Ask about the card at this index.
    Ask(usize),
    EditReason(String),
    /// What must be typed to confirm.
    EditTyped(String),
    /// Must name the card that the dialog shows.
    Confirm {
        token: Token,
    },
    /// Leave the dialog; before Confirm nothing has happened.
    Cancel,
}
