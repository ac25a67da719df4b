//! What a removal needs.

use std::sync::Arc;

use crate::domain::Language;
use crate::removal::{CustomerReport, PendingId, Plan, ReceiptIssuer};

use crate::model::ids::SessionId;

/// What a removal needs.
#[derive(Debug)]
pub enum RemovalEffect {
    /// Carry out a plan; nothing is sent for a card before its intent is on the disk.
    Remove {
        /// Session that asks; a run goes on after its end, its answers are dropped.
        session: SessionId,
        /// Number of the run, which its progress and its end carry.
        number: u64,
        /// What was confirmed; not changed from here on.
        plan: Box<Plan>,
    },
    /// Begin no further card of it.
    Stop {
        /// Number of the run.
        number: u64,
    },
    /// Read removals that were cut short from the data folder.
    ReadPending {
        /// Session that asks; an answer after its end is dropped.
        session: SessionId,
    },
    /// Delete what is kept of one that was cut short; its entries in the journal stay.
    ForgetPending {
        /// Session that asks; an answer after its end is dropped.
        session: SessionId,
        /// Its file in the data folder.
        id: PendingId,
    },
    /// Write receipts into the folder of exports.
    SaveReceipts {
        /// Session that asks; the notice is dropped once it has ended.
        session: SessionId,
        /// One a customer, with who issues it.
        receipts: Vec<(Arc<CustomerReport>, ReceiptIssuer)>,
        /// Of the receipts; the window's.
        language: Language,
    },
}
