//! Rows whose right end gives way in narrow places.

use egui::{Align, Id, Layout, TextWrapMode, Ui, vec2};

use super::super::theme::space;
use super::super::view::View;

/// Draws at the right end of a row, in reading order, so that the focus goes the way the eye does
/// (a layout from the right would be walked backwards). `name` is this row's alone.
pub(in crate::ui) fn at_the_right(ui: &mut Ui, name: &str, content: impl FnOnce(&mut Ui)) {
    let width = width_at_the_right(ui, name);
    ui.add_space((ui.available_width() - width).max(0.0));
    let drawn = ui.horizontal(content).response.rect.width();
    measured(ui, name, width, drawn);
}

fn measured(ui: &Ui, name: &str, before: f32, drawn: f32) {
    if (drawn - before).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(Id::unique(name), drawn));
        ui.ctx().request_discard("the row at the right is measured");
    }
}

/// How wide that row is; zero before it is drawn for the first time.
pub(in crate::ui) fn width_at_the_right(ui: &Ui, name: &str) -> f32 {
    ui.data(|data| data.get_temp(Id::unique(name))).unwrap_or(0.0)
}

/// The same where the row is all there is: what does not fit goes on in further rows. Returns the
/// height that it takes.
pub(in crate::ui) fn right_or_wrapped(
    ui: &mut Ui,
    name: &str,
    row_height: f32,
    content: impl FnOnce(&mut Ui),
) -> f32 {
    let (width, room) = (width_at_the_right(ui, name), ui.available_width());
    if width <= room {
        let layout = Layout::left_to_right(Align::Center);
        let row = |ui: &mut Ui| at_the_right(ui, name, content);
        return ui
            .allocate_ui_with_layout(vec2(room, row_height), layout, row)
            .response
            .rect
            .height();
    }
    let layout = Layout::left_to_right(Align::Center).with_main_wrap(true);
    let drawn = ui.allocate_ui_with_layout(vec2(room, row_height), layout, |ui| {
        ui.set_row_height(row_height);
        ui.spacing_mut().item_spacing.y = 0.0;
        content(ui);
    });
    let rect = drawn.response.rect;
    // All of it in one row: there is less of it than there was.
    if rect.height() < 1.5 * row_height && rect.width() <= room {
        measured(ui, name, width, rect.width());
    }
    rect.height()
}

/// The least width of a row's content beside its tools, in points.
const BESIDE_TOOLS: f32 = 180.0;

/// A row with `content` at its left and `tools` at its right end. Where both do not fit beside each
/// other the content goes on in further rows below its first; where that would be narrow, the tools
/// have a row of their own. The row is never wider than its room. `name` is this row's alone.
pub(in crate::ui) fn tools_row_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    name: &str,
    content: impl FnOnce(&mut Ui, &mut View<'_>),
    tools: impl FnOnce(&mut Ui, &mut View<'_>),
) {
    let height = 32.0;
    let layout = Layout::left_to_right(Align::Center).with_main_wrap(true);
    let content_ui = |ui: &mut Ui, view: &mut View<'_>, room: f32| {
        ui.allocate_ui_with_layout(vec2(room.max(0.0), height), layout, |ui| {
            ui.set_row_height(height);
            ui.style_mut().wrap_mode = Some(TextWrapMode::Extend);
            ui.spacing_mut().item_spacing.y = space::XS;
            content(ui, view);
        });
    };
    let room = ui.available_width() - width_at_the_right(ui, name) - ui.spacing().item_spacing.x;
    if room < BESIDE_TOOLS {
        let room = ui.available_width();
        content_ui(ui, view, room);
        right_or_wrapped(ui, name, height, |ui| tools(ui, view));
        return;
    }
    ui.horizontal_top(|ui| {
        content_ui(ui, view, room);
        at_the_right(ui, name, |ui| {
            ui.set_row_height(height);
            tools(ui, view);
        });
    });
}
