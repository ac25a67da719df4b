use egui::{Grid, Ui, vec2};

use crate::i18n::Text;
use crate::model::SettingsAction;

use super::super::commands::COMMANDS;
use super::super::view::View;
use super::super::widgets::{mono, quiet_button, title};
use super::{body_ui, buttons_ui, close_ui, modal_ui};

/// The keys of this screen.
pub(super) fn keys_ui(ui: &mut Ui, view: &mut View<'_>) {
    modal_ui(ui, view, "keys", 440.0, |ui, view| {
        body_ui(ui, |ui| {
            ui.label(title(view.t(Text::Keys)));
            Grid::new("keys grid").num_columns(2).spacing(vec2(24.0, 8.0)).show(ui, |ui| {
                // What lies under this page is what the keys are for.
                for command in COMMANDS {
                    if !command.keys.is_empty() && command.is_here(view) {
                        ui.label(mono(command.keys));
                        ui.label(view.t(command.name).into_owned());
                        ui.end_row();
                    }
                }
            });
        });
        buttons_ui(ui, |ui| {
            if quiet_button(ui, view, &view.t(Text::Rules)).clicked() {
                view.act(SettingsAction::Rules);
            }
            close_ui(ui, view);
        });
    });
}
