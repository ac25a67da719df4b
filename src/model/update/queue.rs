//! The queue: given as a list, filtered, stepped through.

use crate::domain::CustomerNumber;

use super::super::action::QueueAction;
use super::super::effect::Effect;
use super::super::state::{Dialog, ListDraft, Now, Page, Session, SessionId, State};
use super::look_up;

pub(super) fn act(state: &mut State, action: QueueAction, now: Now) -> Vec<Effect> {
    match action {
        QueueAction::Give(text) => {
            if state.session().is_some() && state.dialog.is_none() {
                let mut draft = ListDraft::default();
                draft.take_text(text, &state.columns);
                state.dialog = Some(Dialog::Queue(draft));
            }
            Vec::new()
        }
        QueueAction::Take => take(state, now),
        QueueAction::Step { back } => step(state, back, now),
        QueueAction::End
        | QueueAction::Verify
        | QueueAction::Search(_)
        | QueueAction::Filter(_) => {
            if let Some(session) = state.session_mut() {
                change(session, action);
            }
            Vec::new()
        }
    }
}

fn change(session: &mut Session, action: QueueAction) {
    match action {
        QueueAction::End => {
            let known = known(session);
            session.queue.end_list(&known);
        }
        QueueAction::Verify => {
            let rows = session.queue.rows().iter();
            let numbers = rows.map(|row| row.number.clone()).collect();
            session.batch.draft.take_numbers(numbers);
            session.page = Page::Batch;
        }
        QueueAction::Search(text) => session.queue.search = text,
        QueueAction::Filter(filter) => session.queue.filter = filter,
        QueueAction::Give(_) | QueueAction::Take | QueueAction::Step { .. } => {}
    }
}

/// Numbers of the customers that the server is known to have.
pub(super) fn known(session: &Session) -> Vec<CustomerNumber> {
    let known = session.known.iter();
    known.filter_map(|known| CustomerNumber::parse(&known.number).ok()).collect()
}

/// The list of the dialog becomes the queue, and its first customer comes on screen.
fn take(state: &mut State, now: Now) -> Vec<Effect> {
    let Some(Dialog::Queue(dialog)) = &mut state.dialog else { return Vec::new() };
    if dialog.list.numbers.is_empty() {
        return Vec::new();
    }
    let list = std::mem::take(&mut dialog.list);
    state.dialog = None;
    let Some(session) = state.session_mut() else { return Vec::new() };
    session.queue.take(&list.numbers);
    let on_screen = session.customer.as_ref().map(|customer| &customer.number);
    match list.numbers.first() {
        // Somebody who is looked at already is not asked for anew.
        Some(first) if on_screen == Some(first) => Vec::new(),
        Some(first) => look_up::begin(look_up::open(state, first.clone(), now)),
        None => Vec::new(),
    }
}

/// Customers opened in earlier sessions.
pub(super) fn recent_read(
    state: &mut State,
    id: SessionId,
    recent: Vec<CustomerNumber>,
) -> Vec<Effect> {
    if let Some(session) = state.current(id) {
        session.recent = recent;
    }
    Vec::new()
}

/// To the next customer shown in the queue, or to the one before; never from under a dialog.
fn step(state: &mut State, back: bool, now: Now) -> Vec<Effect> {
    if state.dialog.is_some() {
        return Vec::new();
    }
    let Some(session) = state.session() else { return Vec::new() };
    let current = session.customer.as_ref().map(|customer| &customer.number);
    let row = match back {
        false => session.queue.after(current).next(),
        true => session.queue.before(current).next(),
    };
    let Some(number) = row.map(|row| row.number.clone()) else { return Vec::new() };
    look_up::begin(look_up::step_to(state, number, now))
}
