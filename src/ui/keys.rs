//! Keys that work everywhere in the window.

use egui::{Key, Modifiers, Ui};

use crate::i18n::Text;
use crate::model::{
    Action, CardAction, LookUpAction, Page, RemovalAction, SessionAction, SettingsAction, Stage,
};

use super::view::View;

/// What the keys page lists.
pub(super) const KEYS: &[(&str, Text<'static>)] = &[
    ("Ctrl+L", Text::KeyLookUp),
    ("F5", Text::KeyRefresh),
    ("Tab", Text::KeyTab),
    ("Enter", Text::KeyInspect),
    ("Space", Text::KeyLarge),
    ("Delete", Text::KeyRemove),
    ("Ctrl+C", Text::KeyCopyDigits),
    ("Ctrl+Shift+C", Text::KeyCopyToken),
    ("Ctrl+J", Text::KeyJournal),
    ("Ctrl+Shift+L", Text::KeyLock),
    ("F1, ?", Text::KeyKeys),
    ("Ctrl + − 0", Text::KeyZoom),
    ("Esc", Text::KeyClose),
    ("Ctrl+Q", Text::KeyQuit),
];

/// Turns keys into actions. A dialog keeps all keys but its own to itself.
pub(super) fn global(ui: &Ui, view: &mut View<'_>) {
    let pressed =
        |modifiers: Modifiers, key: Key| ui.input_mut(|input| input.consume_key(modifiers, key));
    if pressed(Modifiers::COMMAND, Key::Q) {
        view.act(Action::Quit);
    }
    let Stage::Desk(session) = &view.state.stage else {
        if view.state.dialog.is_none() && pressed(Modifiers::NONE, Key::F1) {
            view.act(SettingsAction::Keys);
        }
        return;
    };
    if session.locked {
        return;
    }
    if pressed(Modifiers::COMMAND | Modifiers::SHIFT, Key::L) {
        view.act(SessionAction::Lock);
        return;
    }
    if view.state.dialog.is_some() {
        return;
    }
    if pressed(Modifiers::COMMAND, Key::L) {
        view.memory.focus_look_up = true;
    }
    if pressed(Modifiers::NONE, Key::F5) {
        view.act(LookUpAction::Refresh);
    }
    let typing = ui.ctx().egui_wants_keyboard_input();
    if pressed(Modifiers::NONE, Key::F1) || (!typing && typed_question_mark(ui)) {
        view.act(SettingsAction::Keys);
    }
    if pressed(Modifiers::COMMAND, Key::J) {
        let page = match session.page {
            Page::Customer => Page::Journal,
            Page::Journal => Page::Customer,
        };
        view.act(SessionAction::Show(page));
    }
    if typing || session.page != Page::Customer {
        return;
    }
    if let Some((index, _)) = session.selected_card() {
        if pressed(Modifiers::NONE, Key::Escape) {
            view.act(Action::CloseTop);
        }
        let copied = ui.input(|input| input.events.iter().any(|e| matches!(e, egui::Event::Copy)));
        if pressed(Modifiers::COMMAND | Modifiers::SHIFT, Key::C) {
            view.act(CardAction::CopyToken(index));
        } else if copied {
            view.act(CardAction::CopyLastFour(index));
        }
        let on_widget = ui.memory(|memory| memory.focused().is_some());
        if !on_widget && pressed(Modifiers::NONE, Key::Delete) {
            view.act(RemovalAction::Ask(index));
        }
    }
}

/// As text, not as a key: where it is on the keyboard differs.
fn typed_question_mark(ui: &Ui) -> bool {
    ui.input(|input| input.events.iter().any(|e| matches!(e, egui::Event::Text(t) if t == "?")))
}
