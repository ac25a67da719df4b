//! The contact sheet.

use super::super::action::SheetAction;
use super::super::effect::Effect;
use super::super::state::{Page, Session, State};

pub(super) fn act(state: &mut State, action: SheetAction) -> Vec<Effect> {
    if let Some(session) = state.session_mut() {
        session.sheet.show(|view| match action {
            SheetAction::Filter(text) => view.filter = text,
            SheetAction::Least(severity) => view.least = severity,
            SheetAction::Order(order) => view.order = order,
            SheetAction::Like(fingerprint) => view.like = fingerprint,
            SheetAction::OfBatch(of_batch) => view.of_batch = of_batch,
        });
    }
    Vec::new()
}

/// Groups the files anew while the sheet is looked at: not for every file that arrives.
pub(super) fn refresh(session: &mut Session) {
    if session.page == Page::Sheet {
        session.sheet.refresh(&session.library, &session.acknowledged);
    }
}
