//! The queue: given as a list, filtered, stepped through.

use crate::domain::CustomerNumber;

use super::action::QueueAction;
use super::event::QueueEvent;
use crate::model::dialog::Dialog;
use crate::model::effect::Effects;
use crate::model::lists::ListDraft;
use crate::model::look_up;
use crate::model::notice::NoticeKind;
use crate::model::now::Now;
use crate::model::session::{Page, Session};
use crate::model::state::State;

pub(in crate::model) fn act(state: &mut State, action: QueueAction, now: Now, fx: &mut Effects) {
    match action {
        QueueAction::Give(text) => {
            if state.session().is_some() && state.dialog.is_none() {
                let mut draft = ListDraft::default();
                draft.take_text(text, &state.columns);
                state.dialog = Some(Dialog::Queue(draft));
            }
        }
        QueueAction::Take => take(state, now, fx),
        QueueAction::Step { back } => step(state, back, now, fx),
        QueueAction::End
        | QueueAction::Verify
        | QueueAction::Search(_)
        | QueueAction::Filter(_) => {
            if let Some(session) = state.session_mut() {
                change(session, action);
            }
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
pub(in crate::model) fn known(session: &Session) -> Vec<CustomerNumber> {
    let known = session.known.iter();
    known.filter_map(|known| CustomerNumber::parse(&known.number).ok()).collect()
}

/// The list of the dialog becomes the queue, and its first customer comes on screen.
fn take(state: &mut State, now: Now, fx: &mut Effects) {
    let Some(Dialog::Queue(dialog)) = &state.dialog else { return };
    if dialog.list.numbers.is_empty() {
        return;
    }
    if state.session().is_some_and(|session| session.is_password_among(&dialog.list.numbers)) {
        return state.notify(NoticeKind::PasswordInList, now);
    }
    let Some(Dialog::Queue(dialog)) = &mut state.dialog else { return };
    let list = std::mem::take(&mut dialog.list);
    state.dialog = None;
    let Some(session) = state.session_mut() else { return };
    session.queue.take(&list.numbers);
    let on_screen = session.customer.as_ref().map(|customer| &customer.number);
    // Somebody who is looked at already is not asked for anew.
    if let Some(first) = list.numbers.first().filter(|first| on_screen != Some(*first)) {
        look_up::begin_with(state, first.clone(), now, fx);
    }
}

pub(in crate::model) fn learn(state: &mut State, event: QueueEvent) {
    let QueueEvent::RecentRead(recent) = event;
    if let Some(session) = state.session_mut() {
        session.recent = recent;
    }
}

/// To the next customer shown in the queue, or to the one before; never from under a dialog.
fn step(state: &mut State, back: bool, now: Now, fx: &mut Effects) {
    if state.dialog.is_some() {
        return;
    }
    let Some(session) = state.session() else { return };
    let current = session.customer.as_ref().map(|customer| &customer.number);
    let row = match back {
        false => session.queue.after(current).next(),
        true => session.queue.before(current).next(),
    };
    if let Some(number) = row.map(|row| row.number.clone()) {
        look_up::step_to(state, number, now, fx);
    }
}
