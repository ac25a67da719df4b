//! Styles of text.

use egui::{
    CollapsingHeader, Color32, Label, Response, RichText, Sense, TextStyle, TextWrapMode, Ui,
    WidgetText,
};

use crate::i18n::Text;

use super::super::theme::{self, size};
use super::super::view::View;

pub(in crate::ui) fn title(text: impl Into<String>) -> RichText {
    RichText::new(text).font(theme::semibold(size::TITLE))
}

pub(in crate::ui) fn number(text: impl Into<String>) -> RichText {
    RichText::new(text).font(theme::semibold(size::NUMBER))
}

pub(in crate::ui) fn strong(text: impl Into<String>) -> RichText {
    RichText::new(text).font(theme::semibold(size::BODY))
}

pub(in crate::ui) fn muted(view: &View<'_>, text: impl Into<String>) -> RichText {
    RichText::new(text).color(view.theme.muted)
}

pub(in crate::ui) fn caption(view: &View<'_>, text: impl Into<String>) -> RichText {
    RichText::new(text).size(size::CAPTION).color(view.theme.muted)
}

/// Words that lead somewhere, in a caption's size.
pub(in crate::ui) fn link_text(view: &View<'_>, text: impl Into<String>) -> RichText {
    caption(view, text).color(view.theme.accent)
}

pub(in crate::ui) fn mono(text: impl Into<String>) -> RichText {
    RichText::new(text).monospace()
}

/// A sign of the icon font, where words beside it say what it means: screen readers pass it over.
pub(in crate::ui) fn icon_ui(ui: &mut Ui, icon: &str, size: f32, colour: Color32) -> Response {
    let galley = ui.painter().layout_no_wrap(icon.to_owned(), theme::icon(size), colour);
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    ui.painter().galley(rect.min, galley, colour);
    response
}

/// One line, cut with an ellipsis; the whole is shown on hover.
pub(in crate::ui) fn truncated(ui: &mut Ui, text: RichText) -> Response {
    ui.add(Label::new(text).truncate())
}

/// The libraries' own words on an error, folded away.
pub(in crate::ui) fn technical_ui(ui: &mut Ui, view: &View<'_>, words: Option<&str>) {
    let Some(words) = words else { return };
    folded(ui, view.t(Text::TechnicalDetails)).id_salt("technical").show(ui, |ui| {
        ui.add(Label::new(mono(words).size(size::CAPTION)).wrap().selectable(true));
    });
}

/// What unfolds below its words, which take as many lines as they need.
pub(in crate::ui) fn folded(ui: &Ui, text: impl Into<WidgetText>) -> CollapsingHeader {
    let around = ui.spacing().indent + ui.spacing().button_padding.x;
    let room = (ui.available_width() - around).max(0.0);
    let words = text.into().into_galley(ui, Some(TextWrapMode::Wrap), room, TextStyle::Button);
    CollapsingHeader::new(words)
}

/// What an address is called where several stand on a page.
pub(crate) fn file_name(view: &View<'_>, url: &str) -> String {
    view.state.session().map_or_else(String::new, |s| s.redactor().address(url).to_string())
}
