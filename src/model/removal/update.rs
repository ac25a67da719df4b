//! Removing one card. Nothing leaves the screen before a list proves it.

use crate::api::ApiError;
use crate::domain::{CardList, Token};
use crate::removal::{CardSnapshot, Outcome, RemovalReport, RemovalRequest};

use super::action::RemovalAction;
use super::dialog::{RemovalDialog, RemovalStage};
use super::effect::RemovalEffect;
use super::event::RemovalEvent;
use super::state::{RemovalRun, RunError};
use crate::model::dialog::Dialog;
use crate::model::effect::Effects;
use crate::model::ids::RequestId;
use crate::model::journal::JournalEffect;
use crate::model::look_up::fetch;
use crate::model::notice::NoticeKind;
use crate::model::now::Now;
use crate::model::state::State;
use crate::model::{look_up, revocation};

pub(in crate::model) fn act(state: &mut State, action: RemovalAction, fx: &mut Effects) {
    match action {
        RemovalAction::Ask(index) => ask(state, index),
        RemovalAction::EditReason(text) => {
            if let Some(Dialog::Removal(dialog)) = &mut state.dialog {
                dialog.reason = text;
            }
        }
        RemovalAction::EditTyped(text) => {
            if let Some(Dialog::Removal(dialog)) = &mut state.dialog {
                dialog.typed = text;
            }
        }
        RemovalAction::Confirm { token } => confirm(state, &token, fx),
        RemovalAction::Cancel => {
            state.close_dialog_if(|dialog| matches!(dialog, Dialog::Removal(_)));
        }
    }
}

/// Opens the question; where the card's removal is under way already, its progress.
fn ask(state: &mut State, index: usize) {
    let Some(session) = state.session() else { return };
    let Some(card) = session.cards().get(index).cloned() else { return };
    let Some(customer) = session.customer.as_ref().map(|c| c.number.clone()) else { return };
    if let Some(number) = session.running_revocation(&card.token).map(|run| run.number) {
        return revocation::show(state, number);
    }
    let running = session.running_removal(&card.token).map(|run| run.number);
    let stage = running.map_or(RemovalStage::Asking, |number| RemovalStage::Confirmed { number });
    state.dialog = Some(Dialog::Removal(RemovalDialog {
        card,
        customer,
        typed: String::new(),
        reason: String::new(),
        stage,
    }));
}

/// Starts the protocol, once: Confirm must name the dialog's card, and a second click finds the
/// dialog past its question.
fn confirm(state: &mut State, token: &Token, fx: &mut Effects) {
    let number = state.next_number();
    let operator = Some(state.settings.operator.trim().to_owned()).filter(|name| !name.is_empty());
    let Some(session) = state.session() else { return };
    let (id, server) = (session.id, session.server.clone());
    let (credentials, environment) = (session.credentials.clone(), session.environment());
    let is_refused = state.ending || session.is_removing(token);
    let Some(Dialog::Removal(dialog)) = &mut state.dialog else { return };
    if is_refused || dialog.card.token != *token || !dialog.may_confirm(environment) {
        return;
    }
    dialog.stage = RemovalStage::Confirmed { number };
    let (card, customer) = (dialog.card.clone(), dialog.customer.clone());
    let reason = Some(dialog.reason.trim().to_owned()).filter(|reason| !reason.is_empty());
    let request = RemovalRequest {
        server,
        credentials,
        customer: customer.clone(),
        card: CardSnapshot::from(&card),
        operator,
        reason,
    };
    if let Some(session) = state.session_mut() {
        session.removals.push(RemovalRun { number, customer, card, step: None, result: None });
    }
    fx.push(RemovalEffect::Remove { session: id, number, request: Box::new(request) });
}

pub(in crate::model) fn learn(state: &mut State, event: RemovalEvent, now: Now, fx: &mut Effects) {
    match event {
        RemovalEvent::Step { number, step } => {
            let runs = state.session_mut().map(|session| session.removals.iter_mut());
            let run = runs.and_then(|mut runs| runs.find(|run| run.number == number));
            if let Some(run) = run {
                run.step = Some(step);
            }
        }
        RemovalEvent::Ended { number, result } => ended(state, number, result, now, fx),
    }
}

fn ended(
    state: &mut State,
    number: u64,
    result: Result<RemovalReport, RunError>,
    now: Now,
    fx: &mut Effects,
) {
    let on_screen = matches!(&state.dialog, Some(Dialog::Removal(dialog))
        if dialog.stage == RemovalStage::Confirmed { number });
    let Some(session) = state.session_mut() else { return };
    fetch::removal_ended(session, number);
    let id = session.id;
    let Some(run) = session.removals.iter_mut().find(|run| run.number == number) else { return };
    let customer = run.customer.clone();
    let card = format!("{} ···· {}", run.card.brand.short(), run.card.last_four.as_str());
    let (fresh, outcome) = match &result {
        Ok(report) => (fresh_list(report), report.outcome.clone()),
        Err(
            RunError::NotBegun(_)
            | RunError::NotRevoked(_)
            | RunError::NoClient(_)
            | RunError::NeverBegun,
        ) => (None, Outcome::NotSent),
        Err(RunError::Lost) => (None, Outcome::Unverified),
    };
    run.result = Some(result);
    if let Some(list) = fresh
        && let Some(shown) = session.customer.as_mut().filter(|shown| shown.number == customer)
    {
        // The list that decided is newer than what was asked for before it; without one, a
        // look-up under way may still answer.
        if list.is_ok() {
            shown.request = RequestId(number);
        }
        look_up::take_list(session, list, None, now);
    }
    if !on_screen {
        state.notify(NoticeKind::RemovalEnded { card, outcome }, now);
    }
    fx.push(JournalEffect::Read { session: id });
}

fn fresh_list(report: &RemovalReport) -> Option<Result<CardList, ApiError>> {
    match (&report.list, &report.list_error) {
        (Some(list), _) => Some(Ok(list.clone())),
        (None, Some(error)) => Some(Err(error.clone())),
        (None, None) => None,
    }
}
