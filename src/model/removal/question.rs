//! What a person is asked before anything is removed.

use crate::api::ApiError;
use crate::domain::{Card, CustomerNumber, Environment, Token};
use crate::removal::{PendingId, Policy, Scope, each_token_once};

use crate::model::ids::RequestId;
use crate::model::remote::Remote;

/// The dialog of a removal: first the question, then what comes of it.
#[derive(Debug)]
pub enum RemovalDialog {
    /// Before Confirm: nothing has been sent.
    Asking(Question),
    /// The numbered removal of the session runs or has ended.
    Run(u64),
}

/// How far a removal reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// One card by itself.
    Card,
    /// Cards of one customer.
    Customer,
    /// The expired cards of the queue's customers.
    Queue,
}

/// A customer whose cards are asked about.
#[derive(Debug)]
pub struct AskedCustomer {
    /// As given in the queue, or as looked up.
    pub number: CustomerNumber,
    pub(super) request: RequestId,
    /// Those to be removed, each token once.
    pub cards: Remote<Vec<Card>, ApiError>,
}

impl AskedCustomer {
    /// Those to be removed; empty while the list is awaited or could not be had.
    pub fn cards(&self) -> &[Card] {
        self.cards.value().map_or(&[], Vec::as_slice)
    }

    /// Whether the gateway asked to be left alone for a while.
    pub(super) fn was_busy(&self) -> bool {
        matches!(self.cards.error(), Some(ApiError::HttpStatus { status: 429 | 503, .. }))
    }
}

/// A removal that is not confirmed.
#[derive(Debug)]
pub struct Question {
    /// One card, one customer, or the queue.
    pub extent: Extent,
    /// How the cards were chosen, as journal and receipt will say.
    pub scope: Scope,
    /// In the queue's order.
    pub customers: Vec<AskedCustomer>,
    /// Whether the run goes on after something unexpected; [`Policy::Stop`] until changed.
    pub policy: Policy,
    /// What was typed to confirm; asked for on PRODUCTION only.
    pub typed: String,
    /// Reason or ticket number, as typed.
    pub reason: String,
    /// The removal cut short whose rest this is.
    pub continues: Option<PendingId>,
}

/// What a person types to confirm a removal on PRODUCTION; never nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ToType<'a> {
    /// Last four digits of the only card.
    LastFour(&'a str),
    /// The gateway gave no last four digits.
    Customer(&'a str),
    /// How many cards there are.
    Count(usize),
}

impl ToType<'_> {
    fn is(self, typed: &str) -> bool {
        match self {
            Self::LastFour(wanted) | Self::Customer(wanted) => typed.trim() == wanted.trim(),
            Self::Count(count) => typed.trim() == count.to_string(),
        }
    }
}

impl Question {
    fn new(extent: Extent, scope: Scope, customers: Vec<AskedCustomer>) -> Self {
        Self {
            extent,
            scope,
            customers,
            policy: Policy::Stop,
            typed: String::new(),
            reason: String::new(),
            continues: None,
        }
    }

    /// About cards that are there.
    pub(super) fn about(
        extent: Extent,
        scope: Scope,
        number: CustomerNumber,
        cards: &[Card],
    ) -> Self {
        let cards = Remote::Ready(each_token_once(cards).into_iter().cloned().collect());
        Self::new(extent, scope, vec![AskedCustomer { number, request: RequestId(0), cards }])
    }

    /// About the expired cards of customers, which are yet to be found.
    pub(super) fn about_expired<'a>(numbers: impl Iterator<Item = &'a CustomerNumber>) -> Self {
        let customers = numbers.map(|number| AskedCustomer {
            number: number.clone(),
            request: RequestId(0),
            cards: Remote::NotAsked,
        });
        Self::new(Extent::Queue, Scope::Expired, customers.collect())
    }

    /// The cards, with their customers.
    pub fn cards(&self) -> impl Iterator<Item = (&CustomerNumber, &Card)> {
        let customers = self.customers.iter();
        customers.flat_map(|of| of.cards().iter().map(move |card| (&of.number, card)))
    }

    /// Of all cards, customer by customer; what Confirm must name.
    pub fn tokens(&self) -> Vec<Token> {
        self.cards().map(|(_, card)| card.token.clone()).collect()
    }

    /// How many customers have answered, or could not be read.
    pub fn answered(&self) -> usize {
        let is_open =
            |of: &&AskedCustomer| matches!(of.cards, Remote::NotAsked | Remote::Loading { .. });
        self.customers.len() - self.customers.iter().filter(is_open).count()
    }

    /// Customers whose lists could not be had: none of their cards is removed.
    pub fn failed(&self) -> impl Iterator<Item = &AskedCustomer> {
        self.customers.iter().filter(|of| of.cards.error().is_some())
    }

    /// Whether lists are still to be asked for.
    pub fn is_finding(&self) -> bool {
        self.answered() < self.customers.len()
    }

    /// What must be typed on PRODUCTION.
    pub fn to_type(&self) -> ToType<'_> {
        match (self.extent, self.cards().next()) {
            (Extent::Card, Some((_, card))) if card.last_four.is_well_formed() => {
                ToType::LastFour(card.last_four.as_str())
            }
            (Extent::Card, Some((customer, _))) => ToType::Customer(customer.as_str()),
            _ => ToType::Count(self.cards().count()),
        }
    }

    /// Whether Confirm may be pressed: on PRODUCTION something that names the card, its owner, or the
    /// number of the cards must have been typed.
    pub fn may_confirm(&self, environment: Environment) -> bool {
        let is_odd = |(_, card): (_, &Card)| !card.token.is_sendable();
        !self.is_finding()
            && self.cards().next().is_some()
            // Among others such a card is left out.
            && !(self.extent == Extent::Card && self.cards().any(is_odd))
            && (environment != Environment::Production || self.to_type().is(&self.typed))
    }
}
