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
    /// Left to whatever has the focus as well.
    Seen(Key),
    /// The system's way to copy.
    Copy,
}

impl Trigger {
    /// Whether it came in this frame; a key is then taken.
    pub(in crate::ui) fn is_pulled(&self, ui: &Ui, typing: bool) -> bool {
        match self {
            Self::Key(modifiers, key) => take_key(ui, *modifiers, *key),
            Self::Typed(sign) => {
                let typed = |event: &Event| matches!(event, Event::Text(text) if text == sign);
                !typing && ui.input(|input| input.events.iter().any(typed))
            }
            Self::Seen(key) => ui.input(|input| input.key_pressed(*key)),
            Self::Copy => ui.input(|input| {
                let copies = |event: &Event| matches!(event, Event::Copy);
                !input.modifiers.shift && input.events.iter().any(copies)
            }),
        }
    }
}

/// Whether a key was pressed with exactly these modifiers; it is then taken.
fn take_key(ui: &Ui, wanted: Modifiers, wanted_key: Key) -> bool {
    ui.input_mut(|input| {
        let before = input.events.len();
        input.events.retain(|event| {
            !matches!(event, Event::Key { key, modifiers, pressed: true, .. }
                if *key == wanted_key && modifiers.matches_exact(wanted))
        });
        input.events.len() < before
    })
}
