//! What is kept of customers opened of late.

use crate::domain::CustomerNumber;
use crate::settings::Account;

use crate::model::ids::SessionId;

/// What is kept of customers opened of late.
#[derive(Debug)]
pub enum QueueEffect {
    ReadRecent { session: SessionId, whose: Account },
    KeepRecent { whose: Account, customer: CustomerNumber },
    ForgetRecent,
}
