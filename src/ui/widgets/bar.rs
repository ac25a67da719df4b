//! A progress bar.

use egui::{ProgressBar, StrokeKind, Ui};

use super::super::view::View;

/// How much of something is done; a screen reader says `name`.
pub(in crate::ui) fn bar_ui(ui: &mut Ui, view: &View<'_>, share: f32, height: f32, name: &str) {
    let width = ui.available_width().min(420.0);
    let bar = ProgressBar::new(share).fill(view.theme.accent);
    let bar = bar.desired_width(width).desired_height(height);
    let response = ui.add(bar).accessible_name(name);
    let edge = egui::Stroke::new(1.0, view.theme.edge);
    ui.painter().rect_stroke(response.rect, height * 0.5, edge, StrokeKind::Inside);
}
