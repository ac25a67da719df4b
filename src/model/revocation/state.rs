//! The revocation of several cards.

use std::sync::Arc;

use crate::domain::{Card, CustomerNumber, Environment, Token};
use crate::removal::{LeftName, Maker, Outcome, Policy, RevocationReport, Scope, Step};

use crate::model::removal::RunError;

/// The revocation of several cards, from the question to the result.
#[derive(Debug)]
pub struct RevocationDialog {
    pub customer: CustomerNumber,
    /// Each token once.
    pub cards: Vec<Card>,
    pub scope: Scope,
    pub policy: Policy,
    /// Number of cards as typed; asked for on PRODUCTION only.
    pub typed_count: String,
    /// Reason or ticket number, as typed.
    pub reason: String,
    /// The revocation cut short whose rest this is.
    pub continues: Option<LeftName>,
    /// The numbered revocation of the session that runs or has ended.
    pub confirmed: Option<u64>,
}

impl RevocationDialog {
    /// Whether Confirm may be pressed: on PRODUCTION the number of cards must have been typed.
    pub fn may_confirm(&self, environment: Environment) -> bool {
        self.confirmed.is_none()
            && !self.cards.is_empty()
            && (environment != Environment::Production
                || self.typed_count.trim() == self.cards.len().to_string())
    }

    pub(crate) fn tokens(&self) -> Vec<Token> {
        self.cards.iter().map(|card| card.token.clone()).collect()
    }
}

/// Where a card of a revocation is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CardProgress {
    Waiting,
    Doing(Step),
    Ended(Outcome),
}

/// A revocation of this session, under way or ended.
#[derive(Debug)]
pub struct RevocationRun {
    pub number: u64,
    pub customer: CustomerNumber,
    pub cards: Vec<Card>,
    /// Of each card, in the same order.
    pub progress: Vec<CardProgress>,
    /// Whether the list at the end is being asked for.
    pub checking: bool,
    /// Whether a person asked to begin no further card.
    pub stopping: bool,
    pub maker: Maker,
    pub result: Option<Result<Arc<RevocationReport>, RunError>>,
}

impl RevocationRun {
    pub fn is_running(&self) -> bool {
        self.result.is_none()
    }

    /// Where a card is; the list at the end has the last word.
    pub fn at(&self, card: usize) -> Option<CardProgress> {
        match &self.result {
            Some(Ok(report)) => Some(CardProgress::Ended(report.cards.get(card)?.outcome.clone())),
            Some(Err(_)) | None => self.progress.get(card).cloned(),
        }
    }

    /// Cards that are proven to be gone.
    pub fn absent(&self) -> usize {
        match &self.result {
            Some(Ok(report)) => report.absent(),
            Some(Err(_)) | None => {
                let is_absent = |at: &&CardProgress| matches!(at, CardProgress::Ended(outcome) if outcome.is_absent());
                self.progress.iter().filter(is_absent).count()
            }
        }
    }

    /// What a receipt is made of; none before the end.
    pub(crate) fn receipt(&self) -> Option<(Arc<RevocationReport>, Maker)> {
        let report = self.result.as_ref()?.as_ref().ok()?;
        Some((Arc::clone(report), self.maker.clone()))
    }

    /// Cards that have ended.
    pub fn ended(&self) -> usize {
        self.progress.iter().filter(|at| matches!(at, CardProgress::Ended(_))).count()
    }
}

/// Cards that are being chosen to be revoked.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Picking {
    pub tokens: Vec<Token>,
}

impl Picking {
    pub fn holds(&self, card: &Card) -> bool {
        self.tokens.contains(&card.token)
    }

    pub(crate) fn toggle(&mut self, card: &Card) {
        if self.holds(card) {
            self.tokens.retain(|token| *token != card.token);
        } else if !card.token.is_empty() {
            self.tokens.push(card.token.clone());
        }
    }
}
