//! Fetching lists of the queue before they are asked for.

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
        session.ahead.called(now);
        return list_on_screen(session).into_iter().collect();
    }
    let request = RequestId(state.next_number());
    let Some(session) = state.session_mut() else { return Vec::new() };
    let Some(customer) = session.next_ahead().map(|(number, _)| number.clone()) else {
        return Vec::new();
    };
    session.ahead.called(now);
    session.ahead.keep(Fetched {
        number: customer.clone(),
        request,
        list: Remote::Loading { previous: None },
        received: None,
    });
    let (id, credentials) = (session.id, Box::new(session.credentials.clone()));
    vec![Effect::List { session: id, request, credentials, customer }]
}

fn list_on_screen(session: &Session) -> Option<Effect> {
    let customer = session.customer.as_ref()?;
    Some(Effect::List {
        session: session.id,
        request: customer.request,
        credentials: Box::new(session.credentials.clone()),
        customer: customer.number.clone(),
    })
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
