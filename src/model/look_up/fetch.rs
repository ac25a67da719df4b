//! Fetching lists of the queue before they are asked for.

use crate::domain::CustomerNumber;

use super::ahead::Fetched;
use super::effect::LookUpEffect;
use crate::model::effect::Effects;
use crate::model::ids::RequestId;
use crate::model::now::Now;
use crate::model::remote::Remote;
use crate::model::session::Session;
use crate::model::state::State;

/// Asks for what is due: the list on screen that waited for its turn, else one that is next in the
/// queue.
pub(in crate::model) fn fetch(state: &mut State, now: Now, fx: &mut Effects) {
    let Some(session) = state.session_mut() else { return };
    if !session.ahead.all().is_empty() {
        session.trim_ahead();
    }
    if state.next_call().is_none_or(|due| due > now.timestamp) {
        return;
    }
    let is_finding = state.is_finding_expired();
    let Some(session) = state.session_mut() else { return };
    if session.ahead.is_postponed() {
        let on_screen = session.customer.as_ref();
        let waiting = on_screen.map(|customer| (customer.request, customer.number.clone()));
        return match waiting {
            Some((request, number)) => call(session, request, number, now, fx),
            None => session.ahead.postpone(false),
        };
    }
    if is_finding {
        return;
    }
    let request = RequestId(state.next_number());
    let Some(session) = state.session_mut() else { return };
    let Some(customer) = session.next_ahead().map(|(number, _)| number.clone()) else { return };
    session.ahead.keep(Fetched {
        number: customer.clone(),
        request,
        list: Remote::Loading { previous: None },
        received: None,
    });
    call(session, request, customer, now, fx);
}

/// Asks for a customer's list, whoever wants it: the pace counts every call.
pub(in crate::model) fn call(
    session: &mut Session,
    request: RequestId,
    customer: CustomerNumber,
    now: Now,
    fx: &mut Effects,
) {
    session.ahead.called(now);
    let credentials = Box::new(session.credentials.clone());
    fx.push(LookUpEffect::List { session: session.id, request, credentials, customer });
}

/// The list of the customer that is left, to come back to.
pub(in crate::model) fn keep_left(session: &mut Session) {
    let Some(left) = session.customer.take() else { return };
    // A removal under way makes it old.
    let mut running = session.removals.iter().filter(|run| run.is_running());
    let is_removing = running.any(|run| run.is_of(&left.number));
    if session.queue.is_list && !is_removing && matches!(left.list, Remote::Ready(_)) {
        let (number, request, received) = (left.number, left.request, left.received);
        session.ahead.keep(Fetched { number, request, list: left.list, received });
    }
}
