use egui::{Color32, Label, Response, RichText, Ui};

use super::super::theme::{self, size};
use super::super::view::View;

pub fn title(text: impl Into<String>) -> RichText {
    RichText::new(text).font(theme::semibold(size::TITLE))
}

pub fn number(text: impl Into<String>) -> RichText {
    RichText::new(text).font(theme::semibold(size::NUMBER))
}

pub fn strong(text: impl Into<String>) -> RichText {
    RichText::new(text).font(theme::semibold(size::BODY))
}

pub fn muted(view: &View<'_>, text: impl Into<String>) -> RichText {
    RichText::new(text).color(view.theme.muted)
}

pub fn caption(view: &View<'_>, text: impl Into<String>) -> RichText {
    RichText::new(text).size(size::CAPTION).color(view.theme.muted)
}

/// Words that lead somewhere, in a caption's size.
pub fn link_text(view: &View<'_>, text: impl Into<String>) -> RichText {
    caption(view, text).color(view.theme.accent)
}

pub fn mono(text: impl Into<String>) -> RichText {
    RichText::new(text).monospace()
}

/// A sign of the icon font.
pub fn icon_text(icon: &str, size: f32, colour: Color32) -> RichText {
    RichText::new(icon).font(theme::icon(size)).color(colour)
}

/// One line, cut with an ellipsis; the whole is told on hover.
pub fn truncated(ui: &mut Ui, text: RichText) -> Response {
    ui.add(Label::new(text).truncate())
}
