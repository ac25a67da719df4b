//! What is answered to a look-up.

use crate::api::ApiError;
use crate::domain::CardList;

use crate::model::ids::RequestId;

/// What is answered to a look-up.
#[derive(Debug)]
pub enum LookUpEvent {
    Listed {
        request: RequestId,
        /// How long the call took, in milliseconds.
        took_ms: u64,
        result: Result<CardList, ApiError>,
    },
}
