//! What lies over the window. A dialog about something dangerous refuses by default, and a new one
//! never steals a click or a key that was meant for what lay there before.

mod help;
mod removal;
mod removal_result;
mod settings;
mod viewer;

use egui::{Frame, Id, Margin, Modal, Ui};

use crate::model::{Action, Dialog};

use super::theme;
use super::view::View;

/// Draws the open dialog.
pub(super) fn dialogs_ui(ui: &mut Ui, view: &mut View<'_>) {
    match &view.state.dialog {
        None => view.memory.focused_dialog = None,
        Some(Dialog::Removal(dialog)) => removal::removal_ui(ui, view, dialog),
        Some(Dialog::Viewer(viewer)) => viewer::viewer_ui(ui, view, viewer),
        Some(Dialog::Settings) => settings::settings_ui(ui, view),
        Some(Dialog::Keys) => help::keys_ui(ui, view),
    }
}

/// A modal of a width; a click outside and Esc close it.
fn modal_ui<'a>(
    ui: &Ui,
    view: &mut View<'a>,
    name: &str,
    width: f32,
    content: impl FnOnce(&mut Ui, &mut View<'a>),
) {
    let frame = Frame::new()
        .fill(view.theme.raised)
        .stroke(view.theme.line_stroke())
        .corner_radius(theme::RADIUS_PANEL)
        .inner_margin(Margin::same(24));
    let modal = Modal::new(Id::unique(name)).frame(frame).backdrop_color(view.theme.backdrop);
    let room = ui.ctx().content_rect().width() - 96.0;
    let response = modal.show(ui.ctx(), |ui| {
        ui.set_width(width.min(room));
        content(ui, view);
    });
    if response.should_close() {
        view.act(Action::CloseTop);
    }
}

/// The row of a dialog's buttons, from the right; room for their focus rings.
fn buttons_ui(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    let size = egui::vec2(ui.available_width(), 40.0);
    let layout = egui::Layout::right_to_left(egui::Align::Center);
    ui.allocate_ui_with_layout(size, layout, content);
}

/// Whether the dialog is drawn for the first time: then its safe button takes the focus.
fn is_new(view: &mut View<'_>, number: u64) -> bool {
    view.memory.focused_dialog.replace(number) != Some(number)
}
