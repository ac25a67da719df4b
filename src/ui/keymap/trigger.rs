//! What a command is about, and which keys it answers to.

use egui::{Event, Key, Modifiers, Ui};

/// What a command is about, what is nearest to the person first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::ui) enum About {
    /// The card that is inspected.
    Card,
    /// What is on this page alone.
    Page,
    /// Whose cards are on screen.
    Customer,
    Window,
    /// All customers of a list, who are seldom meant.
    List,
}

/// What the keyboard brings for a command.
pub(in crate::ui) enum Trigger {
    Key(Modifiers, Key),
    /// As text, not as a key: where it is on the keyboard differs. Never while a field has the
    /// focus.
    Typed(&'static str),
    /// Whatever is held down with it.
    Any(Key),
    /// Where a tile has the focus; elsewhere it is left to what has it.
    OnTile(Modifiers, Key),
    /// The system's way to copy.
    Copy,
}

impl Trigger {
    /// Whether it came in this frame; a key is then taken.
    pub(in crate::ui) fn is_pulled(&self, ui: &Ui, typing: bool, on_tile: bool) -> bool {
        match self {
            Self::Key(modifiers, key) => take_key(ui, *key, |held| held.matches_exact(*modifiers)),
            Self::OnTile(modifiers, key) => {
                on_tile && take_key(ui, *key, |held| held.matches_exact(*modifiers))
            }
            Self::Any(key) => take_key(ui, *key, |_| true),
            Self::Typed(sign) => {
                let typed = |event: &Event| matches!(event, Event::Text(text) if text == sign);
                !typing && ui.input(|input| input.events.iter().any(typed))
            }
            Self::Copy => ui.input(|input| {
                let copies = |event: &Event| matches!(event, Event::Copy);
                !input.modifiers.shift && input.events.iter().any(copies)
            }),
        }
    }
}

/// Whether a key was pressed with such modifiers; it is then taken.
fn take_key(ui: &Ui, wanted_key: Key, is_wanted: impl Fn(&Modifiers) -> bool) -> bool {
    ui.input_mut(|input| {
        let before = input.events.len();
        input.events.retain(|event| {
            !matches!(event, Event::Key { key, modifiers, pressed: true, .. }
                if *key == wanted_key && is_wanted(modifiers))
        });
        input.events.len() < before
    })
}
