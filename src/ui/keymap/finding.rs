//! The finding that keys are about.

use crate::domain::Digest;
use crate::model::{InspectorTab, NotAcknowledged};
use crate::verify::Rule;

use crate::ui::keymap::context::{selected, unlocked_session};
use crate::ui::view::View;

/// The finding in focus, or else the one that was stepped to; why it cannot be acknowledged, where
/// that is so.
pub(super) fn finding(view: &View<'_>) -> Result<(Digest, Rule), NotAcknowledged> {
    let none = NotAcknowledged::NoneChosen;
    let (session, card) = unlocked_session(view).zip(selected(view)).ok_or(none)?;
    let customer = session.customer.as_ref().filter(|c| c.tab == InspectorTab::Findings);
    let customer = customer.ok_or(none)?;
    let focused = view.memory.focused_finding.filter(|(of, _)| *of == card).map(|(_, f)| f);
    let findings = session.placed_findings(card);
    let chosen = focused.or(customer.finding).and_then(|chosen| findings.get(chosen));
    let (place, finding) = chosen.ok_or(none)?;
    let url = place.and_then(|(_, url)| url).ok_or(NotAcknowledged::OfNoFile)?;
    let entry = session.library.at(url);
    let sha256 = entry.and_then(|entry| entry.digest()).ok_or(NotAcknowledged::Unread)?;
    match session.acknowledged.get(&sha256, finding.rule) {
        None => Ok((sha256, finding.rule)),
        Some(_) => Err(NotAcknowledged::Already),
    }
}
