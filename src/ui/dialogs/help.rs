use egui::{Grid, Label, Ui, vec2};

use crate::i18n::Text;
use crate::model::SettingsAction;

use super::super::commands::COMMANDS;
use super::super::view::View;
use super::super::widgets::{mono, quiet_button, title};
use super::{body_ui, buttons_ui, close_ui, modal_ui};

/// Below this width, in points, names stand under their keys.
const BOTH: f32 = 380.0;

/// The keys of this screen.
pub(super) fn keys_ui(ui: &mut Ui, view: &mut View<'_>) {
    modal_ui(ui, view, "keys", 440.0, |ui, view| {
        body_ui(ui, |ui| {
            ui.label(title(view.t(Text::Keys)));
            // What lies under this page is what the keys are for.
            let here = COMMANDS.iter().filter(|c| !c.keys.is_empty() && c.is_here(view));
            if ui.available_width() < BOTH {
                for command in here {
                    ui.label(mono(command.keys));
                    ui.add(Label::new(&*view.t(command.name)).wrap());
                }
                return;
            }
            Grid::new("keys grid").num_columns(2).spacing(vec2(24.0, 8.0)).show(ui, |ui| {
                for command in here {
                    ui.label(mono(command.keys));
                    ui.label(view.t(command.name).into_owned());
                    ui.end_row();
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
