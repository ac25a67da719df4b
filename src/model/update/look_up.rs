//! Asking for a customer's cards.

use crate::api::ApiError;
use crate::domain::{CardList, CustomerNumber};

use super::super::Remote;
use super::super::action::LookUpAction;
use super::super::effect::Effect;
use super::super::state::{
    CustomerCards, InspectorTab, Now, Page, RequestId, Session, SessionId, State, Trust, Visited,
};

pub(super) fn act(state: &mut State, action: LookUpAction, now: Now) -> Vec<Effect> {
    match action {
        LookUpAction::Edit(text) => {
            if let Some(session) = state.session_mut() {
                // What the gateway would silently change is told while it is typed.
                session.look_up.problem = match CustomerNumber::parse(&text) {
                    Err(error @ crate::domain::CustomerNumberError::Prohibited(_)) => Some(error),
                    Err(error @ crate::domain::CustomerNumberError::TooLong { .. }) => Some(error),
                    Err(crate::domain::CustomerNumberError::Empty) | Ok(_) => None,
                };
                session.look_up.text = text;
            }
            Vec::new()
        }
        LookUpAction::Submit => {
            let Some(session) = state.session_mut() else { return Vec::new() };
            match CustomerNumber::parse(&session.look_up.text) {
                Ok(number) => ask(state, number, now),
                Err(problem) => {
                    session.look_up.problem = Some(problem);
                    vec![Effect::FocusLookUp]
                }
            }
        }
        LookUpAction::Open(number) => ask(state, number, now),
        LookUpAction::Refresh => {
            let number =
                state.session().and_then(|s| s.customer.as_ref()).map(|c| c.number.clone());
            number.map_or_else(Vec::new, |number| ask(state, number, now))
        }
    }
}

/// Asks for a customer's list, and shows the customer at once.
pub(super) fn ask(state: &mut State, number: CustomerNumber, now: Now) -> Vec<Effect> {
    let request = RequestId(state.next_number());
    state.dialog = None;
    let Some(session) = state.session_mut() else { return Vec::new() };
    session.page = Page::Customer;
    session.look_up.text = number.as_str().to_owned();
    session.look_up.problem = None;
    let mut effects = Vec::new();
    match &mut session.customer {
        Some(customer) if customer.number == number => {
            customer.request = request;
            customer.asked_at = now.timestamp;
            customer.list.start();
        }
        customer => {
            effects.push(Effect::CancelLoads);
            *customer = Some(CustomerCards {
                number: number.clone(),
                request,
                list: Remote::Loading { previous: None },
                received: None,
                asked_at: now.timestamp,
                selected: None,
                picking: None,
                tab: InspectorTab::Details,
                finding: None,
                findings: Vec::new(),
                was_drawn: false,
            });
        }
    }
    remember(session, &number, None);
    effects.push(Effect::List {
        session: session.id,
        request,
        credentials: Box::new(session.credentials.clone()),
        customer: number,
    });
    effects
}

pub(super) fn listed(
    state: &mut State,
    id: SessionId,
    request: RequestId,
    took_ms: u64,
    result: Result<CardList, ApiError>,
    now: Now,
) -> Vec<Effect> {
    let Some(session) = state.current(id) else { return Vec::new() };
    judge_credentials(session, result.as_ref().err());
    let current = session.customer.as_ref().is_some_and(|customer| customer.request == request);
    if current {
        take_list(session, result, Some(took_ms), now);
        return super::revocation::listed(state, now);
    }
    Vec::new()
}

/// A list proves the credentials; a refusal unproves them. No connection says nothing of them.
pub(super) fn judge_credentials(session: &mut Session, error: Option<&ApiError>) {
    match error {
        None => session.trust = Trust::Verified,
        Some(ApiError::Refused(_)) if session.trust == Trust::Unverified => {
            session.trust = Trust::Refused;
        }
        Some(_) => {}
    }
}

/// Puts an answer on screen; the selection follows its card.
pub(super) fn take_list(
    session: &mut Session,
    result: Result<CardList, ApiError>,
    took_ms: Option<u64>,
    now: Now,
) {
    let selected = session.selected_card().map(|(_, card)| card.token.clone());
    let Some(customer) = &mut session.customer else { return };
    if result.is_ok() {
        customer.received = Some((now.timestamp, took_ms));
    }
    customer.list.finish(result);
    let cards = customer.list.value().map(|list| list.cards.as_slice()).unwrap_or_default();
    customer.selected =
        selected.and_then(|token| cards.iter().position(|card| card.token == token));
    if let Some(picking) = &mut customer.picking {
        // Nothing that is out of sight may be chosen.
        picking.tokens.retain(|token| cards.iter().any(|card| card.token == *token));
    }
    if customer.list.error().is_none() {
        let (number, count) = (customer.number.clone(), cards.len());
        remember(session, &number, Some(count));
    }
    if let Some(customer) = &mut session.customer {
        customer.was_drawn = false;
        if let Remote::Ready(list) = &customer.list {
            session.sheet.record(&customer.number, &list.cards);
        }
    }
    session.verify_all(now);
}

/// Keeps the customers of this session, the newest last; none twice.
pub(super) fn remember(session: &mut Session, number: &CustomerNumber, cards: Option<usize>) {
    match session.visited.iter_mut().find(|visited| visited.number == *number) {
        Some(visited) => visited.cards = cards.or(visited.cards),
        None => {
            session.visited.push(Visited { number: number.clone(), cards, worst: None });
        }
    }
}
