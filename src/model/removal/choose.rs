//! Choosing cards above the tiles.

use crate::domain::Card;
use crate::removal::Scope;

use super::picking::Picking;
use crate::model::now::Now;
use crate::model::session::Session;
use crate::model::state::State;

/// Begins or ends choosing.
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
