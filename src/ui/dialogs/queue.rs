use egui::{Key, Label, RichText, ScrollArea, TextEdit, Ui, vec2};

use crate::batch::row_refusal;
use crate::i18n::{Text, count};
use crate::model::{Action, QueueAction, QueueDialog};

use super::super::view::View;
use super::super::widgets::{caption, muted, primary_button, quiet_button, strong, title};
use super::{body_ui, buttons_ui, is_new, modal_ui};

/// Refused rows that are shown.
const ROWS: usize = 6;

/// A list of customers to work through: pasted, typed, or read from a file.
pub(super) fn queue_ui(ui: &mut Ui, view: &mut View<'_>, dialog: &QueueDialog) {
    let known: Vec<String> = view.state.session().map_or_else(Vec::new, |session| {
        session.known.iter().map(|known| known.number.clone()).collect()
    });
    modal_ui(ui, view, "queue", 480.0, |ui, view| {
        body_ui(ui, |ui| {
            ui.label(title(view.t(Text::QueueGive)));
            ui.add(Label::new(muted(view, view.t(Text::QueueLead))).wrap());
            numbers_ui(ui, view, dialog);
            said_ui(ui, view, dialog);
            path_ui(ui, view, dialog);
        });
        buttons_ui(ui, |ui| {
            if !known.is_empty() && quiet_button(ui, view, &view.t(Text::BatchAllKnown)).clicked() {
                view.act(QueueAction::Edit(known.join("\n")));
            }
            if quiet_button(ui, view, &view.t(Text::Cancel)).clicked() {
                view.act(Action::CloseTop);
            }
            let count = count(dialog.list.numbers.len());
            let text = view.t(Text::QueueTake { count });
            if primary_button(ui, view, count > 0, &text).clicked() {
                view.act(QueueAction::Take);
            }
        });
    });
}

fn numbers_ui(ui: &mut Ui, view: &mut View<'_>, dialog: &QueueDialog) {
    let label = ui.label(strong(view.t(Text::BatchNumbers)));
    let mut text = dialog.text.clone();
    ScrollArea::vertical().id_salt("queue numbers").max_height(180.0).show(ui, |ui| {
        let edit = TextEdit::multiline(&mut text)
            .margin(vec2(10.0, 8.0))
            .desired_rows(7)
            .desired_width(f32::INFINITY);
        let response = ui.add(edit).labelled_by(label.id);
        if is_new(view) {
            response.request_focus();
        }
        if response.changed() {
            view.act(QueueAction::Edit(text));
        }
        let taken = ui.input_mut(|input| input.consume_key(egui::Modifiers::COMMAND, Key::Enter));
        if taken {
            view.act(QueueAction::Take);
        }
    });
    ui.label(caption(view, view.t(Text::QueueTakeKey)));
}

/// What was left out, and why.
fn said_ui(ui: &mut Ui, view: &View<'_>, dialog: &QueueDialog) {
    let list = &dialog.list;
    if list.folded > 0 {
        let count = count(list.folded);
        ui.label(muted(view, view.t(Text::BatchFolded { count })));
    }
    for row in list.refused.iter().take(ROWS) {
        let (line, value) = (count(row.line), row.value.as_str());
        let why = row_refusal(view.texts, &row.error);
        let said = view.t(Text::BatchRefused { line, value, why: &why });
        ui.add(Label::new(RichText::new(said).color(view.theme.danger)).wrap());
    }
    let more = list.refused.len().saturating_sub(ROWS);
    if more > 0 {
        ui.label(muted(view, view.t(Text::ViewerMore { count: count(more) })));
    }
}

fn path_ui(ui: &mut Ui, view: &mut View<'_>, dialog: &QueueDialog) {
    let label = ui.label(strong(view.t(Text::QueuePath)));
    ui.horizontal(|ui| {
        let mut path = dialog.path.clone();
        let edit = TextEdit::singleline(&mut path)
            .margin(vec2(10.0, 8.0))
            .desired_width((ui.available_width() - 110.0).max(80.0));
        let response = ui.add(edit).labelled_by(label.id);
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if response.changed() {
            view.act(QueueAction::EditPath(path.clone()));
        }
        let read = quiet_button(ui, view, &view.t(Text::QueueRead)).clicked() || entered;
        if read && !path.trim().is_empty() {
            view.act(QueueAction::Read(path.trim().into()));
        }
    });
}
