//! The journal page.

use crate::domain::cell::Separator;
use crate::journal::RemovalRecord;
use crate::removal::Settled;

use super::action::JournalAction;
use super::effect::JournalEffect;
use super::event::JournalEvent;
use super::state::TakeOn;
use crate::model::dialog::Dialog;
use crate::model::effect::Effects;
use crate::model::notice::NoticeKind;
use crate::model::now::Now;
use crate::model::session::Page;
use crate::model::state::State;

pub(in crate::model) fn act(state: &mut State, action: JournalAction, fx: &mut Effects) {
    match action {
        JournalAction::Reload => read(state, fx),
        JournalAction::ShowUnresolved => show_unresolved(state, fx),
        JournalAction::Filter(text) => state.journal.filter = text,
        JournalAction::Toggle { removal } => {
            let open = state.journal.open.as_deref() == Some(removal.as_str());
            state.journal.open = (!open).then_some(removal);
        }
        JournalAction::Export => {
            if let Some(session) = state.session().map(|session| session.id) {
                let separator = Separator::usual_in(state.language());
                let filter = state.journal.filter.clone();
                fx.push(JournalEffect::Export { session, filter, separator });
            }
        }
        JournalAction::AskTakeOn { line } => {
            if state.session().is_some() {
                state.dialog = Some(Dialog::TakeOn(TakeOn { line, reason: String::new() }));
            }
        }
        JournalAction::EditTakeOn(text) => {
            if let Some(Dialog::TakeOn(dialog)) = &mut state.dialog {
                dialog.reason = text;
            }
        }
        JournalAction::TakeOn => take_on(state, fx),
        JournalAction::PutAside(removals) => state.put_aside.extend(removals),
        JournalAction::Resolve { removal } => {
            let Some(session) = state.session() else { return };
            let (id, credentials) = (session.id, Box::new(session.credentials.clone()));
            let is_open = state.unresolved().iter().any(|open| open.id().as_str() == removal);
            if is_open && !state.journal.resolving.contains(&removal) {
                state.journal.resolving.push(removal.clone());
                fx.push(JournalEffect::Resolve { session: id, removal, credentials });
            }
        }
    }
}

/// A second click finds the dialog gone.
fn take_on(state: &mut State, fx: &mut Effects) {
    let Some(session) = state.session() else { return };
    let Some(Dialog::TakeOn(TakeOn { line, reason })) = &state.dialog else { return };
    if state.unfit(session, reason).is_some() {
        return;
    }
    let (session, line, reason) = (session.id, *line, reason.clone());
    let operator = state.settings.operator.clone();
    state.dialog = None;
    fx.push(JournalEffect::TakeOn { session, line, operator, reason });
}

/// One that can be resolved here goes first.
fn show_unresolved(state: &mut State, fx: &mut Effects) {
    let Some(session) = state.session() else { return };
    let is_here = |record: &&RemovalRecord| {
        let subject = record.subject();
        subject.merchant == session.credentials.merchant_id
            && subject.server == session.server.host_and_port()
    };
    let unresolved = state.unresolved();
    let open = unresolved.iter().find(is_here).or(unresolved.first());
    let open = open.map(|record| record.id().as_str().to_owned());
    show(state, open, fx);
}

/// Opens the page at a removal.
pub(in crate::model) fn show(state: &mut State, removal: Option<String>, fx: &mut Effects) {
    state.journal.open = removal;
    state.journal.filter.clear();
    state.dialog = None;
    if let Some(session) = state.session_mut() {
        session.page = Page::Journal;
    }
    read(state, fx);
}

pub(in crate::model) fn read(state: &mut State, fx: &mut Effects) {
    if let Some(session) = state.session().map(|session| session.id) {
        state.journal.view.start();
        fx.push(JournalEffect::Read { session });
    }
}

pub(in crate::model) fn learn(state: &mut State, event: JournalEvent, now: Now, fx: &mut Effects) {
    match event {
        JournalEvent::Read(result) => state.journal.view.finish(result),
        JournalEvent::Exported(Ok(path)) => state.notify(NoticeKind::Exported { path }, now),
        JournalEvent::Exported(Err(error)) => state.notify(NoticeKind::ExportFailed(error), now),
        JournalEvent::Resolved { removal, result } => {
            state.journal.resolving.retain(|other| *other != removal);
            state.journal.resolve_error = result.err().map(|error| (removal, error));
            read(state, fx);
        }
        JournalEvent::TakenOn(result) => {
            state.notify(result.map_or_else(NoticeKind::NotTakenOn, NoticeKind::TakenOn), now);
            read(state, fx);
        }
        JournalEvent::Settled { settled } => {
            for Settled { subject, outcome, .. } in settled {
                let card = format!("{} ···· {}", subject.brand, subject.last_four.as_str());
                let customer = subject.customer.as_str().to_owned();
                state.notify(NoticeKind::RemovalSettled { card, customer, outcome }, now);
            }
            read(state, fx);
        }
    }
}
