//! Acknowledging findings.

use crate::acknowledged::{Acknowledged, Acknowledgement, Change};

use super::action::VerdictAction;
use super::effect::VerdictEffect;
use super::event::VerdictEvent;
use super::state::AcknowledgeDialog;
use crate::model::dialog::Dialog;
use crate::model::effect::Effects;
use crate::model::notice::NoticeKind;
use crate::model::now::Now;
use crate::model::session::Session;
use crate::model::state::State;

pub(in crate::model) fn act(state: &mut State, action: VerdictAction, now: Now, fx: &mut Effects) {
    match action {
        VerdictAction::Ask { sha256, rule } => {
            state.dialog =
                Some(Dialog::Acknowledge(AcknowledgeDialog { sha256, rule, why: String::new() }));
        }
        VerdictAction::CannotAsk(why) => state.notify(NoticeKind::NotAcknowledged(why), now),
        VerdictAction::EditWhy(text) => {
            if let Some(Dialog::Acknowledge(dialog)) = &mut state.dialog {
                dialog.why = text;
            }
        }
        VerdictAction::Confirm => confirm(state, now, fx),
        VerdictAction::Withdraw { sha256, rule } => {
            change(state, now, Change::Withdraw { sha256, rule }, fx);
        }
        VerdictAction::Merge(path) => {
            if let Some(session) = state.session().map(|session| session.id) {
                fx.push(VerdictEffect::MergeAcknowledged { session, path });
            }
        }
    }
}

fn confirm(state: &mut State, now: Now, fx: &mut Effects) {
    let Some(Dialog::Acknowledge(dialog)) = &state.dialog else { return };
    let Some(session) = state.session() else { return };
    let AcknowledgeDialog { sha256, rule, ref why } = *dialog;
    // It stays until its reason is another one.
    if state.password_in(session, why).is_some() {
        return;
    }
    let by = match state.settings.operator.trim() {
        "" => state.os_user.clone(),
        operator => operator.to_owned(),
    };
    let why = session.redactor().text(why.trim());
    let why = why.chars().take(Acknowledged::WHY_CHARS).collect();
    let at = now.timestamp;
    state.dialog = None;
    change(state, now, Change::Add(Acknowledgement { sha256, rule, by, at, why }), fx);
}

/// Holds in the window at once; the file follows.
fn change(state: &mut State, now: Now, change: Change, fx: &mut Effects) {
    let Some(session) = state.session_mut() else { return };
    session.acknowledged.apply(change.clone());
    accepted(session, now);
    let change = Box::new(change);
    fx.push(VerdictEffect::ChangeAcknowledged { session: session.id, change });
}

/// What counts is counted anew.
fn accepted(session: &mut Session, now: Now) {
    session.verify_all(now);
    session.batch.accept(&session.acknowledged);
    // The sheet leaves out what was accepted.
    session.sheet.show(|_| ());
}

pub(in crate::model) fn learn(state: &mut State, event: VerdictEvent, now: Now) {
    let read = match event {
        VerdictEvent::Read(read) => read,
        VerdictEvent::Merged(merged) => merged.map(|(all, count)| {
            state.notify(NoticeKind::AcknowledgementsMerged(count), now);
            all
        }),
    };
    match (read, state.session_mut()) {
        (Ok(all), Some(session)) => {
            session.acknowledged = all;
            accepted(session, now);
        }
        (Err(error), _) => state.notify(NoticeKind::Acknowledgements(error), now),
        (Ok(_), None) => {}
    }
}
