//! Acknowledging findings.

use crate::acknowledged::{Acknowledged, AcknowledgedError, Acknowledgement, Change};
use crate::journal::mask;

use super::super::action::VerdictAction;
use super::super::effect::Effect;
use super::super::state::{AcknowledgeDialog, Dialog, NoticeKind, Now, Session, SessionId, State};

pub(super) fn act(state: &mut State, action: VerdictAction, now: Now) -> Vec<Effect> {
    match action {
        VerdictAction::Ask { sha256, rule } => {
            state.dialog =
                Some(Dialog::Acknowledge(AcknowledgeDialog { sha256, rule, why: String::new() }));
            Vec::new()
        }
        VerdictAction::EditWhy(text) => {
            if let Some(Dialog::Acknowledge(dialog)) = &mut state.dialog {
                dialog.why = text;
            }
            Vec::new()
        }
        VerdictAction::Confirm => confirm(state, now),
        VerdictAction::Withdraw { sha256, rule } => {
            change(state, now, Change::Withdraw { sha256, rule })
        }
        VerdictAction::Merge(path) => {
            let session = state.session().map(|session| session.id);
            let merge = session.map(|session| Effect::MergeAcknowledged { session, path });
            merge.into_iter().collect()
        }
    }
}

fn confirm(state: &mut State, now: Now) -> Vec<Effect> {
    let Some(Dialog::Acknowledge(AcknowledgeDialog { sha256, rule, why })) = state.dialog.take()
    else {
        return Vec::new();
    };
    let by = match state.settings.operator.trim() {
        "" => state.os_user.clone(),
        operator => operator.to_owned(),
    };
    let why = mask(why.trim()).chars().take(Acknowledged::WHY_CHARS).collect();
    let at = now.timestamp;
    change(state, now, Change::Add(Acknowledgement { sha256, rule, by, at, why }))
}

/// Holds in the window at once; the file follows.
fn change(state: &mut State, now: Now, change: Change) -> Vec<Effect> {
    let Some(session) = state.session_mut() else { return Vec::new() };
    session.acknowledged.apply(change.clone());
    accepted(session, now);
    vec![Effect::ChangeAcknowledged { session: session.id, change: Box::new(change) }]
}

/// What counts is counted anew.
fn accepted(session: &mut Session, now: Now) {
    session.verify_all(now);
    session.batch.accept(&session.acknowledged);
    // The sheet leaves out what was accepted.
    session.sheet.show(|_| ());
}

/// Somebody else's were added.
pub(super) fn merged(
    state: &mut State,
    id: SessionId,
    result: Result<(Acknowledged, usize), AcknowledgedError>,
    now: Now,
) -> Vec<Effect> {
    let result = result.map(|(all, count)| {
        state.notify(NoticeKind::AcknowledgementsMerged(count), now);
        all
    });
    was_read(state, id, result, now)
}

/// Those in the data folder, once they were read or changed.
pub(super) fn was_read(
    state: &mut State,
    id: SessionId,
    result: Result<Acknowledged, AcknowledgedError>,
    now: Now,
) -> Vec<Effect> {
    match result {
        Ok(all) => {
            if let Some(session) = state.current(id) {
                session.acknowledged = all;
                accepted(session, now);
            }
        }
        Err(error) => state.notify(NoticeKind::Acknowledgements(error), now),
    }
    Vec::new()
}
