//! What a person asks for here.

use crate::domain::CustomerNumber;

/// The look-up field and its neighbours.
#[derive(Debug, Clone)]
pub enum LookUpAction {
    /// The text of the field, as typed.
    Edit(String),
    /// Ask for the customer in the field.
    Submit,
    /// Show a customer: at once where its list was fetched ahead, else when it comes.
    Open(CustomerNumber),
    /// Ask for a customer's list now, whatever was fetched before.
    Ask(CustomerNumber),
    /// Ask for the customer on screen anew.
    Refresh,
}
