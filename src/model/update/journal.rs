//! The journal page.

use std::path::PathBuf;

use crate::domain::cell::Separator;
use crate::journal::{JournalError, RemovalRecord};
use crate::removal::{ResolveError, Settled};

use super::super::action::JournalAction;
use super::super::effect::Effect;
use super::super::state::{JournalReading, NoticeKind, Now, Page, SessionId, State};

pub(super) fn act(state: &mut State, action: JournalAction) -> Vec<Effect> {
    match action {
        JournalAction::Reload => read(state),
        JournalAction::ShowUnresolved => show_unresolved(state),
        JournalAction::Filter(text) => {
            state.journal.filter = text;
            Vec::new()
        }
        JournalAction::Toggle { removal } => {
            let open = state.journal.open.as_deref() == Some(removal.as_str());
            state.journal.open = (!open).then_some(removal);
            Vec::new()
        }
        JournalAction::Export => {
            let separator = Separator::usual_in(state.language());
            vec![Effect::ExportJournal { filter: state.journal.filter.clone(), separator }]
        }
        JournalAction::PutAside(removals) => {
            state.put_aside.extend(removals);
            Vec::new()
        }
        JournalAction::Resolve { removal } => {
            let Some(session) = state.session() else { return Vec::new() };
            let (id, credentials) = (session.id, Box::new(session.credentials.clone()));
            let is_open = state.unresolved().iter().any(|open| open.id().as_str() == removal);
            if !is_open || state.journal.resolving.contains(&removal) {
                return Vec::new();
            }
            state.journal.resolving.push(removal.clone());
            vec![Effect::Resolve { session: id, removal, credentials }]
        }
    }
}

/// One that can be resolved here goes first.
fn show_unresolved(state: &mut State) -> Vec<Effect> {
    let Some(session) = state.session() else { return Vec::new() };
    let is_here = |record: &&RemovalRecord| {
        let subject = record.subject();
        subject.merchant == session.credentials.merchant_id
            && subject.server == session.server.host_and_port()
    };
    let unresolved = state.unresolved();
    let open = unresolved.iter().find(is_here).or(unresolved.first());
    state.journal.open = open.map(|record| record.id().as_str().to_owned());
    state.journal.filter.clear();
    state.dialog = None;
    if let Some(session) = state.session_mut() {
        session.page = Page::Journal;
    }
    read(state)
}

pub(super) fn read(state: &mut State) -> Vec<Effect> {
    state.journal.view.start();
    vec![Effect::ReadJournal]
}

/// Signing out forgets everything: what is read later is not kept.
pub(super) fn was_read(
    state: &mut State,
    result: Result<JournalReading, JournalError>,
) -> Vec<Effect> {
    if state.session().is_some() {
        state.journal.view.finish(result);
    }
    Vec::new()
}

pub(super) fn exported(
    state: &mut State,
    result: Result<PathBuf, JournalError>,
    now: Now,
) -> Vec<Effect> {
    let notice = match result {
        Ok(path) => NoticeKind::Exported { path },
        Err(error) => NoticeKind::ExportFailed(error),
    };
    state.notify(notice, now);
    Vec::new()
}

pub(super) fn resolved(
    state: &mut State,
    id: SessionId,
    removal: &str,
    result: Result<(), ResolveError>,
) -> Vec<Effect> {
    if state.current(id).is_none() {
        return Vec::new();
    }
    state.journal.resolving.retain(|other| other != removal);
    state.journal.resolve_error = result.err().map(|error| (removal.to_owned(), error));
    read(state)
}

/// Lists that came have settled removals that were open: each is told.
pub(super) fn settled(
    state: &mut State,
    id: SessionId,
    settled: Vec<Settled>,
    now: Now,
) -> Vec<Effect> {
    if state.current(id).is_none() {
        return Vec::new();
    }
    for Settled { subject, outcome, .. } in settled {
        let card = format!("{} ···· {}", subject.brand, subject.last_four.as_str());
        let customer = subject.customer.as_str().to_owned();
        state.notify(NoticeKind::RemovalSettled { card, customer, outcome }, now);
    }
    read(state)
}
