use jiff::Timestamp;

use crate::api::ApiError;
use crate::domain::{CardList, CustomerNumber, Unproven};
use crate::journal::{JournalError, JournalMark, RemovalId};

use super::left::LeftError;
use super::outcome::Outcome;
use super::revoke::{Picked, Scope};
use super::run::RemovalReport;

/// How one card of a revocation ended.
#[derive(Debug, Clone, PartialEq)]
pub struct CardEnd {
    pub picked: Picked,
    pub outcome: Outcome,
    /// What the single removal's protocol reported, without its list; `None` where the card was
    /// not begun, or broke off.
    pub report: Option<RemovalReport>,
    /// Whether the list at the end decided, and not the card's own.
    pub settled: bool,
    /// Why there is no report, or what came after it.
    pub note: Option<String>,
}

impl CardEnd {
    /// The removal's name in the journal.
    pub fn id(&self) -> Option<&RemovalId> {
        self.report.as_ref().map(|report| &report.id)
    }

    /// What was said on the way; `None` where there is nothing to say.
    pub fn detail(&self) -> Option<String> {
        let report = self.report.as_ref();
        let parts: Vec<String> = [
            report.and_then(RemovalReport::detail),
            report.and_then(|report| report.journal_warning.as_ref().map(ToString::to_string)),
            self.note.clone(),
        ]
        .into_iter()
        .flatten()
        .collect();
        (!parts.is_empty()).then(|| parts.join("; "))
    }

    /// Why something of it is not in the journal.
    pub fn unkept(&self) -> Option<&JournalError> {
        self.report.as_ref()?.journal_warning.as_ref()
    }

    pub(super) fn without_report(picked: &Picked, outcome: Outcome, note: &str) -> Self {
        let note = Some(note.to_owned());
        Self { picked: picked.clone(), outcome, report: None, settled: false, note }
    }
}

/// What may be said of the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whole {
    /// A list fetched at the end is empty.
    AllRemoved,
    /// Every card asked for is proven to be gone.
    Done,
    /// At least one card is not removed.
    Partly,
    /// Of at least one card it is not known whether it is gone.
    Unverified,
}

impl Whole {
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

/// What came of a revocation.
#[derive(Debug, Clone, PartialEq)]
pub struct RevocationReport {
    pub customer: CustomerNumber,
    pub scope: Scope,
    /// In the order of the request.
    pub cards: Vec<CardEnd>,
    /// The customer's list, fetched when the last removal had ended.
    pub list: Result<CardList, ApiError>,
    pub begun: Timestamp,
    pub ended: Timestamp,
    /// Where the journal stood at the end; `None` where it cannot be read.
    pub mark: Option<JournalMark>,
    /// The rest could not be kept, or not be forgotten.
    pub left_warning: Option<LeftError>,
}

impl RevocationReport {
    /// "All removed" takes an empty list, whatever was said of each card.
    pub fn whole(&self) -> Whole {
        if self.cards.iter().any(|end| end.outcome == Outcome::Unverified) {
            return Whole::Unverified;
        }
        if !self.cards.iter().all(|end| end.outcome.is_absent()) {
            return Whole::Partly;
        }
        match &self.list {
            Ok(list) if list.proves_empty() => Whole::AllRemoved,
            // It may leave cards out.
            Ok(_) if self.scope == Scope::All && self.doubt().is_some() => Whole::Unverified,
            Err(ApiError::NoProof { .. }) if self.scope == Scope::All => Whole::Unverified,
            // A card that came meanwhile is one of all.
            Ok(_) if self.scope == Scope::All => Whole::Partly,
            Ok(_) | Err(_) => Whole::Done,
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
