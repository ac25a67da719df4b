//! What the removal of several cards needs.

use std::sync::Arc;

use crate::domain::Language;
use crate::removal::{LeftName, Maker, RevocationReport, RevocationRequest};

use crate::model::ids::SessionId;

/// What the removal of several cards needs.
#[derive(Debug)]
pub enum RevocationEffect {
    Revoke {
        session: SessionId,
        number: u64,
        request: Box<RevocationRequest>,
    },
    /// Begin no further card of it.
    Stop {
        number: u64,
    },
    ReadLeftOver {
        session: SessionId,
    },
    ForgetLeftOver {
        session: SessionId,
        name: LeftName,
    },
    /// Write receipts of revocations into the folder of exports.
    SaveReceipts {
        session: SessionId,
        receipts: Vec<(Arc<RevocationReport>, Maker)>,
        language: Language,
    },
}
