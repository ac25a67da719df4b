//! The queue: given as a list, filtered, stepped through.

use crate::batch::CustomerFile;
use crate::domain::CustomerNumber;
use crate::settings::ExportError;

use super::super::action::QueueAction;
use super::super::effect::Effect;
use super::super::state::{Dialog, NoticeKind, Now, Page, QueueDialog, Session, SessionId, State};
use super::look_up;

pub(super) fn act(state: &mut State, action: QueueAction, now: Now) -> Vec<Effect> {
    match action {
        QueueAction::Give(text) => {
            if state.session().is_some() && state.dialog.is_none() {
                let mut dialog = QueueDialog::default();
                dialog.take_text(text);
                state.dialog = Some(Dialog::Queue(dialog));
            }
            Vec::new()
        }
        QueueAction::Edit(text) => {
            if let Some(Dialog::Queue(dialog)) = &mut state.dialog {
                dialog.take_text(text);
            }
            Vec::new()
        }
        QueueAction::EditPath(path) => {
            if let Some(Dialog::Queue(dialog)) = &mut state.dialog {
                dialog.path = path;
            }
            Vec::new()
        }
        QueueAction::Read(path) => {
            let may = matches!(state.dialog, None | Some(Dialog::Queue(_)));
            let session = state.session().filter(|_| may).map(|session| session.id);
            session.map(|session| Effect::ReadQueue { session, path }).into_iter().collect()
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
            let numbers: Vec<&str> = rows.map(|row| row.number.as_str()).collect();
            let text = numbers.join("\n");
            session.batch.take_text(text);
            session.page = Page::Batch;
        }
        QueueAction::Search(text) => session.queue.search = text,
        QueueAction::Filter(filter) => session.queue.filter = filter,
        QueueAction::Give(_)
        | QueueAction::Edit(_)
        | QueueAction::EditPath(_)
        | QueueAction::Read(_)
        | QueueAction::Take
        | QueueAction::Step { .. } => {}
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

/// A file of customers was read for the queue.
pub(super) fn was_read(
    state: &mut State,
    id: SessionId,
    result: Result<CustomerFile, ExportError>,
    now: Now,
) {
    if state.current(id).is_none() {
        return;
    }
    match result {
        Ok(list) if matches!(state.dialog, None | Some(Dialog::Queue(_))) => {
            let numbers: Vec<&str> = list.numbers.iter().map(CustomerNumber::as_str).collect();
            let text = numbers.join("\n");
            state.dialog = Some(Dialog::Queue(QueueDialog { text, list, path: String::new() }));
        }
        Ok(_) => {}
        Err(error) => state.notify(NoticeKind::SaveFailed(error), now),
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
