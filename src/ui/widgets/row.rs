use egui::{Align, Id, Layout, TextWrapMode, Ui, vec2};

use super::super::theme::space;
use super::super::view::View;

/// Draws at the right end of a row, in reading order, so that the focus goes the way the eye does
/// (a layout from the right would be walked backwards). `name` is this row's alone.
pub fn at_the_right(ui: &mut Ui, name: &str, content: impl FnOnce(&mut Ui)) {
    let width = width_at_the_right(ui, name);
    ui.add_space((ui.available_width() - width).max(0.0));
    let drawn = ui.horizontal(content).response.rect.width();
    if (drawn - width).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(Id::unique(name), drawn));
        ui.ctx().request_discard("the row at the right is measured");
    }
}

/// How wide that row is; zero before it is drawn for the first time.
pub fn width_at_the_right(ui: &Ui, name: &str) -> f32 {
    ui.data(|data| data.get_temp(Id::unique(name))).unwrap_or(0.0)
}

/// A row with `content` at its left and `tools` at its right end. Where both do not fit beside each
/// other the content goes on in further rows below its first; the row is never wider than its room.
/// `name` is this row's alone.
pub fn tools_row_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    name: &str,
    content: impl FnOnce(&mut Ui, &mut View<'_>),
    tools: impl FnOnce(&mut Ui, &mut View<'_>),
) {
    let height = 32.0;
    ui.horizontal_top(|ui| {
        let room =
            ui.available_width() - width_at_the_right(ui, name) - ui.spacing().item_spacing.x;
        let layout = Layout::left_to_right(Align::Center).with_main_wrap(true);
        ui.allocate_ui_with_layout(vec2(room.max(0.0), height), layout, |ui| {
            ui.set_row_height(height);
            ui.style_mut().wrap_mode = Some(TextWrapMode::Extend);
            ui.spacing_mut().item_spacing.y = space::XS;
            content(ui, view);
        });
        at_the_right(ui, name, |ui| {
            ui.set_row_height(height);
            tools(ui, view);
        });
    });
}
