//! What a removal needs.

use std::sync::Arc;

use crate::domain::Language;
use crate::removal::{CustomerReport, PendingId, Plan, ReceiptIssuer};

use crate::model::ids::SessionId;

/// What a removal needs.
#[derive(Debug)]
pub enum RemovalEffect {
    Remove {
        session: SessionId,
        number: u64,
        plan: Box<Plan>,
    },
    /// Begin no further card of it.
    Stop {
        number: u64,
    },
    ReadPending {
        session: SessionId,
    },
    ForgetPending {
        session: SessionId,
        id: PendingId,
    },
    /// Write receipts into the folder of exports.
    SaveReceipts {
        session: SessionId,
        receipts: Vec<(Arc<CustomerReport>, ReceiptIssuer)>,
        language: Language,
    },
}
