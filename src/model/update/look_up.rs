//! Asking for a customer's cards.

use crate::api::ApiError;
use crate::domain::{CardList, CustomerNumber};

use super::super::Remote;
use super::super::action::LookUpAction;
use super::super::effect::Effect;
use super::super::state::{
    CustomerCards, InspectorTab, ListSummary, Now, Page, RequestId, Session, SessionId, State,
    Trust,
};
use super::ahead;

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
                Ok(number) => begin(ask(state, number, now)),
                Err(problem) => {
                    session.look_up.problem = Some(problem);
                    vec![Effect::FocusLookUp]
                }
            }
        }
        LookUpAction::Open(number) => begin(open(state, number, now)),
        LookUpAction::Ask(number) => begin(ask(state, number, now)),
        LookUpAction::Refresh => {
            let number =
                state.session().and_then(|s| s.customer.as_ref()).map(|c| c.number.clone());
            number.map_or_else(Vec::new, |number| ask(state, number, now))
        }
    }
}

/// Who is looked up begins at the first card.
pub(super) fn begin(mut effects: Vec<Effect>) -> Vec<Effect> {
    effects.push(Effect::BeginAtFirst);
    effects
}

/// Asks for a customer's list, and shows the customer at once.
pub(super) fn ask(state: &mut State, number: CustomerNumber, now: Now) -> Vec<Effect> {
    let request = RequestId(state.next_number());
    state.dialog = None;
    let Some(session) = state.session_mut() else { return Vec::new() };
    let mut effects = show(session, &number, now);
    if let Some(customer) = &mut session.customer {
        customer.request = request;
        customer.list.start();
    }
    session.ahead.take(&number);
    effects.push(ahead::call(session, request, number, now));
    effects
}

/// Shows a customer: at once where the list was fetched ahead, else when it comes.
pub(super) fn open(state: &mut State, number: CustomerNumber, now: Now) -> Vec<Effect> {
    let request = RequestId(state.next_number());
    let fetched = state.session_mut().and_then(|session| session.ahead.take(&number));
    let Some(fetched) = fetched.filter(|fetched| fetched.list.error().is_none()) else {
        return ask(state, number, now);
    };
    state.dialog = None;
    let Some(session) = state.session_mut() else { return Vec::new() };
    let mut effects = show(session, &number, now);
    let is_old = !fetched.list.is_loading() && fetched.is_old(now);
    if let Some(customer) = &mut session.customer {
        // The answer to a call that is under way is the customer's.
        customer.request = if fetched.list.is_loading() { fetched.request } else { request };
        customer.received = fetched.received;
        customer.list = fetched.list;
    }
    session.ahead.postpone(false);
    if session.customer.as_ref().is_some_and(|customer| !customer.list.is_loading()) {
        list_shown(session, now);
    }
    if is_old {
        effects.extend(ask(state, number, now));
    } else {
        effects.extend(keep_recent(state));
    }
    effects
}

/// Keeps the customer on screen as the one opened last, where its list is there.
fn keep_recent(state: &State) -> Option<Effect> {
    let session = state.session().filter(|_| state.settings.keep_recent)?;
    let customer = session.customer.as_ref().filter(|customer| !customer.list.is_loading())?;
    Some(Effect::KeepRecent { whose: session.whose()?, customer: customer.number.clone() })
}

/// As [`open`]; but who steps fast asks for a list only where the pace allows it, or stays.
pub(super) fn step_to(state: &mut State, number: CustomerNumber, now: Now) -> Vec<Effect> {
    let request = RequestId(state.next_number());
    let Some(session) = state.session_mut() else { return Vec::new() };
    let is_early = session.ahead.next_turn().is_some_and(|turn| turn > now.timestamp);
    let is_there = session.ahead.get(&number).is_some_and(|f| f.list.error().is_none());
    if is_there || !is_early {
        return open(state, number, now);
    }
    let effects = show(session, &number, now);
    if let Some(customer) = &mut session.customer {
        customer.request = request;
        customer.list.start();
    }
    session.ahead.postpone(true);
    effects
}

/// Puts a customer on screen, whatever is known of the list.
fn show(session: &mut Session, number: &CustomerNumber, now: Now) -> Vec<Effect> {
    session.page = Page::Customer;
    session.look_up.text = number.as_str().to_owned();
    session.look_up.problem = None;
    remember(session, number, None);
    if let Some(customer) = session.customer.as_mut().filter(|c| c.number == *number) {
        customer.asked_at = now.timestamp;
        return Vec::new();
    }
    ahead::keep_left(session);
    session.customer = Some(CustomerCards {
        number: number.clone(),
        request: RequestId(0),
        list: Remote::NotAsked,
        received: None,
        asked_at: now.timestamp,
        selected: None,
        picking: None,
        tab: InspectorTab::Details,
        finding: None,
        summary: ListSummary::default(),
        was_drawn: false,
    });
    vec![Effect::CancelLoads]
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
    if result.is_err() {
        session.ahead.hold(now);
    }
    let current = session.customer.as_ref().is_some_and(|customer| customer.request == request);
    if current {
        let is_there = result.is_ok();
        take_list(session, result, Some(took_ms), now);
        let recent = keep_recent(state).filter(|_| is_there);
        let mut effects = super::revocation::listed(state, now);
        effects.extend(recent);
        return effects;
    }
    if let Some(fetched) = session.ahead.asked_by(request) {
        if result.is_ok() {
            fetched.received = Some((now.timestamp, Some(took_ms)));
        }
        let cards = result.as_ref().ok().map(|list| list.cards.len());
        fetched.list.finish(result);
        let number = fetched.number.clone();
        remember(session, &number, cards);
    } else {
        super::expired::listed(session, request, result, now);
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
    list_shown(session, now);
}

/// The list on screen is another one.
fn list_shown(session: &mut Session, now: Now) {
    if let Some(customer) = &mut session.customer {
        customer.was_drawn = false;
        if let Remote::Ready(list) = &customer.list {
            session.sheet.record(&customer.number, &list.cards);
            let row = session.queue.enter(&customer.number);
            row.cards = Some(list.cards.len());
            row.looked_at = true;
        }
    }
    session.verify_all(now);
}

/// Keeps the customers of this session, the newest last; none twice.
pub(super) fn remember(session: &mut Session, number: &CustomerNumber, cards: Option<usize>) {
    let row = session.queue.enter(number);
    row.cards = cards.or(row.cards);
}
