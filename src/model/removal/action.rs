//! What a person asks for here.

use crate::domain::Token;
use crate::removal::{PendingId, Policy, Scope};

/// Removing cards: one, several of the customer on screen, or the expired ones of the queue.
#[derive(Debug, Clone)]
pub enum RemovalAction {
    /// Begin or end choosing cards.
    Pick(bool),
    /// Choose the card at this index, or no longer.
    Toggle(usize),
    /// Choose all, the expired ones, or none.
    PickScope(Scope),
    /// Ask about the card at this index.
    Ask(usize),
    /// Ask about the cards that are chosen.
    AskPicked,
    /// Ask for the lists of all of the queue's customers, and about their expired cards; nothing is
    /// removed.
    FindExpired,
    /// Ask anew for the lists that could not be had.
    FindAgain,
    /// Ask about the rest of one that was cut short, from a new list.
    Resume(PendingId),
    /// Do not offer it again.
    Forget(PendingId),
    /// Reason or ticket number, as typed; goes into journal and receipt.
    EditReason(String),
    /// What must be typed to confirm.
    EditTyped(String),
    /// Whether the run goes on after something unexpected.
    Policy(Policy),
    /// Must name the cards that the dialog shows.
    Confirm {
        /// In the dialog's order; others than the dialog's, and nothing is begun.
        tokens: Vec<Token>,
    },
    /// Begin no further card of this one.
    Stop(u64),
    /// Leave the dialog; before Confirm nothing has happened.
    Cancel,
    /// Show this one's progress or result.
    Show(u64),
    /// A receipt for each customer.
    SaveReceipt(u64),
    /// To the steps of a card by itself.
    ShowInJournal(u64),
}
