//! The dialog that takes a list of customers to work through.

use egui::{Key, Label, Ui};

use crate::i18n::{Text, count};
use crate::model::{Action, ListAction, ListDraft, ListPlace, QueueAction};

use super::super::view::View;
use super::super::widgets::{caption, list_draft_ui, muted, primary_button, quiet_button, title};
use super::{body_ui, buttons_ui, is_new, modal_ui};

/// Height of the window below which the field of numbers has few rows, in points.
const LOW: f32 = 600.0;

/// A list of customers to work through: pasted, typed, or read from files.
pub(super) fn queue_ui(ui: &mut Ui, view: &mut View<'_>, draft: &ListDraft) {
    let has_known = view.state.session().is_some_and(|session| !session.known.is_empty());
    let is_low = ui.ctx().content_rect().height() < LOW;
    modal_ui(ui, view, "queue", 600.0, |ui, view| {
        body_ui(ui, |ui| {
            ui.label(title(view.t(Text::QueueGive)));
            ui.add(Label::new(muted(view, view.t(Text::QueueLead))).wrap());
            let numbers = list_draft_ui(ui, view, ListPlace::Queue, draft, is_low);
            if is_new(view) {
                numbers.request_focus();
            }
            let taken =
                ui.input_mut(|input| input.consume_key(egui::Modifiers::COMMAND, Key::Enter));
            if taken {
                view.act(QueueAction::Take);
            }
            ui.label(caption(view, view.t(Text::QueueTakeKey)));
        });
        buttons_ui(ui, |ui| {
            if has_known && quiet_button(ui, view, &view.t(Text::BatchAllKnown)).clicked() {
                view.act((ListPlace::Queue, ListAction::AllKnown));
            }
            if quiet_button(ui, view, &view.t(Text::Cancel)).clicked() {
                view.act(Action::CloseTop);
            }
            let count = count(draft.list.numbers.len());
            let text = view.t(Text::QueueTake { count });
            if primary_button(ui, view, count > 0, &text).clicked() {
                view.act(QueueAction::Take);
            }
        });
    });
}
