//! Buttons and the ring of the focus.

use egui::accesskit::Role;
use egui::{
    Button, Checkbox, FontSelection, Response, RichText, Stroke, StrokeKind, TextStyle, Ui,
    WidgetInfo, vec2,
};

use super::super::theme::{self, size};
use super::super::view::View;

/// The accent ring of the focus: on every control, always visible.
pub(in crate::ui) fn focus_ring(ui: &Ui, view: &View<'_>, response: Response) -> Response {
    if response.has_focus() {
        let (around, clip) = (response.rect.expand(2.0), ui.clip_rect());
        // At the edge of its page it is drawn within: half a ring is none.
        let rect = if clip.contains_rect(response.rect) { around.intersect(clip) } else { around };
        let stroke = Stroke::new(2.0, view.theme.accent);
        let radius = f32::from(theme::RADIUS_CONTROL) + 2.0;
        ui.painter().rect_stroke(rect, radius, stroke, StrokeKind::Inside);
    }
    response
}

/// The one main action of a view.
pub(in crate::ui) fn primary_button(
    ui: &mut Ui,
    view: &View<'_>,
    enabled: bool,
    text: &str,
) -> Response {
    let theme = view.theme;
    let label = RichText::new(text).font(theme::semibold(size::BODY)).color(theme.on_accent);
    let button = Button::new(label).fill(theme.accent).stroke(Stroke::NONE);
    let response = ui.add_enabled(enabled, button.min_size(vec2(0.0, 34.0)));
    focus_ring(ui, view, response)
}

/// Carries out something that cannot be undone: inside a dialog only.
pub(in crate::ui) fn danger_button(
    ui: &mut Ui,
    view: &View<'_>,
    enabled: bool,
    text: &str,
) -> Response {
    let theme = view.theme;
    let label = RichText::new(text).font(theme::semibold(size::BODY)).color(theme.on_danger);
    let button = Button::new(label).fill(theme.danger).stroke(Stroke::NONE);
    let response = ui.add_enabled(enabled, button.min_size(vec2(0.0, 34.0)));
    focus_ring(ui, view, response)
}

/// Leads to the question whether to do something that cannot be undone.
pub(in crate::ui) fn danger_outline_button(
    ui: &mut Ui,
    view: &View<'_>,
    enabled: bool,
    text: &str,
) -> Response {
    let theme = view.theme;
    let label = RichText::new(text).color(theme.danger);
    let stroke = Stroke::new(1.0, theme.danger);
    let button = Button::new(label).stroke(stroke).min_size(vec2(0.0, 32.0));
    let response = ui.add_enabled(enabled, button);
    focus_ring(ui, view, response)
}

/// Any other action.
pub(in crate::ui) fn quiet_button(ui: &mut Ui, view: &View<'_>, text: &str) -> Response {
    let response = ui.add(Button::new(text).min_size(vec2(0.0, 32.0)));
    focus_ring(ui, view, response)
}

/// One of several, of which one holds.
pub(in crate::ui) fn choice_button(
    ui: &mut Ui,
    view: &View<'_>,
    chosen: bool,
    text: &str,
) -> Response {
    let response = ui.add(Button::selectable(chosen, text).min_size(vec2(0.0, 32.0)));
    focus_ring(ui, view, response)
}

/// How wide a button with these words is, in points.
pub(in crate::ui) fn button_width(ui: &Ui, view: &View<'_>, text: &str) -> f32 {
    let font = FontSelection::Style(TextStyle::Button).resolve(ui.style());
    let words = ui.painter().layout_no_wrap(text.to_owned(), font, view.theme.text);
    words.size().x + 2.0 * ui.spacing().button_padding.x
}

/// A box to tick, with its words.
pub(in crate::ui) fn check_box(
    ui: &mut Ui,
    view: &View<'_>,
    ticked: &mut bool,
    text: impl Into<String>,
) -> Response {
    let response = ui.add(Checkbox::new(ticked, text.into()));
    focus_ring(ui, view, response)
}

/// Tells screen readers that a place drawn by hand is a button of this name; `chosen` where it is
/// one of several, of which one holds.
pub(in crate::ui) fn name_as_button(response: &Response, name: &str, chosen: Option<bool>) {
    response.widget_info(|| match chosen {
        Some(chosen) => WidgetInfo::selected(Role::Button, response.enabled(), chosen, name),
        None => WidgetInfo::labeled(Role::Button, response.enabled(), name),
    });
}

/// A sign with a name, one of several, of which one holds.
pub(in crate::ui) fn icon_choice(
    ui: &mut Ui,
    view: &View<'_>,
    chosen: bool,
    icon: &str,
    name: &str,
) -> Response {
    let colour = if chosen { view.theme.accent } else { view.theme.muted };
    let label = RichText::new(icon).font(theme::icon(16.0)).color(colour);
    let response = ui.add(Button::selectable(chosen, label).min_size(vec2(30.0, 30.0)));
    let response = response.on_hover_text(name);
    name_as_button(&response, name, Some(chosen));
    focus_ring(ui, view, response)
}

/// A sign with a name: read by screen readers, shown on hover, found by tests.
pub(in crate::ui) fn icon_button(ui: &mut Ui, view: &View<'_>, icon: &str, name: &str) -> Response {
    let label = RichText::new(icon).font(theme::icon(17.0)).color(view.theme.muted);
    let response = ui.add(Button::new(label).frame_when_inactive(false).min_size(vec2(32.0, 32.0)));
    let response = response.on_hover_text(name).accessible_name(name);
    focus_ring(ui, view, response)
}
