//! Removing several cards of a customer. Nothing leaves the screen before a list proves it.

use std::sync::Arc;

use crate::domain::{Card, CustomerNumber, Language, Token};
use crate::removal::{
    LeftName, LeftOver, Maker, Picked, Policy, RevocationReport, RevocationRequest, Scope, Told,
    each_token_once,
};

use super::super::action::RevocationAction;
use super::super::effect::Effect;
use super::super::state::{
    CardProgress, Dialog, NoticeKind, Now, Picking, RequestId, RevocationDialog, RevocationRun,
    RunError, SessionId, State,
};
use super::look_up;

pub(super) fn act(state: &mut State, action: RevocationAction, now: Now) -> Vec<Effect> {
    match action {
        RevocationAction::Pick(on) => {
            if let Some(customer) = state.session_mut().and_then(|s| s.customer.as_mut()) {
                customer.picking = on.then(|| customer.picking.take().unwrap_or_default());
            }
            Vec::new()
        }
        RevocationAction::Toggle(index) => {
            let card = state.session().and_then(|session| session.cards().get(index)).cloned();
            let customer = state.session_mut().and_then(|session| session.customer.as_mut());
            if let (Some(card), Some(customer)) = (card, customer) {
                customer.picking.get_or_insert_default().toggle(&card);
            }
            Vec::new()
        }
        RevocationAction::PickScope(scope) => {
            pick(state, scope, now);
            Vec::new()
        }
        RevocationAction::Ask => {
            ask(state, now);
            Vec::new()
        }
        RevocationAction::Resume(name) => resume(state, name, now),
        RevocationAction::Forget(name) => {
            let Some(session) = state.session_mut() else { return Vec::new() };
            session.left_over.retain(|left| left.name != name);
            vec![Effect::ForgetLeftOver { session: session.id, name }]
        }
        RevocationAction::EditReason(text) => edit(state, |dialog| dialog.reason = text),
        RevocationAction::EditCount(text) => edit(state, |dialog| dialog.typed_count = text),
        RevocationAction::Policy(policy) => edit(state, |dialog| dialog.policy = policy),
        RevocationAction::Confirm { tokens } => confirm(state, &tokens),
        RevocationAction::Stop(number) => stop(state, number),
        RevocationAction::Cancel => {
            super::close_dialog_if(state, |dialog| matches!(dialog, Dialog::Revocation(_)));
            Vec::new()
        }
        RevocationAction::Show(number) => {
            show(state, number);
            Vec::new()
        }
        RevocationAction::SaveReceipt(number) => {
            let runs = state.session().into_iter().flat_map(|session| &session.revocations);
            save_receipts(runs.filter(|run| run.number == number), state.language())
        }
    }
}

/// Begins no further card of one that runs.
pub(super) fn stop(state: &mut State, number: u64) -> Vec<Effect> {
    let session = state.session_mut();
    let run = session.and_then(|s| s.revocations.iter_mut().find(|r| r.number == number));
    let Some(run) = run.filter(|run| run.is_running()) else { return Vec::new() };
    run.stopping = true;
    vec![Effect::StopRevocation { number }]
}

fn edit(state: &mut State, change: impl FnOnce(&mut RevocationDialog)) -> Vec<Effect> {
    if let Some(Dialog::Revocation(dialog)) = &mut state.dialog {
        change(dialog);
    }
    Vec::new()
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

pub(super) fn show(state: &mut State, number: u64) {
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
fn resume(state: &mut State, name: LeftName, now: Now) -> Vec<Effect> {
    let Some(session) = state.session_mut() else { return Vec::new() };
    let Some(left) = session.left_over.iter().find(|left| left.name == name) else {
        return Vec::new();
    };
    let customer = left.customer.clone();
    session.resuming = Some(name);
    look_up::ask(state, customer, now)
}

/// The list that a resumed revocation waited for: the rest that is still on it is asked about.
pub(super) fn listed(state: &mut State, now: Now) -> Vec<Effect> {
    let Some(session) = state.session_mut() else { return Vec::new() };
    let Some(name) = session.resuming.clone() else { return Vec::new() };
    let Some(left) = session.left_over.iter().find(|left| left.name == name).cloned() else {
        session.resuming = None;
        return Vec::new();
    };
    let Some(customer) = &session.customer else { return Vec::new() };
    if customer.number != left.customer {
        session.resuming = None;
        return Vec::new();
    }
    if customer.list.is_loading() {
        return Vec::new();
    }
    session.resuming = None;
    if customer.list.error().is_some() {
        return Vec::new();
    }
    let Some(list) = customer.list.value() else { return Vec::new() };
    let rest: Vec<Card> =
        list.cards.iter().filter(|card| left.holds(&card.token)).cloned().collect();
    let is_gone = list.proves_absence(|token| left.holds(token)).is_ok();
    let number = left.customer.as_str().to_owned();
    if rest.is_empty() && is_gone {
        state.notify(NoticeKind::RestIsGone { customer: number }, now);
        return act(state, RevocationAction::Forget(name), now);
    }
    // What such a list leaves out is still to be offered, whatever becomes of what it names.
    let is_whole = list.doubt().is_none();
    if rest.is_empty() {
        state.notify(NoticeKind::RestNotProven { customer: number }, now);
    }
    open(state, &rest, Scope::Chosen, Some(&left), is_whole);
    Vec::new()
}

/// Starts it, once: Confirm must name the dialog's cards, and a second click finds the dialog past
/// its question.
fn confirm(state: &mut State, tokens: &[Token]) -> Vec<Effect> {
    let number = state.next_number();
    let Some(environment) = state.session().map(|session| session.environment()) else {
        return Vec::new();
    };
    let Some(Dialog::Revocation(dialog)) = &state.dialog else { return Vec::new() };
    if dialog.tokens() != tokens || !dialog.may_confirm(environment) {
        return Vec::new();
    }
    let confirmed = Confirmed {
        customer: dialog.customer.clone(),
        cards: dialog.cards.clone(),
        scope: dialog.scope,
        policy: dialog.policy,
        reason: dialog.reason.clone(),
        continues: dialog.continues.clone(),
    };
    let started = start(state, number, confirmed);
    if let Some(Dialog::Revocation(dialog)) = state.dialog.as_mut().filter(|_| started.is_some()) {
        dialog.confirmed = Some(number);
    }
    started.into_iter().collect()
}

/// Cards of a customer that a person wants removed.
pub(super) struct Confirmed {
    pub customer: CustomerNumber,
    /// Each token once.
    pub cards: Vec<Card>,
    pub scope: Scope,
    pub policy: Policy,
    /// As typed.
    pub reason: String,
    pub continues: Option<LeftName>,
}

/// Starts a revocation; none where one of the cards is being removed already.
pub(super) fn start(state: &mut State, number: u64, confirmed: Confirmed) -> Option<Effect> {
    let operator = Some(state.settings.operator.trim().to_owned()).filter(|name| !name.is_empty());
    let os_user = state.os_user.clone();
    if state.ending {
        return None;
    }
    let session = state.session_mut()?;
    let Confirmed { customer, cards, scope, policy, reason, continues } = confirmed;
    if cards.iter().any(|card| session.is_removing(&card.token)) {
        return None;
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
    Some(Effect::Revoke { session: session.id, number, request: Box::new(request) })
}

pub(super) fn told(state: &mut State, id: SessionId, number: u64, told: Told) {
    let Some(session) = state.current(id) else { return };
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

pub(super) fn ended(
    state: &mut State,
    id: SessionId,
    number: u64,
    result: Result<Arc<RevocationReport>, RunError>,
    now: Now,
) -> Vec<Effect> {
    super::ahead::removal_ended(state, number);
    // Of the queue's expired cards the whole is told, not each customer.
    let is_told = state.session().is_some_and(|s| s.expired_runs().any(|r| r.number == number))
        || matches!(&state.dialog, Some(Dialog::Revocation(dialog))
            if dialog.confirmed == Some(number));
    let Some(session) = state.current(id) else {
        state.left_running.retain(|left| *left != number);
        let read = state.session().map(|_| Effect::ReadJournal);
        return read.into_iter().collect();
    };
    let Some(run) = session.revocations.iter_mut().find(|run| run.number == number) else {
        return Vec::new();
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
    let mut effects = vec![Effect::ReadJournal, Effect::ReadLeftOver { session: id }];
    effects.extend(super::expired::run_ended(state, number, now));
    effects
}

/// What was cut short at this server for this merchant.
pub(super) fn left_over(state: &mut State, id: SessionId, left: Vec<LeftOver>) {
    let Some(session) = state.current(id) else { return };
    let merchant = session.credentials.merchant_id;
    session.left_over = left;
    let server = session.server.clone();
    session.left_over.retain(|left| left.is_of(&server, merchant));
}

/// Saves the receipts of those that have ended.
pub(super) fn save_receipts<'a>(
    runs: impl Iterator<Item = &'a RevocationRun>,
    language: Language,
) -> Vec<Effect> {
    let receipts: Vec<_> = runs.filter_map(RevocationRun::receipt).collect();
    match receipts.is_empty() {
        true => Vec::new(),
        false => vec![Effect::SaveReceipts { receipts, language }],
    }
}
