//! The customer on screen.

use crate::api::ApiError;
use crate::domain::{CardList, CustomerNumber};

use super::summary::ListSummary;
use crate::model::ids::RequestId;
use crate::model::remote::Remote;
use crate::model::removal::Picking;

/// Pages of the inspector.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum InspectorTab {
    /// What the list says of the card.
    Details,
    /// Its files, with their pictures and what was measured.
    Assets,
    /// What the verifier says.
    Findings,
    /// The card as the gateway sent it, as JSON.
    Raw,
}

/// The customer on screen.
#[derive(Debug)]
pub struct CustomerCards {
    /// As it was looked up.
    pub number: CustomerNumber,
    /// The newest call: answers to earlier ones do not come on screen.
    pub request: RequestId,
    /// The list, kept while it is refreshed and where that fails.
    pub list: Remote<CardList, ApiError>,
    /// When the list on screen arrived, and how long its look-up took in milliseconds; a removal's
    /// own list was not timed.
    pub received: Option<(jiff::Timestamp, Option<u64>)>,
    /// When the newest request was made.
    pub asked_at: jiff::Timestamp,
    /// Index of the selected card.
    pub selected: Option<usize>,
    /// Where cards are being chosen to be removed.
    pub picking: Option<Picking>,
    /// Page of the inspector, kept from card to card.
    pub tab: InspectorTab,
    /// The finding of the selected card that was stepped to, in the order they are shown in.
    pub finding: Option<usize>,
    /// What was found out of the list on screen.
    pub(crate) summary: ListSummary,
    /// Whether the list on screen has been drawn.
    pub(crate) was_drawn: bool,
}

impl CustomerCards {
    /// When the list was fetched, where it was before the customer came on screen.
    pub fn as_of(&self) -> Option<jiff::Timestamp> {
        let (at, _) = self.received?;
        (at < self.asked_at).then_some(at)
    }
}
