//! The inspector's page of findings.

use egui::{Align, Id, Label, Rect, Response, Sense, Stroke, StrokeKind, Ui, UiBuilder};

use crate::domain::Card;
use crate::i18n::{Text, count};
use crate::model::{AssetAction, CardAction, FindingPlace, InspectorTab, Session, SettingsAction};
use crate::verify::{Severity, message};

use crate::ui::theme::{self, space};
use crate::ui::view::View;
use crate::ui::widgets::{
    Tone, badge_ui, caption, finding_ui, mono, muted, name_as_button, quiet_button, strong,
    truncated, verdict_badges_ui,
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
        session.library.at(&v.url).is_none_or(|e| e.is_unknown() || e.file.is_loading())
    });
    let count = count(unknown.count());
    if count > 0 {
        ui.add(Label::new(muted(view, view.t(Text::FindingsPending { count }))).wrap());
    }
    let stepped = session.customer.as_ref().and_then(|customer| customer.finding);
    let (mut last, mut heading) = (None, Rect::NOTHING);
    for (number, (place, finding)) in session.placed_findings(index).into_iter().enumerate() {
        let here = Some((finding.severity, place));
        if last != here {
            ui.add_space(space::XS);
            heading = ui.scope(|ui| place_ui(ui, view, place)).response.rect;
        }
        last = here;
        // Behind what stands in it, so that texts and links keep their clicks.
        let whole = UiBuilder::new().scope_id(Id::unique(("finding", index, number)));
        let drawn = ui.scope_builder(whole.sense(Sense::click()), |ui| {
            finding_ui(ui, view, finding, place.and_then(|(_, url)| url));
        });
        let is_stepped = stepped == Some(number);
        found_ui(ui, view, (index, number), is_stepped, (&drawn.response, heading));
        heading = Rect::NOTHING;
        name_as_button(&drawn.response, &message(view.texts, finding), None);
        if drawn.response.clicked() {
            open_ui(view, card, place);
        }
    }
    ui.add_space(space::S);
    ui.add(Label::new(caption(view, view.t(Text::FindingsNote))).wrap());
    if quiet_button(ui, view, &view.t(Text::Rules)).clicked() {
        view.act(SettingsAction::Rules);
    }
}

/// Marks the finding that has the focus; the one that was stepped to takes it, and is scrolled to.
fn found_ui(
    ui: &Ui,
    view: &mut View<'_>,
    which: (usize, usize),
    is_stepped: bool,
    (drawn, heading): (&Response, Rect),
) {
    if is_stepped && std::mem::take(&mut view.memory.focus_finding) {
        drawn.request_focus();
        // With the words that say what it is about, where they stand above it.
        ui.scroll_to_rect(drawn.rect.union(heading), Some(Align::Center));
    }
    if drawn.has_focus() {
        view.memory.focused_finding = Some(which);
        let ring = Stroke::new(2.0, view.theme.accent);
        ui.painter().rect_stroke(drawn.rect, theme::RADIUS_CONTROL, ring, StrokeKind::Inside);
    }
}

/// What a finding is about: its picture, large, or the page of the inspector that shows it.
fn open_ui(view: &mut View<'_>, card: &Card, place: FindingPlace<'_>) {
    let of_kind = place.and_then(|(kind, url)| {
        let asset = card.assets.iter().find(|asset| asset.kind.as_str() == kind)?;
        let named = |url| asset.variants.iter().find(|variant| variant.url == url);
        let variant = url.map_or_else(|| asset.variant_for(u32::MAX), named)?;
        Some(AssetAction::Open { variant: variant.clone(), kind: asset.kind.clone() })
    });
    match of_kind {
        Some(open) => view.act(open),
        None => {
            let tab = place.map_or(InspectorTab::Details, |_| InspectorTab::Assets);
            view.act(CardAction::Tab(tab));
            view.memory.focus_tab = true;
        }
    }
}

fn place_ui(ui: &mut Ui, view: &View<'_>, place: FindingPlace<'_>) {
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
