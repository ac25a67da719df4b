//! The dialog that accepts a finding, with a reason.

use egui::{Label, TextEdit, Ui, vec2};

use crate::i18n::Text;
use crate::model::{AcknowledgeDialog, Action, VerdictAction};
use crate::verify::condition;

use super::super::view::View;
use super::super::widgets::{caption, mono, muted, primary_button, quiet_button, strong, title};
use super::{body_ui, buttons_ui, is_new, modal_ui};

/// Asks why a finding is accepted.
pub(super) fn acknowledge_ui(ui: &mut Ui, view: &mut View<'_>, dialog: &AcknowledgeDialog) {
    modal_ui(ui, view, "acknowledge", 480.0, |ui, view| {
        let mut submitted = false;
        body_ui(ui, |ui| {
            ui.label(title(view.t(Text::AcknowledgeTitle)));
            ui.label(mono(dialog.rule.name()));
            ui.add(Label::new(condition(view.texts, dialog.rule)).wrap());
            ui.add(Label::new(muted(view, view.t(Text::AcknowledgeLead))).wrap());
            let label = ui.label(strong(view.t(Text::AcknowledgeWhy)));
            let mut text = dialog.why.clone();
            let edit = TextEdit::singleline(&mut text)
                .char_limit(500)
                .margin(vec2(10.0, 8.0))
                .desired_width(f32::INFINITY);
            let response = ui.add(edit).labelled_by(label.id);
            if is_new(view) {
                response.request_focus();
            }
            submitted =
                response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
            if response.changed() {
                view.act(VerdictAction::EditWhy(text));
            }
            ui.add(Label::new(caption(view, view.t(Text::AcknowledgeNote))).wrap());
        });
        buttons_ui(ui, |ui| {
            if quiet_button(ui, view, &view.t(Text::Cancel)).clicked() {
                view.act(Action::CloseTop);
            }
            let yes = primary_button(ui, view, true, &view.t(Text::AcknowledgeConfirm)).clicked();
            if yes || submitted {
                view.act(VerdictAction::Confirm);
            }
        });
    });
}
