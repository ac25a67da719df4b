//! The contact sheet.

use super::action::SheetAction;
use crate::model::session::{Page, Session};
use crate::model::state::State;

pub(in crate::model) fn act(state: &mut State, action: SheetAction) {
    if let Some(session) = state.session_mut() {
        session.sheet.show(|view| match action {
            SheetAction::Filter(text) => view.filter = text,
            SheetAction::Least(severity) => view.least = severity,
            SheetAction::Order(order) => view.order = order,
            SheetAction::Like(fingerprint) => view.like = fingerprint,
            SheetAction::OfBatch(of_batch) => view.of_batch = of_batch,
        });
    }
}

/// Groups the files anew while the sheet is looked at: not for every file that arrives.
pub(in crate::model) fn refresh(session: &mut Session) {
    if session.page == Page::Sheet {
        session.sheet.refresh(&session.library, &session.acknowledged);
    }
}
