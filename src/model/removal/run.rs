//! Removals that were confirmed.

use std::sync::Arc;

use crate::api::ApiError;
use crate::domain::{Card, CustomerNumber, Token};
use crate::removal::{
    CardEnd, CustomerReport, Outcome, ReceiptIssuer, RemovalError, Step, Summary,
};

use super::question::Extent;

/// Why a removal has no report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RunError {
    /// Nothing was sent.
    NotBegun(RemovalError),
    /// The client could not be set up; nothing was sent.
    NoClient(ApiError),
    /// The job never began; nothing was sent.
    NeverBegun,
    /// The job was lost on the way: what happened is not known, and the journal's intents stand
    /// without an outcome.
    Lost,
}

/// Where a card is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CardProgress {
    /// Its turn has not come.
    Waiting,
    /// The step that was begun last.
    Doing(Step),
    /// The outcome; the list at the customer's end may still correct it.
    Ended(Outcome),
    /// Nothing is sent for it: the run ended first, or another one is at this customer's cards.
    NotBegun,
}

impl CardProgress {
    fn of(end: &CardEnd) -> Self {
        match &end.report {
            None if end.outcome == Outcome::NotSent => Self::NotBegun,
            None | Some(_) => Self::Ended(end.outcome.clone()),
        }
    }

    pub(super) fn is_absent(&self) -> bool {
        matches!(self, Self::Ended(outcome) if outcome.is_absent())
    }
}

/// A card that is to be removed.
#[derive(Debug)]
pub struct RunCard {
    /// As it was on the list when the removal was confirmed.
    pub card: Card,
    /// How far it has come.
    pub progress: CardProgress,
}

/// A customer whose cards are to be removed.
#[derive(Debug)]
pub struct RunCustomer {
    /// Whose cards they are.
    pub number: CustomerNumber,
    /// In the order they are removed.
    pub cards: Vec<RunCard>,
    /// Passed over, since another removal is at one of these cards.
    pub(super) is_passed_over: bool,
    /// Once the last card has ended.
    pub report: Option<Arc<CustomerReport>>,
}

/// A removal of this session, under way or ended.
#[derive(Debug)]
pub struct RemovalRun {
    /// By which progress, notices and the dialog name it; unique within a run of the program.
    pub number: u64,
    /// One card, one customer, or the queue.
    pub extent: Extent,
    /// Those with cards to remove, in the order they are asked for.
    pub customers: Vec<RunCustomer>,
    /// Whether the very last list is being asked for.
    pub checking: bool,
    /// Whether no further card is begun: a person asked for it.
    pub stopping: bool,
    /// Who removes, where and why, as the receipts will say.
    pub issuer: ReceiptIssuer,
    /// How it ended; the reports are the customers'.
    pub result: Option<Result<(), RunError>>,
}

/// How a removal ended, in a notice.
#[derive(Debug, Clone, PartialEq)]
pub enum RemovalEnd {
    /// A card by itself.
    Card {
        /// Brand and last four digits.
        card: String,
        /// What its list proves; unverified where the job was lost.
        outcome: Outcome,
    },
    /// `summary` is `None` where nothing is known of it.
    Customer {
        /// Number of the customer.
        customer: String,
        /// What its cards came to together.
        summary: Option<Summary>,
    },
    /// Of the queue's expired cards, so many are proven to be gone.
    Queue {
        /// Proven to be gone.
        gone: usize,
        /// All cards of the run, begun or not.
        all: usize,
    },
}

impl RemovalRun {
    /// Whether its end has not been reported.
    pub fn is_running(&self) -> bool {
        self.result.is_none()
    }

    /// All cards, with their customers.
    pub fn cards(&self) -> impl Iterator<Item = (&RunCustomer, &RunCard)> {
        self.customers.iter().flat_map(|of| of.cards.iter().map(move |card| (of, card)))
    }

    /// What has been reported of the customers, in order.
    pub fn reports(&self) -> impl Iterator<Item = &Arc<CustomerReport>> {
        self.customers.iter().filter_map(|of| of.report.as_ref())
    }

    /// How a card by itself ended.
    pub fn only_end(&self) -> Option<&CardEnd> {
        self.reports().next().filter(|_| self.extent == Extent::Card)?.cards.first()
    }

    /// Cards that are proven to be gone.
    pub fn absent(&self) -> usize {
        self.cards().filter(|(_, card)| card.progress.is_absent()).count()
    }

    /// Cards that have ended.
    pub fn ended(&self) -> usize {
        self.cards().filter(|(_, card)| matches!(card.progress, CardProgress::Ended(_))).count()
    }

    pub(in crate::model) fn is_of(&self, customer: &CustomerNumber) -> bool {
        self.customers.iter().any(|of| of.number == *customer)
    }

    pub(super) fn holds(&self, token: &Token) -> bool {
        self.cards().any(|(of, card)| !of.is_passed_over && card.card.token == *token)
    }

    /// Customers that are in the plan.
    pub(super) fn planned(&mut self) -> impl Iterator<Item = &mut RunCustomer> {
        self.customers.iter_mut().filter(|of| !of.is_passed_over)
    }

    /// The card at a place of the plan.
    pub(super) fn card_mut(&mut self, place: usize) -> Option<&mut RunCard> {
        self.planned().flat_map(|of| &mut of.cards).nth(place)
    }

    /// Takes in what came of a customer; whether that is new.
    pub(super) fn take(&mut self, report: &Arc<CustomerReport>) -> bool {
        let of = self.planned().find(|of| of.number == report.customer && of.report.is_none());
        let Some(of) = of else { return false };
        // The list at the end has the last word.
        for (card, end) in of.cards.iter_mut().zip(&report.cards) {
            card.progress = CardProgress::of(end);
        }
        of.report = Some(Arc::clone(report));
        true
    }

    /// Comes to its end.
    pub(super) fn end(&mut self, result: Result<(), RunError>) {
        self.result = Some(result);
        for card in self.customers.iter_mut().flat_map(|of| &mut of.cards) {
            match card.progress {
                CardProgress::Waiting => card.progress = CardProgress::NotBegun,
                // It broke off.
                CardProgress::Doing(_) => card.progress = CardProgress::Ended(Outcome::Unverified),
                CardProgress::Ended(_) | CardProgress::NotBegun => {}
            }
        }
    }

    /// What a notice says of its end.
    pub(super) fn notice(&self) -> Option<RemovalEnd> {
        let (of, first) = self.cards().next()?;
        Some(match self.extent {
            Extent::Card => {
                let (brand, digits) = (first.card.brand.short(), first.card.last_four.as_str());
                let outcome = match (self.only_end(), &self.result) {
                    (Some(end), _) => end.outcome.clone(),
                    (None, Some(Err(RunError::Lost))) => Outcome::Unverified,
                    (None, _) => Outcome::NotSent,
                };
                RemovalEnd::Card { card: format!("{brand} ···· {digits}"), outcome }
            }
            Extent::Customer => RemovalEnd::Customer {
                customer: of.number.as_str().to_owned(),
                summary: of.report.as_ref().map(|report| report.summary()),
            },
            Extent::Queue => RemovalEnd::Queue { gone: self.absent(), all: self.cards().count() },
        })
    }
}
