//! Keys that work everywhere in the window.

use egui::{FocusDirection, Key, Modifiers, Ui};

use crate::i18n::Text;
use crate::model::{
    Action, CardAction, JournalAction, LookUpAction, Page, RemovalAction, RevocationAction,
    Session, SessionAction, SettingsAction, Stage,
};

use crate::removal::Scope;

use super::screens::{customers, header};
use super::view::View;

/// What the keys page lists.
pub(super) const KEYS: &[(&str, Text<'static>)] = &[
    ("Ctrl+L", Text::KeyLookUp),
    ("F5", Text::KeyRefresh),
    ("Tab", Text::KeyTab),
    ("Enter", Text::KeyInspect),
    ("Space", Text::KeyLarge),
    ("Delete", Text::KeyRemove),
    ("X, Ctrl+A", Text::KeyPick),
    ("J, K", Text::KeyCustomers),
    ("Ctrl+C", Text::KeyCopyDigits),
    ("Ctrl+Shift+C", Text::KeyCopyToken),
    ("Ctrl+J", Text::KeyJournal),
    ("Ctrl+G", Text::KeySheet),
    ("← →", Text::KeyNext),
    ("Shift+← →", Text::KeyDivider),
    ("N, P", Text::KeyFinding),
    ("Ctrl+Shift+L", Text::KeyLock),
    ("F1, ?", Text::KeyKeys),
    ("Ctrl + − 0", Text::KeyZoom),
    ("Esc", Text::KeyClose),
    ("Ctrl+Q", Text::KeyQuit),
];

/// Whether keys belong to a field. Esc takes the focus from a field before anybody sees it: it is
/// the field's all the same.
fn is_typing(ui: &Ui, view: &mut View<'_>) -> bool {
    let now = ui.ctx().text_edit_focused();
    std::mem::replace(&mut view.memory.typing, now) || now
}

/// Turns keys into actions. A dialog keeps all keys but its own to itself.
pub(super) fn global(ui: &Ui, view: &mut View<'_>) {
    let typing = is_typing(ui, view);
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
        // At once: what is typed next may come within the same frame.
        header::focus_look_up(ui);
    }
    if pressed(Modifiers::NONE, Key::F5) {
        view.act(LookUpAction::Refresh);
    }
    if pressed(Modifiers::NONE, Key::F1) || (!typing && typed_question_mark(ui)) {
        view.act(SettingsAction::Keys);
    }
    if pressed(Modifiers::COMMAND, Key::J) {
        let page = match session.page {
            Page::Customer | Page::Sheet | Page::Batch => Page::Journal,
            Page::Journal => Page::Customer,
        };
        view.act(SessionAction::Show(page));
    }
    if pressed(Modifiers::COMMAND, Key::G) {
        view.act(SessionAction::Show(other_than_sheet(session.page)));
    }
    if typing {
        return;
    }
    for (key, below) in [(Key::J, true), (Key::K, false)] {
        if pressed(Modifiers::NONE, key)
            && let Some(number) = customers::neighbour(view, session, below)
        {
            view.act(LookUpAction::Open(number));
        }
    }
    if session.page == Page::Journal {
        if let Some(removal) = view.state.journal.open.clone()
            && pressed(Modifiers::NONE, Key::Escape)
        {
            view.act(JournalAction::Toggle { removal });
        }
        return;
    }
    if session.page == Page::Customer {
        of_cards(ui, view, session);
    }
}

/// Keys of a customer's cards.
fn of_cards(ui: &Ui, view: &mut View<'_>, session: &Session) {
    let on_tile = view.memory.focused_tile.is_some();
    let pressed =
        |modifiers: Modifiers, key: Key| ui.input_mut(|input| input.consume_key(modifiers, key));
    let arrows = [Key::ArrowLeft, Key::ArrowRight, Key::ArrowUp, Key::ArrowDown];
    let nowhere = ui.memory(|memory| memory.focused().is_none());
    if nowhere && arrows.into_iter().any(|arrow| pressed(Modifiers::NONE, arrow)) {
        // The window would move the focus on from there in this same frame.
        ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
        view.memory.focus_tile = Some(session.selected_card().map_or(0, |(index, _)| index));
    }
    for (key, back) in [(Key::N, false), (Key::P, true)] {
        if pressed(Modifiers::NONE, key) {
            view.act(CardAction::StepFinding { back });
        }
    }
    if !session.cards().is_empty() && pressed(Modifiers::COMMAND, Key::A) {
        view.act(RevocationAction::PickScope(Scope::All));
    }
    let picking = session.customer.as_ref().is_some_and(|customer| customer.picking.is_some());
    if picking && session.selected_card().is_none() && pressed(Modifiers::NONE, Key::Escape) {
        view.act(Action::CloseTop);
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
        // A tile in focus asks about its own card.
        if !on_tile && pressed(Modifiers::NONE, Key::Delete) {
            view.act(RemovalAction::Ask(index));
        }
    }
}

/// Where the key of the contact sheet leads: to it, and back.
pub(super) fn other_than_sheet(page: Page) -> Page {
    match page {
        Page::Customer | Page::Journal | Page::Batch => Page::Sheet,
        Page::Sheet => Page::Customer,
    }
}

/// As text, not as a key: where it is on the keyboard differs.
fn typed_question_mark(ui: &Ui) -> bool {
    ui.input(|input| input.events.iter().any(|e| matches!(e, egui::Event::Text(t) if t == "?")))
}
