use egui::{Button, Response, RichText, Stroke, Ui, vec2};

use super::super::theme::{self, size};
use super::super::view::View;

/// The one main action of a view.
pub fn primary_button(ui: &mut Ui, view: &View<'_>, enabled: bool, text: &str) -> Response {
    let theme = view.theme;
    let label = RichText::new(text).font(theme::semibold(size::BODY)).color(theme.on_accent);
    ui.add_enabled(
        enabled,
        Button::new(label).fill(theme.accent).stroke(Stroke::NONE).min_size(vec2(0.0, 34.0)),
    )
}

/// Carries out something that cannot be undone: inside a dialog only.
pub fn danger_button(ui: &mut Ui, view: &View<'_>, enabled: bool, text: &str) -> Response {
    let theme = view.theme;
    let label = RichText::new(text).font(theme::semibold(size::BODY)).color(theme.on_danger);
    ui.add_enabled(
        enabled,
        Button::new(label).fill(theme.danger).stroke(Stroke::NONE).min_size(vec2(0.0, 34.0)),
    )
}

/// Leads to the question whether to do something that cannot be undone.
pub fn danger_outline_button(ui: &mut Ui, view: &View<'_>, enabled: bool, text: &str) -> Response {
    let theme = view.theme;
    let label = RichText::new(text).color(theme.danger);
    let stroke = Stroke::new(1.0, theme.danger);
    ui.add_enabled(enabled, Button::new(label).stroke(stroke).min_size(vec2(0.0, 32.0)))
}

/// Any other action.
pub fn quiet_button(ui: &mut Ui, text: &str) -> Response {
    ui.add(Button::new(text).min_size(vec2(0.0, 32.0)))
}

/// A sign with a name: read by screen readers, shown on hover, found by tests.
pub fn icon_button(ui: &mut Ui, view: &View<'_>, icon: &str, name: &str) -> Response {
    let label = RichText::new(icon).font(theme::icon(17.0)).color(view.theme.muted);
    let response = ui.add(Button::new(label).frame_when_inactive(false).min_size(vec2(32.0, 32.0)));
    response.on_hover_text(name).accessible_name(name)
}
