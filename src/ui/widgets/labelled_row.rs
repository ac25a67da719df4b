//! A value beside its name.

use egui::{Align, Label, Layout, Ui, vec2};

use crate::i18n::Text;

use super::super::view::View;
use super::text::muted;

/// Width of the names, in points: values stand below one another.
const LABEL_WIDTH: f32 = 154.0;

/// The name of a value, cut where it has no room.
pub(in crate::ui) fn label_ui(ui: &mut Ui, view: &View<'_>, text: Text<'_>) {
    let line = ui.text_style_height(&egui::TextStyle::Body);
    let layout = Layout::left_to_right(Align::Center);
    ui.allocate_ui_with_layout(vec2(LABEL_WIDTH, line), layout, |ui| {
        ui.set_min_width(LABEL_WIDTH);
        ui.add(Label::new(muted(view, view.t(text))).truncate());
    });
}

/// A value beside its name; a long one takes more lines.
pub(in crate::ui) fn labelled_row_ui(ui: &mut Ui, view: &View<'_>, label: Text<'_>, value: &str) {
    ui.horizontal_top(|ui| {
        label_ui(ui, view, label);
        ui.add(Label::new(value).wrap());
    });
}
