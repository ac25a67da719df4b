//! The finding that keys are about.

use crate::domain::Digest;
use crate::model::InspectorTab;
use crate::verify::Rule;

use crate::ui::keymap::context::{desk, selected};
use crate::ui::view::View;

/// The finding in focus, or else the one that was stepped to, where it can be acknowledged.
pub(super) fn finding(view: &View<'_>) -> Option<(Digest, Rule)> {
    let (session, card) = (desk(view)?, selected(view)?);
    let customer = session.customer.as_ref().filter(|c| c.tab == InspectorTab::Findings)?;
    let focused = view.memory.focused_finding.filter(|(of, _)| *of == card).map(|(_, f)| f);
    let findings = session.placed_findings(card);
    let (place, finding) = findings.get(focused.or(customer.finding)?)?;
    let (_, url) = (*place)?;
    let sha256 = session.library.get(url?)?.digest()?;
    session.acknowledged.get(&sha256, finding.rule).is_none().then_some((sha256, finding.rule))
}

/// Whether there is one.
pub(super) fn has_finding(view: &View<'_>) -> bool {
    finding(view).is_some()
}
