//! What a person asks for here.

use crate::domain::Token;
use crate::removal::{LeftName, Policy, Scope};

/// Removing several cards of the customer on screen.
#[derive(Debug, Clone)]
pub enum RevocationAction {
    /// Begin or end choosing cards.
    Pick(bool),
    /// Choose the card at this index, or no longer.
    Toggle(usize),
    /// Choose all, the expired ones, or none.
    PickScope(Scope),
    /// Ask about the cards that are chosen.
    Ask,
    /// Ask about the rest of one that was cut short, from a new list.
    Resume(LeftName),
    /// Do not offer it again.
    Forget(LeftName),
    EditReason(String),
    EditCount(String),
    Policy(Policy),
    /// Must name the cards that the dialog shows.
    Confirm {
        tokens: Vec<Token>,
    },
    /// Begin no further card of this one.
    Stop(u64),
    /// Leave the dialog; before Confirm nothing has happened.
    Cancel,
    /// Show this one's progress or result.
    Show(u64),
    SaveReceipt(u64),
}
