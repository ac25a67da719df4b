//! The expired cards of every customer of the queue.

use crate::api::ApiError;
use crate::domain::{CardList, Token};
use crate::removal::{Policy, Scope, each_token_once};

use super::action::ExpiredAction;
use super::state::ExpiredCards;
use crate::model::dialog::Dialog;
use crate::model::effect::Effects;
use crate::model::ids::RequestId;
use crate::model::look_up::fetch;
use crate::model::notice::NoticeKind;
use crate::model::now::Now;
use crate::model::remote::Remote;
use crate::model::session::Session;
use crate::model::state::State;
use crate::model::{look_up, revocation};

pub(in crate::model) fn act(state: &mut State, action: ExpiredAction, fx: &mut Effects) {
    match action {
        ExpiredAction::Find => find(state),
        ExpiredAction::Show => show(state),
        ExpiredAction::Again => edit(state, |expired| {
            for of in expired.customers.iter_mut().filter(|of| of.cards.error().is_some()) {
                of.cards = Remote::NotAsked;
            }
        }),
        ExpiredAction::EditReason(text) => edit(state, |expired| expired.reason = text),
        ExpiredAction::EditCount(text) => edit(state, |expired| expired.typed_count = text),
        ExpiredAction::Policy(policy) => edit(state, |expired| expired.policy = policy),
        ExpiredAction::Confirm { tokens } => confirm(state, &tokens, fx),
        ExpiredAction::Stop => stop(state, fx),
        ExpiredAction::SaveReceipts => {
            if let Some(session) = state.session() {
                let (runs, language) = (session.expired_runs(), state.language());
                revocation::save_receipts(session.id, runs, language, fx);
            }
        }
    }
}

/// Changes what may be changed before Confirm.
fn edit(state: &mut State, change: impl FnOnce(&mut ExpiredCards)) {
    let expired = state.session_mut().and_then(|session| session.expired.as_mut());
    if let Some(expired) = expired.filter(|expired| !expired.confirmed) {
        change(expired);
    }
}

/// Begins a dry run; what runs is shown instead.
fn find(state: &mut State) {
    if state.dialog.is_some() {
        return;
    }
    let Some(session) = state.session_mut() else { return };
    if !session.is_removing_expired() {
        if session.queue.rows().is_empty() {
            return;
        }
        let numbers = session.queue.rows().iter().map(|row| &row.number);
        session.expired = Some(ExpiredCards::of(numbers));
    }
    state.dialog = Some(Dialog::Expired);
}

fn show(state: &mut State) {
    if state.session().is_some_and(|session| session.expired.is_some()) {
        state.dialog = Some(Dialog::Expired);
    }
}

/// Asks for the next list of the dry run, where its turn has come.
pub(in crate::model) fn fetch(state: &mut State, now: Now, fx: &mut Effects) {
    let is_shown = matches!(state.dialog, Some(Dialog::Expired));
    if let Some(session) = state.session_mut() {
        // Left before Confirm nothing has happened, and nothing goes on.
        session.expired.take_if(|expired| !expired.confirmed && !is_shown);
    }
    let due = state.session().and_then(Session::next_expired);
    let Some((place, _)) = due.filter(|(_, due)| *due <= now.timestamp) else { return };
    let request = RequestId(state.next_number());
    let Some(session) = state.session_mut() else { return };
    let of = session.expired.as_mut().and_then(|expired| expired.customers.get_mut(place));
    let Some(of) = of else { return };
    of.request = request;
    of.cards.start();
    let customer = of.number.clone();
    fetch::call(session, request, customer, now, fx);
}

/// A list that the dry run asked for.
pub(in crate::model) fn listed(
    state: &mut State,
    request: RequestId,
    result: Result<CardList, ApiError>,
    now: Now,
) {
    let Some(session) = state.session_mut() else { return };
    let of = session.expired.as_mut().and_then(|expired| expired.asked_by(request));
    let Some(of) = of else { return };
    let count = result.as_ref().ok().map(|list| list.cards.len());
    let number = of.number.clone();
    of.cards.finish(result.map(|list| {
        let today = now.today();
        // A card without a token can be told from no other.
        let takes = |card: &&_| Scope::Expired.takes(card, today) && !card.token.is_empty();
        each_token_once(list.cards.iter().filter(takes)).into_iter().cloned().collect()
    }));
    look_up::remember(session, &number, count);
}

/// Begins with the first customer, once: Confirm must name the cards that were found.
fn confirm(state: &mut State, tokens: &[Token], fx: &mut Effects) {
    let Some(session) = state.session_mut() else { return };
    let environment = session.environment();
    let Some(expired) = &mut session.expired else { return };
    if !expired.may_confirm(environment) || expired.tokens() != tokens {
        return;
    }
    expired.confirmed = true;
    begin_next(state, fx);
}

/// Begins the next customer that has expired cards, and whether there was one. One whose card is
/// being removed by another revocation is passed over.
fn begin_next(state: &mut State, fx: &mut Effects) -> bool {
    while let Some((number, confirmed)) = next(state) {
        if revocation::start(state, number, confirmed, fx) {
            return true;
        }
    }
    false
}

/// The next customer that has expired cards, with the number of the run that removes them.
fn next(state: &mut State) -> Option<(u64, revocation::Confirmed)> {
    let number = state.next_number();
    let session = state.session_mut()?;
    let expired = session.expired.as_mut().filter(|expired| !expired.stopping)?;
    let (policy, reason) = (expired.policy, expired.reason.clone());
    let of = expired.customers.iter_mut().find(|of| {
        let has_cards = of.cards.value().is_some_and(|cards| !cards.is_empty());
        of.run.is_none() && has_cards
    })?;
    of.run = Some(number);
    let confirmed = revocation::Confirmed {
        customer: of.number.clone(),
        cards: of.cards.value().cloned().unwrap_or_default(),
        scope: Scope::Expired,
        policy,
        reason,
        continues: None,
    };
    Some((number, confirmed))
}

/// A revocation has ended: where it was one of these, the next customer follows, or the end is told.
pub(in crate::model) fn run_ended(state: &mut State, number: u64, now: Now, fx: &mut Effects) {
    let is_shown = matches!(state.dialog, Some(Dialog::Expired));
    let Some(session) = state.session_mut() else { return };
    let Some(run) = session.expired_runs().find(|run| run.number == number) else { return };
    let as_expected = run.absent() == run.cards.len();
    if let Some(expired) = &mut session.expired {
        expired.stopping |= expired.policy == Policy::Stop && !as_expected;
    }
    if begin_next(state, fx) || is_shown {
        return;
    }
    let Some(session) = state.session() else { return };
    let all = session.expired.as_ref().map_or(0, |expired| expired.found().count());
    let gone = session.expired_gone();
    state.notify(NoticeKind::ExpiredEnded { gone, all }, now);
}

fn stop(state: &mut State, fx: &mut Effects) {
    let Some(session) = state.session_mut() else { return };
    let Some(expired) = session.expired.as_mut().filter(|expired| expired.confirmed) else {
        return;
    };
    expired.stopping = true;
    let running = session.expired_runs().find(|run| run.is_running()).map(|run| run.number);
    if let Some(number) = running {
        revocation::stop(state, number, fx);
    }
}
