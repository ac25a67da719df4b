//! How to begin: what to ask the gateway's support for, and what needs nothing of it.

use egui::{Label, Ui};

use crate::i18n::Text;
use crate::model::{CardAction, SettingsAction};

use super::super::view::View;
use super::super::widgets::{muted, quiet_button, strong, title};
use super::{body_ui, buttons_ui, close_ui, modal_ui};

/// What a merchant asks Assist's support for; the letter names the same.
const QUESTIONS: [Text<'static>; 5] = [
    Text::BeginningServer,
    Text::BeginningMerchant,
    Text::BeginningLogin,
    Text::BeginningRights,
    Text::BeginningNetwork,
];

/// For whoever has no credentials yet.
pub(super) fn beginning_ui(ui: &mut Ui, view: &mut View<'_>) {
    modal_ui(ui, view, "beginning", 560.0, |ui, view| {
        body_ui(ui, |ui| {
            ui.label(title(view.t(Text::BeginningTitle)));
            ui.add(Label::new(&*view.t(Text::BeginningLead)).wrap());
            for question in questions(view) {
                ui.add(Label::new(question).wrap());
            }
            ui.label(strong(view.t(Text::BeginningThen)));
            ui.add(Label::new(&*view.t(Text::BeginningCustomers)).wrap());
            ui.add(Label::new(muted(view, view.t(Text::BeginningSandbox))).wrap());
        });
        buttons_ui(ui, |ui| {
            if quiet_button(ui, view, &view.t(Text::Keys)).clicked() {
                view.act(SettingsAction::Keys);
            }
            if quiet_button(ui, view, &view.t(Text::BeginningCopy)).clicked() {
                view.act(CardAction::CopyText(letter(view)));
            }
            close_ui(ui, view);
        });
    });
}

/// To be sent to Assist's support.
fn letter(view: &View<'_>) -> String {
    format!("{}\n\n{}\n", view.t(Text::BeginningLetter), questions(view).join("\n"))
}

/// Each with its number.
fn questions(view: &View<'_>) -> Vec<String> {
    let numbered = (1..).zip(QUESTIONS);
    numbered.map(|(number, question)| format!("{number}. {}", view.t(question))).collect()
}
