//! What came of a removal: of each card, of each customer, of the whole.

use std::sync::Arc;

use jiff::Timestamp;

use crate::api::ApiError;
use crate::domain::{CardList, CustomerNumber, Unproven};
use crate::journal::{JournalError, JournalMark, RemovalId};

use super::outcome::Outcome;
use super::pending::PendingError;
use super::plan::{CardSnapshot, Scope};
use super::protocol::CardReport;

/// How one card ended.
#[derive(Debug, Clone, PartialEq)]
pub struct CardEnd {
    /// As it was when its removal was confirmed.
    pub card: CardSnapshot,
    /// By the customer's last list where that says more than the card's own.
    pub outcome: Outcome,
    /// `None` where the card was not begun, or broke off.
    pub report: Option<CardReport>,
    /// Whether the list at the end decided, and not the card's own.
    pub settled: bool,
    /// Why there is no report, or what came after it.
    pub note: Option<CardNote>,
}

/// What is known of a card's end by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CardNote {
    /// Not begun: a person asked for no more.
    StoppedByHand,
    /// Not begun: a card before it was not proven to be gone.
    Stopped,
    /// Not begun: nothing could be written down any more.
    NoJournal,
    /// The token holds symbols that the gateway would remove.
    NotSendable,
    /// Its intent could not be written, so nothing was sent.
    IntentUnwritten(JournalError),
    /// The program failed in the middle of it.
    BrokeOff,
    /// The list at the end holds the card, and its own list said otherwise.
    SettledPresent,
    /// The list at the end lacks the card, and its own list said otherwise.
    SettledAbsent,
}

impl CardEnd {
    /// The removal's name in the journal.
    pub fn id(&self) -> Option<&RemovalId> {
        self.report.as_ref().map(|report| &report.id)
    }

    /// Why something of it is not in the journal.
    pub fn unkept(&self) -> Option<&JournalError> {
        self.report.as_ref()?.journal_warning.as_ref()
    }

    pub(super) fn without_report(card: &CardSnapshot, outcome: Outcome, note: CardNote) -> Self {
        Self { card: card.clone(), outcome, report: None, settled: false, note: Some(note) }
    }
}

/// What may be said of all of a customer's cards that were asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Summary {
    /// A list fetched at the end is empty.
    AllRemoved,
    /// Every card asked for is proven to be gone.
    Done,
    /// At least one card is not removed.
    Partly,
    /// Of at least one card it is not known whether it is gone.
    Unverified,
}

impl Summary {
    /// The word in files and in the command line's JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::AllRemoved => "all-removed",
            Self::Done => "done",
            Self::Partly => "partly",
            Self::Unverified => "unverified",
        }
    }
}

/// What came of a customer's cards.
#[derive(Debug, Clone, PartialEq)]
pub struct CustomerReport {
    /// Customer whose cards they were.
    pub customer: CustomerNumber,
    /// How the cards were chosen.
    pub scope: Scope,
    /// In the order of the plan.
    pub cards: Vec<CardEnd>,
    /// The customer's list, fetched when the last removal had ended; that of a card by itself is its
    /// own.
    pub list: Result<CardList, ApiError>,
    /// Before the first card's intent.
    pub begun: Timestamp,
    /// After the list at the end.
    pub ended: Timestamp,
    /// Where the journal stood at the end; `None` where it cannot be read.
    pub mark: Option<JournalMark>,
    /// What is pending could not be kept, or not be forgotten.
    pub pending_warning: Option<PendingError>,
}

impl CustomerReport {
    /// "All removed" takes an empty list, whatever was said of each card.
    pub fn summary(&self) -> Summary {
        if self.cards.iter().any(|end| end.outcome == Outcome::Unverified) {
            return Summary::Unverified;
        }
        if self.absent() < self.cards.len() {
            return Summary::Partly;
        }
        match &self.list {
            Ok(list) if list.proves_empty() => Summary::AllRemoved,
            // It may leave cards out.
            Ok(_) if self.scope == Scope::All && self.doubt().is_some() => Summary::Unverified,
            Err(ApiError::NoProof { .. }) if self.scope == Scope::All => Summary::Unverified,
            // A card that came meanwhile is one of all.
            Ok(_) if self.scope == Scope::All => Summary::Partly,
            Ok(_) | Err(_) => Summary::Done,
        }
    }

    /// Why the list at the end proves nothing about cards that are not on it.
    fn doubt(&self) -> Option<Unproven> {
        self.list.as_ref().ok()?.doubt()
    }

    /// Cards on the list at the end.
    pub fn left(&self) -> Option<usize> {
        self.list.as_ref().ok().map(|list| list.cards.len())
    }

    /// Cards proven to be gone.
    pub fn absent(&self) -> usize {
        self.cards.iter().filter(|end| end.outcome.is_absent()).count()
    }
}

/// What came of a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// Those that were begun, in the order of the plan; never empty.
    pub customers: Vec<Arc<CustomerReport>>,
}
