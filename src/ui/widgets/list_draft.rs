//! A list of customers that is being given.

use egui::{ScrollArea, TextEdit, Ui, vec2};

use crate::i18n::{Text, count};
use crate::model::{ListAction, ListDraft, ListPlace};

use super::super::theme::space;
use super::super::view::View;
use super::button::{check_box, quiet_button};
use super::field::entered;
use super::list_parts::{doubts_told_ui, list_parts_ui};
use super::text::strong;

/// Rows of the field of numbers, and where there is little room, which what was found in a file needs
/// below it.
const ROWS: usize = 6;
const FEW_ROWS: usize = 2;

/// A list of customers as it is being given, and all that is said of it. Returns the field of
/// numbers.
pub(in crate::ui) fn list_draft_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    place: ListPlace,
    draft: &ListDraft,
    is_low: bool,
) -> egui::Response {
    let label = ui.label(strong(view.t(Text::BatchNumbers)));
    let mut text = draft.text.clone();
    let rows = if is_low { FEW_ROWS } else { ROWS };
    let height = rows as f32 * 20.0 + 20.0;
    let field = ScrollArea::vertical().id_salt("numbers").max_height(height).show(ui, |ui| {
        let edit = TextEdit::multiline(&mut text)
            .margin(vec2(10.0, 8.0))
            .desired_rows(rows)
            .desired_width(f32::INFINITY);
        let response = ui.add(edit).labelled_by(label.id);
        if response.changed() {
            view.act((place, ListAction::Edit(text)));
        }
        response
    });
    doubts_yes_ui(ui, view, place, draft);
    list_parts_ui(ui, view, &draft.parts, &draft.list, Some(place));
    path_ui(ui, view, place, draft);
    field.inner
}

/// Doubtful numbers are asked for after a yes alone. It stands above the lines, however many there are.
fn doubts_yes_ui(ui: &mut Ui, view: &mut View<'_>, place: ListPlace, draft: &ListDraft) {
    let doubtful: usize = draft.parts.iter().map(|part| part.doubtful().len()).sum();
    if doubtful > 0 {
        let mut yes = draft.as_they_stand();
        doubts_told_ui(ui, view, doubtful, yes);
        let text = view.t(Text::ListAsTheyStand { count: count(doubtful) }).into_owned();
        if check_box(ui, view, &mut yes, text).changed() {
            view.act((place, ListAction::AsTheyStand(yes)));
        }
    }
}

fn path_ui(ui: &mut Ui, view: &mut View<'_>, place: ListPlace, draft: &ListDraft) {
    ui.add_space(space::XS);
    let label = ui.label(strong(view.t(Text::QueuePath)));
    ui.horizontal(|ui| {
        let mut path = draft.path.clone();
        let edit = TextEdit::singleline(&mut path)
            .margin(vec2(10.0, 8.0))
            .desired_width((ui.available_width() - 110.0).max(80.0));
        let response = ui.add(edit).labelled_by(label.id);
        let entered = entered(ui, &response);
        if response.changed() {
            view.act((place, ListAction::EditPath(path)));
        }
        if quiet_button(ui, view, &view.t(Text::QueueRead)).clicked() || entered {
            view.act((place, ListAction::ReadTyped));
        }
    });
}
