//! Cards that are being chosen.

use crate::domain::{Card, Token};
use crate::removal::Scope;

use crate::model::now::Now;
use crate::model::session::Session;
use crate::model::state::State;

/// Cards that are being chosen to be removed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Picking {
    pub tokens: Vec<Token>,
}

impl Picking {
    pub fn holds(&self, card: &Card) -> bool {
        self.tokens.contains(&card.token)
    }

    fn toggle(&mut self, card: &Card) {
        if self.holds(card) {
            self.tokens.retain(|token| *token != card.token);
        } else if !card.token.is_empty() {
            self.tokens.push(card.token.clone());
        }
    }

    /// Which cards these are, however they were chosen.
    pub(super) fn scope(&self, all: &[Card], now: Now) -> Scope {
        let takes = |scope: &Scope| {
            all.iter().all(|card| self.holds(card) == scope.takes(card, now.today()))
        };
        [Scope::All, Scope::Expired].into_iter().find(takes).unwrap_or(Scope::Chosen)
    }
}

pub(super) fn pick(state: &mut State, on: bool) {
    if let Some(customer) = state.session_mut().and_then(|session| session.customer.as_mut()) {
        customer.picking = on.then(|| customer.picking.take().unwrap_or_default());
    }
}

pub(super) fn toggle(state: &mut State, index: usize) {
    let card = state.session().and_then(|session| session.cards().get(index)).cloned();
    let customer = state.session_mut().and_then(|session| session.customer.as_mut());
    if let (Some(card), Some(customer)) = (card, customer) {
        customer.picking.get_or_insert_default().toggle(&card);
    }
}

/// Picks what the scope takes; none for `Chosen`.
pub(super) fn pick_scope(session: &mut Session, scope: Scope, now: Now) {
    let taken = |card: &&Card| !card.token.is_empty() && scope.takes(card, now.today());
    let tokens = session.cards().iter().filter(taken).map(|card| card.token.clone()).collect();
    if let Some(customer) = &mut session.customer {
        customer.picking = Some(Picking { tokens });
    }
}
