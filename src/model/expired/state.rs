//! The expired cards of every customer of the queue: found first, which changes nothing, then
//! revoked, one customer after another.

use crate::api::ApiError;
use crate::domain::{Card, CustomerNumber, Environment, Token};
use crate::removal::Policy;

use crate::model::ids::RequestId;
use crate::model::remote::Remote;

/// A customer of the queue.
#[derive(Debug)]
pub struct ExpiredOf {
    pub number: CustomerNumber,
    pub(crate) request: RequestId,
    /// The expired ones of the customer's list, each token once.
    pub cards: Remote<Vec<Card>, ApiError>,
    /// The numbered revocation of the session that removes them.
    pub run: Option<u64>,
}

impl ExpiredOf {
    fn cards(&self) -> &[Card] {
        self.cards.value().map_or(&[], Vec::as_slice)
    }

    /// Whether the gateway asked to be left alone for a while.
    pub(super) fn was_busy(&self) -> bool {
        matches!(self.cards.error(), Some(ApiError::HttpStatus { status: 429 | 503, .. }))
    }
}

/// From the dry run to the result.
#[derive(Debug)]
pub struct ExpiredCards {
    /// In the queue's order.
    pub customers: Vec<ExpiredOf>,
    pub policy: Policy,
    /// Number of cards as typed; asked for on PRODUCTION only.
    pub typed_count: String,
    /// Reason or ticket number, as typed.
    pub reason: String,
    pub confirmed: bool,
    /// Whether no further customer is begun: a person asked for it, or a card was not proven to be
    /// gone.
    pub stopping: bool,
}

impl ExpiredCards {
    pub(crate) fn of<'a>(numbers: impl IntoIterator<Item = &'a CustomerNumber>) -> Self {
        let customers = numbers.into_iter().map(|number| ExpiredOf {
            number: number.clone(),
            request: RequestId(0),
            cards: Remote::NotAsked,
            run: None,
        });
        Self {
            customers: customers.collect(),
            policy: Policy::Stop,
            typed_count: String::new(),
            reason: String::new(),
            confirmed: false,
            stopping: false,
        }
    }

    /// The cards that were found, with their customers and their places among that one's.
    pub fn found(&self) -> impl Iterator<Item = (&ExpiredOf, usize, &Card)> {
        self.customers.iter().flat_map(|of| {
            of.cards().iter().enumerate().map(move |(place, card)| (of, place, card))
        })
    }

    /// How many customers have answered, or could not be read.
    pub fn asked(&self) -> usize {
        let is_open =
            |of: &&ExpiredOf| matches!(of.cards, Remote::NotAsked | Remote::Loading { .. });
        self.customers.len() - self.customers.iter().filter(is_open).count()
    }

    /// Customers whose lists could not be had: none of their cards is removed.
    pub fn failed(&self) -> impl Iterator<Item = &ExpiredOf> {
        self.customers.iter().filter(|of| of.cards.error().is_some())
    }

    /// Whether lists are still to be asked for.
    pub fn is_finding(&self) -> bool {
        !self.confirmed && self.asked() < self.customers.len()
    }

    /// Whether Confirm may be pressed: on PRODUCTION the number of cards must have been typed.
    pub fn may_confirm(&self, environment: Environment) -> bool {
        let count = self.found().count();
        !self.confirmed
            && !self.is_finding()
            && count > 0
            && (environment != Environment::Production
                || self.typed_count.trim() == count.to_string())
    }

    pub(crate) fn tokens(&self) -> Vec<Token> {
        self.found().map(|(.., card)| card.token.clone()).collect()
    }

    pub(crate) fn asked_by(&mut self, request: RequestId) -> Option<&mut ExpiredOf> {
        let mut customers = self.customers.iter_mut();
        customers.find(|of| of.cards.is_loading() && of.request == request)
    }
}
