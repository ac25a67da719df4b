//! Fetching lists of the queue before they are asked for.

use crate::domain::CustomerNumber;

use super::super::Remote;
use super::super::effect::Effect;
use super::super::state::{Fetched, Now, RequestId, Session, State};

/// Asks for what is due: the list on screen that waited for its turn, else one that is next in the
/// queue.
pub(super) fn fetch(state: &mut State, now: Now) -> Vec<Effect> {
    let Some(session) = state.session_mut() else { return Vec::new() };
    if !session.ahead.all().is_empty() {
        session.trim_ahead();
    }
    if session.next_call().is_none_or(|due| due > now.timestamp) {
        return Vec::new();
    }
    if session.ahead.is_postponed() {
        let on_screen = session.customer.as_ref();
        let waiting = on_screen.map(|customer| (customer.request, customer.number.clone()));
        let Some((request, number)) = waiting else {
            session.ahead.postpone(false);
            return Vec::new();
        };
        return vec![call(session, request, number, now)];
    }
    let request = RequestId(state.next_number());
    let Some(session) = state.session_mut() else { return Vec::new() };
    let Some(customer) = session.next_ahead().map(|(number, _)| number.clone()) else {
        return Vec::new();
    };
    session.ahead.keep(Fetched {
        number: customer.clone(),
        request,
        list: Remote::Loading { previous: None },
        received: None,
    });
    vec![call(session, request, customer, now)]
}

/// Asks for a customer's list, whoever wants it: the pace counts every call.
pub(super) fn call(
    session: &mut Session,
    request: RequestId,
    customer: CustomerNumber,
    now: Now,
) -> Effect {
    session.ahead.called(now);
    let credentials = Box::new(session.credentials.clone());
    Effect::List { session: session.id, request, credentials, customer }
}

/// The list of the customer that is left, to come back to.
pub(super) fn keep_left(session: &mut Session) {
    let Some(left) = session.customer.take() else { return };
    // A removal under way makes it old.
    let is_removing =
        session.removals.iter().any(|run| run.is_running() && run.customer == left.number)
            || session.revocations.iter().any(|r| r.is_running() && r.customer == left.number);
    if session.queue.is_list && !is_removing && matches!(left.list, Remote::Ready(_)) {
        let (number, request, received) = (left.number, left.request, left.received);
        session.ahead.keep(Fetched { number, request, list: left.list, received });
    }
}

/// After a removal the customer's list is asked for anew.
pub(super) fn removal_ended(state: &mut State, number: u64) {
    let Some(session) = state.session_mut() else { return };
    let alone = session.removals.iter().find(|run| run.number == number).map(|run| &run.customer);
    let among = session.revocations.iter().find(|run| run.number == number);
    if let Some(customer) = alone.or(among.map(|run| &run.customer)).cloned() {
        session.ahead.take(&customer);
    }
}
