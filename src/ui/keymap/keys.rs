//! Keys that work everywhere in the window.

use egui::{FocusDirection, Key, Modifiers, Ui};

use crate::model::{Page, QueueAction};

use crate::ui::keymap::commands;
use crate::ui::keymap::focus::focus_look_up;
use crate::ui::keymap::typing;
use crate::ui::view::View;

/// Whether keys belong to a field. Esc takes the focus from a field before anybody sees it: it is
/// the field's all the same.
fn is_typing(ui: &Ui, view: &mut View<'_>) -> bool {
    let now = ui.ctx().text_edit_focused();
    std::mem::replace(&mut view.memory.typing, now) || now
}

/// Turns keys into actions. A dialog keeps all keys but its own to itself.
pub(in crate::ui) fn global(ui: &Ui, view: &mut View<'_>) {
    let typing = is_typing(ui, view);
    if !typing && view.state.dialog.is_none() && !view.state.is_locked() {
        paste(ui, view);
        arrows(ui, view);
    }
    let before = view.actions.len();
    commands::press(ui, view, typing);
    if !typing && view.state.dialog.is_none() && view.actions.len() == before {
        look_up(ui, view);
    }
}

/// A number that is typed where no field is, is one to look up.
fn look_up(ui: &Ui, view: &mut View<'_>) {
    if view.state.session().is_none_or(|session| session.locked) {
        return;
    }
    let nowhere = ui.memory(|memory| memory.focused().is_none());
    let begins =
        |text: &str| text.starts_with(|c: char| c.is_numeric() || nowhere && c.is_alphabetic());
    if typing::postpone_text(ui.ctx(), begins) {
        focus_look_up(ui);
    }
}

/// What is pasted where no field is, is a list of customers.
fn paste(ui: &Ui, view: &mut View<'_>) {
    let pasted = ui.input(|input| {
        input.events.iter().find_map(|event| match event {
            egui::Event::Paste(text) => Some(text.clone()),
            _ => None,
        })
    });
    if view.state.session().is_some()
        && let Some(text) = pasted.filter(|text| !text.trim().is_empty())
    {
        view.act(QueueAction::Give(text));
    }
}

/// From nowhere an arrow leads to the tiles.
fn arrows(ui: &Ui, view: &mut View<'_>) {
    let state = view.state;
    let Some(session) = state.session().filter(|session| session.page == Page::Customer) else {
        return;
    };
    let arrows = [Key::ArrowLeft, Key::ArrowRight, Key::ArrowUp, Key::ArrowDown];
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let nowhere = ui.memory(|memory| memory.focused().is_none());
    if nowhere && arrows.into_iter().any(pressed) {
        // The window would move the focus on from there in this same frame.
        ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
        view.memory.focus_tile = Some(session.selected_card().map_or(0, |(index, _)| index));
    }
}
