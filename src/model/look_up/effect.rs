//! What a look-up needs.

use crate::domain::{Credentials, CustomerNumber};

use crate::model::ids::{RequestId, SessionId};

/// What a look-up needs.
#[derive(Debug)]
pub enum LookUpEffect {
    List {
        session: SessionId,
        request: RequestId,
        credentials: Box<Credentials>,
        customer: CustomerNumber,
    },
    /// Put the keyboard's focus on the look-up field.
    FocusField,
    /// Put it on the first card of the customer on screen, when there is one.
    BeginAtFirst,
}
