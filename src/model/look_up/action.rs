//! What a person asks for here.

use crate::domain::CustomerNumber;

/// The look-up field and its neighbours.
#[derive(Debug, Clone)]
pub enum LookUpAction {
    Edit(String),
    Submit,
    Open(CustomerNumber),
    /// Ask for a customer's list now, whatever was fetched before.
    Ask(CustomerNumber),
    /// Ask for the customer on screen anew.
    Refresh,
}
