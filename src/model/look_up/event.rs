//! What is answered to a look-up.

use crate::api::ApiError;
use crate::domain::CardList;

use crate::model::ids::RequestId;

/// What is answered to a look-up.
#[derive(Debug)]
pub enum LookUpEvent {
    /// A call for a list has ended.
    Listed {
        /// The one that the call was made with.
        request: RequestId,
        /// How long the call took, in milliseconds.
        took_ms: u64,
        /// An empty list is a list; what was not understood is an error.
        result: Result<CardList, ApiError>,
    },
}
