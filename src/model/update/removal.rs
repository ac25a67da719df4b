//! Removing one card. Nothing leaves the screen before a list proves it.

use crate::api::ApiError;
use crate::domain::Token;
use crate::removal::{CardSnapshot, Outcome, RemovalReport, RemovalRequest, Step};

use super::super::action::RemovalAction;
use super::super::effect::Effect;
use super::super::state::{
    Dialog, NoticeKind, Now, RemovalDialog, RemovalRun, RemovalStage, RequestId, RunError,
    SessionId, State,
};
use super::look_up;

pub(super) fn act(state: &mut State, action: RemovalAction) -> Vec<Effect> {
    match action {
        RemovalAction::Ask(index) => ask(state, index),
        RemovalAction::EditReason(text) => {
            if let Some(Dialog::Removal(dialog)) = &mut state.dialog {
                dialog.reason = text;
            }
            Vec::new()
        }
        RemovalAction::EditTyped(text) => {
            if let Some(Dialog::Removal(dialog)) = &mut state.dialog {
                dialog.typed = text;
            }
            Vec::new()
        }
        RemovalAction::Confirm { token } => confirm(state, &token),
        RemovalAction::Cancel => {
            super::close_dialog_if(state, |dialog| matches!(dialog, Dialog::Removal(_)));
            Vec::new()
        }
    }
}

/// Opens the question; where the card's removal is under way already, its progress.
fn ask(state: &mut State, index: usize) -> Vec<Effect> {
    let Some(session) = state.session() else { return Vec::new() };
    let Some(card) = session.cards().get(index).cloned() else { return Vec::new() };
    let Some(customer) = session.customer.as_ref().map(|c| c.number.clone()) else {
        return Vec::new();
    };
    let among = session.running_revocation(&card.token).map(|run| run.number);
    if let Some(number) = among {
        super::revocation::show(state, number);
        return Vec::new();
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
    Vec::new()
}

/// Starts the protocol, once: Confirm must name the dialog's card, and a second click finds the
/// dialog past its question.
fn confirm(state: &mut State, token: &Token) -> Vec<Effect> {
    let number = state.next_number();
    let operator = Some(state.settings.operator.trim().to_owned()).filter(|name| !name.is_empty());
    let Some(session) = state.session() else { return Vec::new() };
    let (id, server) = (session.id, session.server.clone());
    let (credentials, environment) = (session.credentials.clone(), session.environment());
    let is_refused = state.ending || session.is_removing(token);
    let Some(Dialog::Removal(dialog)) = &mut state.dialog else { return Vec::new() };
    if is_refused || dialog.card.token != *token || !dialog.may_confirm(environment) {
        return Vec::new();
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
    vec![Effect::Remove { session: id, number, request: Box::new(request) }]
}

pub(super) fn stepped(state: &mut State, id: SessionId, number: u64, step: Step) {
    let Some(session) = state.current(id) else { return };
    if let Some(run) = session.removals.iter_mut().find(|run| run.number == number) {
        run.step = Some(step);
    }
}

pub(super) fn ended(
    state: &mut State,
    id: SessionId,
    number: u64,
    result: Result<RemovalReport, RunError>,
    now: Now,
) -> Vec<Effect> {
    super::ahead::removal_ended(state, number);
    let on_screen = matches!(&state.dialog, Some(Dialog::Removal(dialog))
        if dialog.stage == RemovalStage::Confirmed { number });
    let Some(session) = state.current(id) else {
        state.left_running.retain(|left| *left != number);
        let read = state.session().map(|_| Effect::ReadJournal);
        return read.into_iter().collect();
    };
    let Some(run) = session.removals.iter_mut().find(|run| run.number == number) else {
        return Vec::new();
    };
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
    vec![Effect::ReadJournal]
}

fn fresh_list(report: &RemovalReport) -> Option<Result<crate::domain::CardList, ApiError>> {
    match (&report.list, &report.list_error) {
        (Some(list), _) => Some(Ok(list.clone())),
        (None, Some(error)) => Some(Err(error.clone())),
        (None, None) => None,
    }
}
