//! What a look-up needs.

use crate::domain::{Credentials, CustomerNumber};

use crate::model::ids::{RequestId, SessionId};

/// What a look-up needs.
#[derive(Debug)]
pub enum LookUpEffect {
    /// Ask for a customer's cards; one call, never sent again.
    List {
        /// Session that asks; an answer after its end is dropped.
        session: SessionId,
        /// By which the answer finds whoever waits for it.
        request: RequestId,
        /// Merchant, login and password of the call.
        credentials: Box<Credentials>,
        /// Whose cards are asked for.
        customer: CustomerNumber,
    },
    /// Put the keyboard's focus on the look-up field.
    FocusField,
    /// Put it on the first card of the customer on screen, when there is one.
    BeginAtFirst,
}
