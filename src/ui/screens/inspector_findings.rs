use egui::{Align, Label, Response, Stroke, StrokeKind, Ui};

use crate::domain::Card;
use crate::i18n::{Text, count};
use crate::model::{Place, Session, SettingsAction};
use crate::verify::Severity;

use super::super::theme::{self, space};
use super::super::view::View;
use super::super::widgets::{
    Tone, badge_ui, caption, finding_ui, mono, muted, quiet_button, strong, truncated,
    verdict_badges_ui,
};

/// What the verifier says of the selected card and its files, the worst first.
pub(super) fn findings_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    session: &Session,
    index: usize,
    card: &Card,
) {
    if session.findings(index).is_none() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        let open = session.open_tally(index);
        verdict_badges_ui(ui, view, open);
        if open.worst() <= Some(Severity::Note) {
            badge_ui(ui, view, Tone::Ok, &view.t(Text::FindingsNone));
        }
    });
    let variants = || card.assets.iter().flat_map(|asset| &asset.variants);
    let unknown = variants().filter(|v| {
        session.library.get(&v.url).is_none_or(|e| e.is_unknown() || e.file.is_loading())
    });
    let count = count(unknown.count());
    if count > 0 {
        ui.add(Label::new(muted(view, view.t(Text::FindingsPending { count }))).wrap());
    }
    let stepped = session.customer.as_ref().and_then(|customer| customer.finding);
    if stepped.is_none() {
        view.memory.stepped = None;
    }
    let mut last = None;
    for (number, (place, finding)) in session.placed_findings(index).into_iter().enumerate() {
        let here = Some((finding.severity, place));
        if last != here {
            ui.add_space(space::XS);
            place_ui(ui, view, place);
        }
        last = here;
        let drawn = ui.scope(|ui| finding_ui(ui, view, finding, place.and_then(|(_, url)| url)));
        if stepped == Some(number) {
            stepped_ui(ui, view, (index, number), &drawn.response);
        }
    }
    ui.add_space(space::S);
    ui.add(Label::new(caption(view, view.t(Text::FindingsNote))).wrap());
    if quiet_button(ui, view, &view.t(Text::Rules)).clicked() {
        view.act(SettingsAction::Rules);
    }
}

/// Marks the finding that was stepped to; it is scrolled to once.
fn stepped_ui(ui: &Ui, view: &mut View<'_>, which: (usize, usize), drawn: &Response) {
    let ring = Stroke::new(2.0, view.theme.accent);
    ui.painter().rect_stroke(drawn.rect, theme::RADIUS_CONTROL, ring, StrokeKind::Inside);
    if view.memory.stepped.replace(which) != Some(which) {
        drawn.scroll_to_me(Some(Align::Center));
    }
}

fn place_ui(ui: &mut Ui, view: &View<'_>, place: Place<'_>) {
    match place {
        None => {
            ui.label(strong(view.t(Text::FindingsOfCard)));
        }
        Some((kind, url)) => {
            truncated(ui, strong(kind));
            if let Some(url) = url {
                truncated(ui, mono(url).size(11.0).color(view.theme.muted));
            }
        }
    }
}
