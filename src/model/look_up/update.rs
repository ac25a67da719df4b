//! Asking for a customer's cards.

use zeroize::Zeroize as _;

use crate::api::ApiError;
use crate::domain::{CardList, CustomerNumber, CustomerNumberError};

use super::action::LookUpAction;
use super::effect::LookUpEffect;
use super::event::LookUpEvent;
use super::fetch;
use crate::model::assets::AssetEffect;
use crate::model::cards::{CustomerCards, InspectorTab, ListSummary};
use crate::model::effect::Effects;
use crate::model::ids::RequestId;
use crate::model::now::Now;
use crate::model::queue::QueueEffect;
use crate::model::remote::Remote;
use crate::model::session::{Page, Session, Trust};
use crate::model::state::State;

pub(in crate::model) fn act(state: &mut State, action: LookUpAction, now: Now, fx: &mut Effects) {
    match action {
        LookUpAction::Edit(text) => {
            if let Some(session) = state.session_mut() {
                // What the gateway would silently change is shown while it is typed.
                session.look_up.problem = match session.customer_number(&text) {
                    Err(CustomerNumberError::Empty) | Ok(_) => None,
                    Err(error) => Some(error),
                };
                session.look_up.text = text;
            }
        }
        LookUpAction::Submit => {
            let Some(session) = state.session_mut() else { return };
            match session.customer_number(&session.look_up.text) {
                Ok(number) => {
                    ask(state, number, now, fx);
                    fx.push(LookUpEffect::BeginAtFirst);
                }
                Err(problem) => {
                    if problem == CustomerNumberError::IsPassword {
                        session.look_up.text.zeroize();
                    }
                    session.look_up.problem = Some(problem);
                    fx.push(LookUpEffect::FocusField);
                }
            }
        }
        LookUpAction::Open(number) => begin_with(state, number, now, fx),
        LookUpAction::Ask(number) => {
            ask(state, number, now, fx);
            fx.push(LookUpEffect::BeginAtFirst);
        }
        LookUpAction::Refresh => {
            let number =
                state.session().and_then(|s| s.customer.as_ref()).map(|c| c.number.clone());
            if let Some(number) = number {
                ask(state, number, now, fx);
            }
        }
    }
}

impl Session {
    /// A customer's number out of a text, unless it is the session's password: that is neither sent nor
    /// kept.
    pub(in crate::model) fn customer_number(
        &self,
        text: &str,
    ) -> Result<CustomerNumber, CustomerNumberError> {
        match self.credentials.password.matches(text.trim()) {
            true => Err(CustomerNumberError::IsPassword),
            false => CustomerNumber::parse(text),
        }
    }

    /// Whether the session's password stands among numbers of customers.
    pub(in crate::model) fn is_password_among(&self, numbers: &[CustomerNumber]) -> bool {
        numbers.iter().any(|number| self.customer_number(number.as_str()).is_err())
    }
}

/// Asks for a customer's list, and shows the customer at once.
pub(in crate::model) fn ask(state: &mut State, number: CustomerNumber, now: Now, fx: &mut Effects) {
    let request = RequestId(state.next_number());
    state.dialog = None;
    let Some(session) = state.session_mut() else { return };
    if let Err(problem) = session.customer_number(number.as_str()) {
        session.look_up.problem = Some(problem);
        return fx.push(LookUpEffect::FocusField);
    }
    show(session, &number, now, fx);
    if let Some(customer) = &mut session.customer {
        customer.request = request;
        customer.list.start();
    }
    session.ahead.take(&number);
    fetch::call(session, request, number, now, fx);
}

/// Opens a customer, and begins at the first card.
pub(in crate::model) fn begin_with(
    state: &mut State,
    number: CustomerNumber,
    now: Now,
    fx: &mut Effects,
) {
    open(state, number, now, fx);
    fx.push(LookUpEffect::BeginAtFirst);
}

/// Shows a customer: at once where the list was fetched ahead, else when it comes.
fn open(state: &mut State, number: CustomerNumber, now: Now, fx: &mut Effects) {
    let request = RequestId(state.next_number());
    let fetched = state.session_mut().and_then(|session| session.ahead.take(&number));
    let Some(fetched) = fetched.filter(|fetched| fetched.list.error().is_none()) else {
        return ask(state, number, now, fx);
    };
    state.dialog = None;
    let Some(session) = state.session_mut() else { return };
    show(session, &number, now, fx);
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
        ask(state, number, now, fx);
    } else {
        keep_recent(state, fx);
    }
}

/// Keeps the customer on screen as the one opened last, where its list is there.
fn keep_recent(state: &State, fx: &mut Effects) {
    let Some(session) = state.session().filter(|_| state.settings.keep_recent) else { return };
    let customer = session.customer.as_ref().filter(|customer| !customer.list.is_loading());
    if let Some((customer, whose)) = customer.zip(session.whose()) {
        fx.push(QueueEffect::KeepRecent { whose, customer: customer.number.clone() });
    }
}

/// As [`begin_with`]; but who steps fast asks for a list only where the pace allows it, or stays.
pub(in crate::model) fn step_to(
    state: &mut State,
    number: CustomerNumber,
    now: Now,
    fx: &mut Effects,
) {
    let request = RequestId(state.next_number());
    let Some(session) = state.session_mut() else { return };
    let is_early = session.ahead.next_due().is_some_and(|turn| turn > now.timestamp);
    let is_there = session.ahead.get(&number).is_some_and(|f| f.list.error().is_none());
    if is_there || !is_early {
        return begin_with(state, number, now, fx);
    }
    show(session, &number, now, fx);
    if let Some(customer) = &mut session.customer {
        customer.request = request;
        customer.list.start();
    }
    session.ahead.postpone(true);
    fx.push(LookUpEffect::BeginAtFirst);
}

/// Puts a customer on screen, whatever is known of the list.
fn show(session: &mut Session, number: &CustomerNumber, now: Now, fx: &mut Effects) {
    session.page = Page::Customer;
    session.look_up.text = number.as_str().to_owned();
    session.look_up.problem = None;
    remember(session, number, None);
    if let Some(customer) = session.customer.as_mut().filter(|c| c.number == *number) {
        customer.asked_at = now.timestamp;
        return;
    }
    fetch::keep_left(session);
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
    fx.push(AssetEffect::CancelLoads);
}

/// Who waited for a list that came.
pub(in crate::model) enum WaitedFor {
    /// The customer on screen, who has taken it.
    OnScreen,
    /// One that is fetched ahead, which has taken it.
    Ahead,
    /// Nobody here: it is given back.
    Elsewhere(RequestId, Result<CardList, ApiError>),
}

/// A list came. Whoever waits for it is found by its request.
pub(in crate::model) fn listed(
    state: &mut State,
    event: LookUpEvent,
    now: Now,
    fx: &mut Effects,
) -> WaitedFor {
    let LookUpEvent::Listed { request, took_ms, result } = event;
    let Some(session) = state.session_mut() else {
        return WaitedFor::Elsewhere(request, result);
    };
    judge_credentials(session, result.as_ref().err());
    if result.is_err() {
        session.ahead.hold(now);
    }
    if session.customer.as_ref().is_some_and(|customer| customer.request == request) {
        let is_there = result.is_ok();
        take_list(session, result, Some(took_ms), now);
        if is_there {
            keep_recent(state, fx);
        }
        return WaitedFor::OnScreen;
    }
    let Some(fetched) = session.ahead.asked_by(request) else {
        return WaitedFor::Elsewhere(request, result);
    };
    if result.is_ok() {
        fetched.received = Some((now.timestamp, Some(took_ms)));
    }
    let cards = result.as_ref().ok().map(|list| list.cards.len());
    fetched.list.finish(result);
    let number = fetched.number.clone();
    remember(session, &number, cards);
    WaitedFor::Ahead
}

/// A list proves the credentials; a refusal unproves them. No connection says nothing of them.
pub(in crate::model) fn judge_credentials(session: &mut Session, error: Option<&ApiError>) {
    match error {
        None => session.trust = Trust::Verified,
        Some(ApiError::Refused(_)) if session.trust == Trust::Unverified => {
            session.trust = Trust::Refused;
        }
        Some(_) => {}
    }
}

/// Puts an answer on screen; the selection follows its card.
pub(in crate::model) fn take_list(
    session: &mut Session,
    result: Result<CardList, ApiError>,
    took_ms: Option<u64>,
    now: Now,
) {
    let selected = session.selected_card().map(|(_, card)| card.token.clone());
    let tokens = result.as_ref().map(|list| list.cards.as_slice()).unwrap_or_default();
    session.tokens.learn(tokens.iter().map(|card| &card.token));
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
pub(in crate::model) fn remember(
    session: &mut Session,
    number: &CustomerNumber,
    cards: Option<usize>,
) {
    let row = session.queue.enter(number);
    row.cards = cards.or(row.cards);
}
