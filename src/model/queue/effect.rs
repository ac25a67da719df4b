//! What is kept of customers opened of late.

use crate::domain::CustomerNumber;
use crate::settings::Account;

use crate::model::ids::SessionId;

/// What is kept of customers opened of late.
#[derive(Debug)]
pub enum QueueEffect {
    /// Read those kept of one account.
    ReadRecent {
        /// Session that asks; an answer after its end is dropped.
        session: SessionId,
        /// Server and merchant whose customers they are.
        whose: Account,
    },
    /// Keep a customer as the one opened last.
    KeepRecent {
        /// Server and merchant whose customer it is.
        whose: Account,
        /// Moves to the front where it is kept already.
        customer: CustomerNumber,
    },
    /// Delete those of every account from the disk.
    ForgetRecent,
}
