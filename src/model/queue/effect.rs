//! What is kept of customers opened of late.

use crate::domain::CustomerNumber;
use crate::settings::Whose;

use crate::model::ids::SessionId;

/// What is kept of customers opened of late.
#[derive(Debug)]
pub enum QueueEffect {
    ReadRecent { session: SessionId, whose: Whose },
    KeepRecent { whose: Whose, customer: CustomerNumber },
    ForgetRecent,
}
