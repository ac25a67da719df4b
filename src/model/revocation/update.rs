//! Removing several cards of a customer. Nothing leaves the screen before a list proves it.

use std::sync::Arc;

use crate::domain::{Card, CustomerNumber, Language, Token};
use crate::removal::{
    LeftName, LeftOver, Maker, Picked, Policy, RevocationReport, RevocationRequest, Scope, Told,
    each_token_once,
};

use super::action::RevocationAction;
use super::effect::RevocationEffect;
use super::event::RevocationEvent;
use super::state::{CardProgress, Picking, RevocationDialog, RevocationRun};
use crate::model::dialog::Dialog;
use crate::model::effect::Effects;
use crate::model::ids::{RequestId, SessionId};
use crate::model::journal::JournalEffect;
use crate::model::look_up;
use crate::model::look_up::fetch;
use crate::model::notice::NoticeKind;
use crate::model::now::Now;
use crate::model::removal::RunError;
use crate::model::session::Session;
use crate::model::state::State;

pub(in crate::model) fn act(
    state: &mut State,
    action: RevocationAction,
    now: Now,
    fx: &mut Effects,
) {
    match action {
        RevocationAction::Pick(on) => {
            if let Some(customer) = state.session_mut().and_then(|s| s.customer.as_mut()) {
                customer.picking = on.then(|| customer.picking.take().unwrap_or_default());
            }
        }
        RevocationAction::Toggle(index) => {
            let card = state.session().and_then(|session| session.cards().get(index)).cloned();
            let customer = state.session_mut().and_then(|session| session.customer.as_mut());
            if let (Some(card), Some(customer)) = (card, customer) {
                customer.picking.get_or_insert_default().toggle(&card);
            }
        }
        RevocationAction::PickScope(scope) => pick(state, scope, now),
        RevocationAction::Ask => ask(state, now),
        RevocationAction::Resume(name) => resume(state, name, now, fx),
        RevocationAction::Forget(name) => forget(state, name, fx),
        RevocationAction::EditReason(text) => edit(state, |dialog| dialog.reason = text),
        RevocationAction::EditCount(text) => edit(state, |dialog| dialog.typed_count = text),
        RevocationAction::Policy(policy) => edit(state, |dialog| dialog.policy = policy),
        RevocationAction::Confirm { tokens } => confirm(state, &tokens, fx),
        RevocationAction::Stop(number) => stop(state, number, fx),
        RevocationAction::Cancel => {
            state.close_dialog_if(|dialog| matches!(dialog, Dialog::Revocation(_)));
        }
        RevocationAction::Show(number) => show(state, number),
        RevocationAction::SaveReceipt(number) => {
            if let Some(session) = state.session() {
                let runs = session.revocations.iter().filter(|run| run.number == number);
                save_receipts(session.id, runs, state.language(), fx);
            }
        }
    }
}

/// Begins no further card of one that runs.
pub(in crate::model) fn stop(state: &mut State, number: u64, fx: &mut Effects) {
    let session = state.session_mut();
    let run = session.and_then(|s| s.revocations.iter_mut().find(|r| r.number == number));
    if let Some(run) = run.filter(|run| run.is_running()) {
        run.stopping = true;
        fx.push(RevocationEffect::Stop { number });
    }
}

fn edit(state: &mut State, change: impl FnOnce(&mut RevocationDialog)) {
    if let Some(Dialog::Revocation(dialog)) = &mut state.dialog {
        change(dialog);
    }
}

/// Does not offer the rest of one that was cut short again.
fn forget(state: &mut State, name: LeftName, fx: &mut Effects) {
    if let Some(session) = state.session_mut() {
        session.left_over.retain(|left| left.name != name);
        fx.push(RevocationEffect::ForgetLeftOver { session: session.id, name });
    }
}

/// Picks what the scope takes; none for `Chosen`.
fn pick(state: &mut State, scope: Scope, now: Now) {
    let Some(session) = state.session_mut() else { return };
    let taken = |card: &&Card| !card.token.is_empty() && scope.takes(card, now.today());
    let tokens = session.cards().iter().filter(taken).map(|card| card.token.clone()).collect();
    if let Some(customer) = &mut session.customer {
        customer.picking = Some(Picking { tokens });
    }
}

/// Opens the question about the cards that are picked.
fn ask(state: &mut State, now: Now) {
    let Some(session) = state.session() else { return };
    let Some(picking) = session.customer.as_ref().and_then(|c| c.picking.clone()) else { return };
    let all = session.cards();
    let cards: Vec<Card> = all.iter().filter(|card| picking.holds(card)).cloned().collect();
    let takes =
        |scope: Scope| all.iter().all(|card| picking.holds(card) == scope.takes(card, now.today()));
    // What is picked decides, however it was picked.
    let scope = [Scope::All, Scope::Expired].into_iter().find(|scope| takes(*scope));
    open(state, &cards, scope.unwrap_or(Scope::Chosen), None, false);
}

/// Asks about these cards; `takes_over` from the revocation whose rest they are.
fn open(
    state: &mut State,
    cards: &[Card],
    scope: Scope,
    left: Option<&LeftOver>,
    takes_over: bool,
) {
    let Some(session) = state.session() else { return };
    let Some(customer) = session.customer.as_ref().map(|c| c.number.clone()) else { return };
    // One at a time for a customer: what runs is shown instead.
    let running = session.revocations.iter().find(|r| r.is_running() && r.customer == customer);
    if let Some(number) = running.map(|run| run.number) {
        return show(state, number);
    }
    let once: Vec<Card> = each_token_once(cards).into_iter().cloned().collect();
    if once.is_empty() {
        return;
    }
    state.dialog = Some(Dialog::Revocation(RevocationDialog {
        customer,
        cards: once,
        scope,
        policy: Policy::Stop,
        typed_count: String::new(),
        reason: left.and_then(|left| left.reason.clone()).unwrap_or_default(),
        continues: left.filter(|_| takes_over).map(|left| left.name.clone()),
        confirmed: None,
    }));
}

pub(in crate::model) fn show(state: &mut State, number: u64) {
    let Some(session) = state.session() else { return };
    let Some(run) = session.revocations.iter().find(|run| run.number == number) else { return };
    state.dialog = Some(Dialog::Revocation(RevocationDialog {
        customer: run.customer.clone(),
        cards: run.cards.clone(),
        scope: Scope::Chosen,
        policy: Policy::Stop,
        typed_count: String::new(),
        reason: String::new(),
        continues: None,
        confirmed: Some(number),
    }));
}

/// Looks up the customer of a revocation that was cut short; the question opens over the list.
fn resume(state: &mut State, name: LeftName, now: Now, fx: &mut Effects) {
    let Some(session) = state.session_mut() else { return };
    let Some(left) = session.left_over.iter().find(|left| left.name == name) else { return };
    let customer = left.customer.clone();
    session.resuming = Some(name);
    look_up::ask(state, customer, now, fx);
}

/// The revocation that waits for the list that came, where it is on screen: it waits no longer.
fn resumed(session: &mut Session) -> Option<LeftOver> {
    let name = session.resuming.take()?;
    let left = session.left_over.iter().find(|left| left.name == name)?.clone();
    let customer = session.customer.as_ref().filter(|c| c.number == left.customer)?;
    if customer.list.is_loading() {
        session.resuming = Some(name);
        return None;
    }
    customer.list.error().is_none().then_some(left)
}

/// The list that a resumed revocation waited for: the rest that is still on it is asked about.
pub(in crate::model) fn listed(state: &mut State, now: Now, fx: &mut Effects) {
    let Some(session) = state.session_mut() else { return };
    let Some(left) = resumed(session) else { return };
    let list = session.customer.as_ref().and_then(|customer| customer.list.value());
    let Some(list) = list else { return };
    let rest: Vec<Card> =
        list.cards.iter().filter(|card| left.holds(&card.token)).cloned().collect();
    let is_gone = list.proves_absence(|token| left.holds(token)).is_ok();
    // What such a list leaves out is still to be offered, whatever becomes of what it names.
    let is_whole = list.doubt().is_none();
    let customer = left.customer.as_str().to_owned();
    if rest.is_empty() && is_gone {
        state.notify(NoticeKind::RestIsGone { customer }, now);
        return forget(state, left.name, fx);
    }
    if rest.is_empty() {
        state.notify(NoticeKind::RestNotProven { customer }, now);
    }
    open(state, &rest, Scope::Chosen, Some(&left), is_whole);
}

/// Starts it, once: Confirm must name the dialog's cards, and a second click finds the dialog past
/// its question.
fn confirm(state: &mut State, tokens: &[Token], fx: &mut Effects) {
    let number = state.next_number();
    let Some(environment) = state.session().map(|session| session.environment()) else { return };
    let Some(Dialog::Revocation(dialog)) = &state.dialog else { return };
    if dialog.tokens() != tokens || !dialog.may_confirm(environment) {
        return;
    }
    let confirmed = Confirmed {
        customer: dialog.customer.clone(),
        cards: dialog.cards.clone(),
        scope: dialog.scope,
        policy: dialog.policy,
        reason: dialog.reason.clone(),
        continues: dialog.continues.clone(),
    };
    let started = start(state, number, confirmed, fx);
    if let Some(Dialog::Revocation(dialog)) = state.dialog.as_mut().filter(|_| started) {
        dialog.confirmed = Some(number);
    }
}

/// Cards of a customer that a person wants removed.
pub(in crate::model) struct Confirmed {
    pub customer: CustomerNumber,
    /// Each token once.
    pub cards: Vec<Card>,
    pub scope: Scope,
    pub policy: Policy,
    /// As typed.
    pub reason: String,
    pub continues: Option<LeftName>,
}

/// Starts a revocation, and whether it did; none where one of the cards is being removed already.
pub(in crate::model) fn start(
    state: &mut State,
    number: u64,
    confirmed: Confirmed,
    fx: &mut Effects,
) -> bool {
    let operator = Some(state.settings.operator.trim().to_owned()).filter(|name| !name.is_empty());
    let os_user = state.os_user.clone();
    if state.ending {
        return false;
    }
    let Some(session) = state.session_mut() else { return false };
    let Confirmed { customer, cards, scope, policy, reason, continues } = confirmed;
    if cards.iter().any(|card| session.is_removing(&card.token)) {
        return false;
    }
    let request = RevocationRequest {
        server: session.server.clone(),
        credentials: session.credentials.clone(),
        customer: customer.clone(),
        scope,
        cards: cards.iter().map(Picked::from).collect(),
        policy,
        operator,
        reason: Some(reason.trim().to_owned()).filter(|reason| !reason.is_empty()),
        continues,
    };
    if let Some(name) = &request.continues {
        session.left_over.retain(|left| left.name != *name);
    }
    if let Some(shown) = session.customer.as_mut().filter(|shown| shown.number == customer) {
        shown.picking = None;
    }
    session.revocations.push(RevocationRun {
        number,
        customer,
        progress: vec![CardProgress::Waiting; cards.len()],
        cards,
        checking: false,
        stopping: false,
        maker: Maker::named(&request, os_user),
        result: None,
    });
    let request = Box::new(request);
    fx.push(RevocationEffect::Revoke { session: session.id, number, request });
    true
}

pub(in crate::model) fn learn(
    state: &mut State,
    event: RevocationEvent,
    now: Now,
    fx: &mut Effects,
) {
    match event {
        RevocationEvent::Progress { number, told } => progressed(state, number, told),
        RevocationEvent::Ended { number, result } => ended(state, number, result, now, fx),
        RevocationEvent::LeftOverRead(left) => left_over(state, left),
    }
}

fn progressed(state: &mut State, number: u64, told: Told) {
    let Some(session) = state.session_mut() else { return };
    let Some(run) = session.revocations.iter_mut().find(|run| run.number == number) else {
        return;
    };
    let (card, progress) = match told {
        Told::Step { card, step } => (card, CardProgress::Doing(step)),
        Told::Ended { card, outcome } => (card, CardProgress::Ended(outcome)),
        Told::Checking => return run.checking = true,
    };
    if let Some(at) = run.progress.get_mut(card) {
        *at = progress;
    }
}

fn ended(
    state: &mut State,
    number: u64,
    result: Result<Arc<RevocationReport>, RunError>,
    now: Now,
    fx: &mut Effects,
) {
    // Of the queue's expired cards the whole is told, not each customer.
    let is_told = state.session().is_some_and(|s| s.expired_runs().any(|r| r.number == number))
        || matches!(&state.dialog, Some(Dialog::Revocation(dialog))
            if dialog.confirmed == Some(number));
    let Some(session) = state.session_mut() else { return };
    fetch::removal_ended(session, number);
    let id = session.id;
    let Some(run) = session.revocations.iter_mut().find(|run| run.number == number) else {
        return;
    };
    let customer = run.customer.clone();
    let report = result.as_ref().ok().cloned();
    run.result = Some(result);
    if let Some(report) = &report
        && let Some(shown) = session.customer.as_mut().filter(|shown| shown.number == customer)
    {
        // The list at the end is newer than what was asked for before it.
        if report.list.is_ok() {
            shown.request = RequestId(number);
        }
        look_up::take_list(session, report.list.clone(), None, now);
    }
    if !is_told {
        let customer = customer.as_str().to_owned();
        let whole = report.as_ref().map(|report| report.whole());
        state.notify(NoticeKind::RevocationEnded { number, customer, whole }, now);
    }
    fx.push(JournalEffect::Read { session: id });
    fx.push(RevocationEffect::ReadLeftOver { session: id });
}

/// What was cut short at this server for this merchant.
fn left_over(state: &mut State, left: Vec<LeftOver>) {
    let Some(session) = state.session_mut() else { return };
    let merchant = session.credentials.merchant_id;
    session.left_over = left;
    let server = session.server.clone();
    session.left_over.retain(|left| left.is_of(&server, merchant));
}

/// Saves the receipts of those that have ended.
pub(in crate::model) fn save_receipts<'a>(
    session: SessionId,
    runs: impl Iterator<Item = &'a RevocationRun>,
    language: Language,
    fx: &mut Effects,
) {
    let receipts: Vec<_> = runs.filter_map(RevocationRun::receipt).collect();
    if !receipts.is_empty() {
        fx.push(RevocationEffect::SaveReceipts { session, receipts, language });
    }
}
