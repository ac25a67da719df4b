//! Removing cards. Nothing leaves the screen before a list proves it.

use std::sync::Arc;

use crate::domain::Card;
use crate::removal::{CustomerReport, Pending, PendingId, Progress, Report, Scope};

use super::action::RemovalAction;
use super::effect::RemovalEffect;
use super::event::RemovalEvent;
use super::question::{Extent, Question, RemovalDialog};
use super::run::{CardProgress, RunError};
use super::{choose, start, survey};
use crate::model::dialog::Dialog;
use crate::model::effect::Effects;
use crate::model::ids::RequestId;
use crate::model::journal::{self, JournalEffect};
use crate::model::look_up;
use crate::model::notice::NoticeKind;
use crate::model::now::Now;
use crate::model::session::Session;
use crate::model::state::State;

pub(in crate::model) fn act(state: &mut State, action: RemovalAction, now: Now, fx: &mut Effects) {
    match action {
        RemovalAction::Pick(on) => choose::pick(state, on),
        RemovalAction::Toggle(index) => choose::toggle(state, index),
        RemovalAction::PickScope(scope) => {
            if let Some(session) = state.session_mut() {
                choose::pick_scope(session, scope, now);
            }
        }
        RemovalAction::Ask(index) => ask(state, index),
        RemovalAction::AskPicked => ask_picked(state, now),
        RemovalAction::FindExpired => survey::find(state),
        RemovalAction::FindAgain => edit(state, survey::find_again),
        RemovalAction::Resume(id) => resume(state, id, now, fx),
        RemovalAction::Forget(id) => forget(state, id, fx),
        RemovalAction::EditReason(text) => edit(state, |question| question.reason = text),
        RemovalAction::EditTyped(text) => edit(state, |question| question.typed = text),
        RemovalAction::Policy(policy) => edit(state, |question| question.policy = policy),
        RemovalAction::Confirm { tokens } => start::confirm(state, &tokens, fx),
        RemovalAction::Stop(number) => stop(state, number, fx),
        RemovalAction::Cancel => {
            state.close_dialog_if(|dialog| matches!(dialog, Dialog::Removal(_)));
        }
        RemovalAction::Show(number) => show(state, number),
        RemovalAction::SaveReceipt(number) => save_receipt(state, number, fx),
        RemovalAction::ShowInJournal(number) => {
            let run = state.session().and_then(|session| session.removal(number));
            let id = run.and_then(|run| run.only_end()?.id()).map(|id| id.as_str().to_owned());
            if id.is_some() {
                journal::show(state, id, fx);
            }
        }
    }
}

/// Changes what may be changed before Confirm.
fn edit(state: &mut State, change: impl FnOnce(&mut Question)) {
    if let Some(question) = state.question_mut() {
        change(question);
    }
}

fn show(state: &mut State, number: u64) {
    if state.session().is_some_and(|session| session.removal(number).is_some()) {
        state.dialog = Some(Dialog::Removal(RemovalDialog::Run(number)));
    }
}

fn open(state: &mut State, question: Question) {
    state.dialog = Some(Dialog::Removal(RemovalDialog::Asking(question)));
}

/// Opens the question; where the card's removal is under way already, its progress.
fn ask(state: &mut State, index: usize) {
    let Some(session) = state.session() else { return };
    let Some(card) = session.cards().get(index).cloned() else { return };
    let Some(customer) = session.customer.as_ref().map(|c| c.number.clone()) else { return };
    match session.running_removal(&card.token).map(|run| run.number) {
        Some(number) => show(state, number),
        None => open(state, Question::about(Extent::Card, Scope::One, customer, &[card])),
    }
}

/// Opens the question about the cards that are picked.
fn ask_picked(state: &mut State, now: Now) {
    let Some(session) = state.session() else { return };
    let Some(picking) = session.customer.as_ref().and_then(|c| c.picking.as_ref()) else { return };
    let all = session.cards();
    let cards: Vec<Card> = all.iter().filter(|card| picking.holds(card)).cloned().collect();
    let scope = picking.scope(all, now);
    ask_about(state, &cards, scope, None, false);
}

/// Asks about these cards of the customer on screen; `takes_over` from the removal whose rest they are.
fn ask_about(
    state: &mut State,
    cards: &[Card],
    scope: Scope,
    pending: Option<&Pending>,
    takes_over: bool,
) {
    let Some(session) = state.session() else { return };
    let Some(customer) = session.customer.as_ref().map(|c| c.number.clone()) else { return };
    // One at a time for a customer: what runs is shown instead.
    let mut running = session.removals.iter().filter(|run| run.is_running());
    let running = running.find(|run| run.extent != Extent::Card && run.is_of(&customer));
    if let Some(number) = running.map(|run| run.number) {
        return show(state, number);
    }
    if !cards.is_empty() {
        let question = Question::about(Extent::Customer, scope, customer, cards);
        let reason = pending.and_then(|pending| pending.reason.clone()).unwrap_or_default();
        let continues = pending.filter(|_| takes_over).map(|pending| pending.id.clone());
        open(state, Question { reason, continues, ..question });
    }
}

/// Does not offer the rest of one that was cut short again.
fn forget(state: &mut State, id: PendingId, fx: &mut Effects) {
    if let Some(session) = state.session_mut() {
        session.pending.retain(|pending| pending.id != id);
        fx.push(RemovalEffect::ForgetPending { session: session.id, id });
    }
}

/// Looks up the customer of a removal that was cut short; the question opens over the list.
fn resume(state: &mut State, id: PendingId, now: Now, fx: &mut Effects) {
    let Some(session) = state.session_mut() else { return };
    let Some(pending) = session.pending.iter().find(|pending| pending.id == id) else { return };
    let customer = pending.customer.clone();
    session.resuming = Some(id);
    look_up::ask(state, customer, now, fx);
}

/// The removal that waits for the list that came, where it is on screen: it waits no longer.
fn resumed(session: &mut Session) -> Option<Pending> {
    let id = session.resuming.take()?;
    let pending = session.pending.iter().find(|pending| pending.id == id)?.clone();
    let customer = session.customer.as_ref().filter(|c| c.number == pending.customer)?;
    if customer.list.is_loading() {
        session.resuming = Some(id);
        return None;
    }
    customer.list.error().is_none().then_some(pending)
}

/// The list that a resumed removal waited for: the rest that is still on it is asked about.
pub(in crate::model) fn listed(state: &mut State, now: Now, fx: &mut Effects) {
    let Some(session) = state.session_mut() else { return };
    let Some(pending) = resumed(session) else { return };
    let list = session.customer.as_ref().and_then(|customer| customer.list.value());
    let Some(list) = list else { return };
    let rest = list.cards.iter().filter(|card| pending.holds(&card.token));
    let rest: Vec<Card> = rest.cloned().collect();
    let is_gone = list.proves_absence(|token| pending.holds(token)).is_ok();
    // What such a list leaves out is still to be offered, whatever becomes of what it names.
    let is_whole = list.doubt().is_none();
    let customer = pending.customer.as_str().to_owned();
    if rest.is_empty() && is_gone {
        state.notify(NoticeKind::RestIsGone { customer }, now);
        return forget(state, pending.id, fx);
    }
    if rest.is_empty() {
        state.notify(NoticeKind::RestNotProven { customer }, now);
    }
    ask_about(state, &rest, Scope::Chosen, Some(&pending), is_whole);
}

/// Begins no further card of one that runs. A card by itself comes to its end.
pub(in crate::model) fn stop(state: &mut State, number: u64, fx: &mut Effects) {
    let run = state.session_mut().and_then(|session| session.removal_mut(number));
    if let Some(run) = run.filter(|run| run.is_running() && run.extent != Extent::Card) {
        run.stopping = true;
        fx.push(RemovalEffect::Stop { number });
    }
}

/// Saves a receipt for each customer that has ended.
fn save_receipt(state: &State, number: u64, fx: &mut Effects) {
    let language = state.language();
    let Some(session) = state.session() else { return };
    let Some(run) = session.removal(number) else { return };
    let receipts: Vec<_> =
        run.reports().map(|report| (Arc::clone(report), run.issuer.clone())).collect();
    if !receipts.is_empty() {
        fx.push(RemovalEffect::SaveReceipts { session: session.id, receipts, language });
    }
}

pub(in crate::model) fn learn(state: &mut State, event: RemovalEvent, now: Now, fx: &mut Effects) {
    let Some(session) = state.session_mut() else { return };
    match event {
        RemovalEvent::Progress { number, progress } => {
            progressed(session, number, progress, now, fx);
        }
        RemovalEvent::Ended { number, result } => ended(state, number, result, now, fx),
        // What was cut short at this server for this merchant.
        RemovalEvent::PendingRead(pending) => {
            let (server, merchant) = (session.server.clone(), session.credentials.merchant_id);
            session.pending = pending;
            session.pending.retain(|pending| pending.is_of(&server, merchant));
        }
    }
}

fn progressed(session: &mut Session, number: u64, progress: Progress, now: Now, fx: &mut Effects) {
    let Some(run) = session.removal_mut(number).filter(|run| run.is_running()) else { return };
    let (place, progress) = match progress {
        Progress::Step { card, step } => (card, CardProgress::Doing(step)),
        Progress::Ended { card, outcome } => (card, CardProgress::Ended(outcome)),
        Progress::Checking => {
            let open = run.planned().filter(|of| of.report.is_none()).count();
            run.checking = open <= 1;
            return;
        }
        Progress::Next(report) => {
            reported(session, number, &report, now);
            return fx.push(JournalEffect::Read { session: session.id });
        }
    };
    if let Some(card) = run.card_mut(place) {
        card.progress = progress;
    }
}

/// A customer's cards have come to their end.
fn reported(session: &mut Session, number: u64, report: &Arc<CustomerReport>, now: Now) {
    if !session.removal_mut(number).is_some_and(|run| run.take(report)) {
        return;
    }
    // Fetched ahead before that, a list is old.
    session.ahead.take(&report.customer);
    let shown = session.customer.as_mut().filter(|shown| shown.number == report.customer);
    if let Some(shown) = shown {
        // The list at the end is newer than what was asked for before it; without one, a look-up
        // under way may still answer.
        if report.list.is_ok() {
            shown.request = RequestId(number);
        }
        look_up::take_list(session, report.list.clone(), None, now);
    }
}

fn ended(
    state: &mut State,
    number: u64,
    result: Result<Report, RunError>,
    now: Now,
    fx: &mut Effects,
) {
    let on_screen = matches!(&state.dialog,
        Some(Dialog::Removal(RemovalDialog::Run(shown))) if *shown == number);
    let Some(session) = state.session_mut() else { return };
    let id = session.id;
    for report in result.iter().flat_map(|report| &report.customers) {
        reported(session, number, report, now);
    }
    let Some(run) = session.removals.iter_mut().find(|run| run.number == number) else { return };
    run.end(result.map(|_| ()));
    let (end, is_alone) = (run.notice(), run.extent == Extent::Card);
    for of in &run.customers {
        session.ahead.take(&of.number);
    }
    if let Some(end) = end.filter(|_| !on_screen) {
        state.notify(NoticeKind::RemovalEnded { number, end }, now);
    }
    fx.push(JournalEffect::Read { session: id });
    if !is_alone {
        fx.push(RemovalEffect::ReadPending { session: id });
    }
}
