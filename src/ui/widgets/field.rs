//! Text fields with their labels and problems.

use egui::accesskit::{TextPosition, TextSelection};
use egui::{Id, Key, Label, Response, RichText, TextEdit, Ui};

use crate::domain::{Language, Password};
use crate::model::SettingsAction;

use super::super::icons;
use super::super::theme::{self, size};
use super::super::view::View;
use super::button::choice_button;

/// What is said of a password, however long it is.
const HIDDEN: &str = "•••";

/// A labelled line of text; the problem stands below it. Returns the new text when it was edited.
pub(in crate::ui) fn text_field_ui(
    ui: &mut Ui,
    view: &View<'_>,
    (label, hint): (&str, &str),
    text: &str,
    problem: Option<&str>,
) -> (Response, Option<String>) {
    let mut edited = text.to_owned();
    let response = labelled(ui, view, label, problem, |ui| {
        let hint = RichText::new(hint).color(view.theme.muted);
        let edit = TextEdit::singleline(&mut edited).hint_text(hint).margin(egui::vec2(10.0, 8.0));
        ui.add(edit.desired_width(f32::INFINITY))
    });
    let changed = (edited != text).then_some(edited);
    (response, changed)
}

/// A line of text of its whole width below its label; what it was changed to.
pub(in crate::ui) fn line_ui(ui: &mut Ui, label: Id, text: &str, most: usize) -> Option<String> {
    let mut edited = text.to_owned();
    let edit = TextEdit::singleline(&mut edited)
        .return_key(None)
        .char_limit(most)
        .margin(egui::vec2(10.0, 8.0))
        .desired_width(f32::INFINITY);
    ui.add(edit).labelled_by(label).changed().then_some(edited)
}

/// Whether Enter was pressed in a field of one line. The field keeps the focus, which it would lose.
pub(in crate::ui) fn entered(ui: &Ui, field: &Response) -> bool {
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if entered {
        field.request_focus();
    }
    entered
}

/// A field that narrows down what stands below it; its name is its hint.
pub(in crate::ui) fn filter_field_ui(
    ui: &mut Ui,
    view: &View<'_>,
    name: &str,
    text: &mut String,
    width: f32,
) -> Response {
    let icon = RichText::new(icons::LIST_FILTER).font(theme::icon(14.0)).color(view.theme.muted);
    let edit = TextEdit::singleline(text)
        .return_key(None)
        .prefix(icon)
        .hint_text(RichText::new(name).color(view.theme.muted))
        .margin(egui::vec2(10.0, 7.0));
    ui.add_sized(egui::vec2(width, 32.0), edit).accessible_name(name)
}

/// The password: shown as dots, kept in zeroised memory, and out of egui's undo buffer. Disabled, it can
/// still be read what is wrong with it.
pub(in crate::ui) fn password_field_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    label: &str,
    (problem, is_enabled): (Option<&str>, bool),
) -> Response {
    let id = Id::unique("password");
    let has_any = !view.memory.password.is_empty();
    let mut buffer = std::mem::take(&mut view.memory.password);
    let response = labelled(ui, view, label, problem, |ui| {
        let edit = TextEdit::singleline(&mut buffer).id(id).password(true);
        let edit = edit.char_limit(Password::MAX_CHARS * 2).margin(egui::vec2(10.0, 8.0));
        ui.add_enabled(is_enabled, edit.desired_width(f32::INFINITY))
    });
    view.memory.password = buffer;
    if let Some(mut state) = TextEdit::load_state(ui.ctx(), id) {
        state.clear_undoer();
        TextEdit::store_state(ui.ctx(), id, state);
    }
    hide_length(ui, id, has_any);
    response
}

/// A screen reader is told that there is a password, and not how many characters it has.
fn hide_length(ui: &Ui, id: Id, has_any: bool) {
    let run = id.with(0_usize).with(0_usize);
    let start = TextPosition { node: run.accesskit_id(), character_index: 0 };
    ui.ctx().accesskit_node_builder(id, |field| {
        field.set_value(if has_any { HIDDEN } else { "" });
        field.set_text_selection(TextSelection { anchor: start, focus: start });
    });
    // As of a field with nothing in it.
    ui.ctx().accesskit_node_builder(run, |dots| {
        dots.set_value("");
        dots.set_character_lengths([]);
        dots.set_character_positions([]);
        dots.set_character_widths([]);
        dots.set_word_starts([]);
    });
}

/// The languages of the window; the gateway answers in the chosen one.
pub(in crate::ui) fn language_choice_ui(ui: &mut Ui, view: &mut View<'_>) {
    ui.horizontal(|ui| {
        // Each language names itself, so that it is found by those who read no other.
        for (language, name) in [(Language::English, "English"), (Language::Russian, "Русский")]
        {
            let chosen = view.texts.language() == language;
            if choice_button(ui, view, chosen, name).clicked() {
                view.act(SettingsAction::Language(language));
            }
        }
    });
}

fn labelled(
    ui: &mut Ui,
    view: &View<'_>,
    label: &str,
    problem: Option<&str>,
    field: impl FnOnce(&mut Ui) -> Response,
) -> Response {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let name = ui.label(RichText::new(label).font(theme::semibold(size::CAPTION + 1.0)));
        if problem.is_some() {
            let visuals = ui.visuals_mut();
            visuals.widgets.inactive.bg_stroke.color = view.theme.danger;
            visuals.widgets.hovered.bg_stroke.color = view.theme.danger;
        }
        let response = field(ui).labelled_by(name.id);
        if let Some(problem) = problem {
            let text = RichText::new(problem).size(size::CAPTION).color(view.theme.danger);
            ui.add(Label::new(text).wrap());
        }
        response
    })
    .inner
}
