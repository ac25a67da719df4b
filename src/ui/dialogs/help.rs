//! The keys of this page.

use egui::{Label, RichText, TextStyle, TextWrapMode, Ui, WidgetText};

use crate::i18n::Text;
use crate::model::SettingsAction;

use super::super::keymap::commands::{COMMANDS, Command};
use super::super::theme::space;
use super::super::view::View;
use super::super::widgets::{mono, quiet_button, title};
use super::{body_ui, buttons_ui, close_ui, modal_ui};

/// Between the keys and their names, in points.
const GAP: f32 = 24.0;
/// The least room of names beside their keys, in points.
const LEAST_NAME: f32 = 200.0;

/// The keys of this screen; where names have no room beside their keys they stand under them.
pub(super) fn keys_ui(ui: &mut Ui, view: &mut View<'_>) {
    modal_ui(ui, view, "keys", 560.0, |ui, view| {
        body_ui(ui, |ui| {
            ui.label(title(view.t(Text::Keys)));
            // What lies under this page is what the keys are for.
            let here = COMMANDS.iter().filter(|c| !c.keys.is_empty() && c.is_here(view));
            let here: Vec<&Command> = here.collect();
            let keys = widest(ui, here.iter().map(|command| mono(command.keys)));
            let room = ui.available_width() - keys - GAP;
            ui.spacing_mut().item_spacing.y = space::S;
            for command in here {
                let name = Label::new(&*view.t(command.name)).wrap();
                if room < LEAST_NAME {
                    ui.label(mono(command.keys));
                    ui.add(name);
                    continue;
                }
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = GAP;
                    ui.scope(|ui| {
                        ui.set_width(keys);
                        ui.label(mono(command.keys));
                    });
                    ui.add(name);
                });
            }
        });
        buttons_ui(ui, |ui| {
            if quiet_button(ui, view, &view.t(Text::Rules)).clicked() {
                view.act(SettingsAction::Rules);
            }
            close_ui(ui, view);
        });
    });
}

/// How wide the widest of these is in one line.
fn widest(ui: &Ui, texts: impl Iterator<Item = RichText>) -> f32 {
    let width = |text: RichText| {
        let text = WidgetText::from(text);
        text.into_galley(ui, Some(TextWrapMode::Extend), f32::INFINITY, TextStyle::Body).size().x
    };
    texts.map(width).fold(0.0, f32::max)
}
