//! What a person does at the window: clicks, keys, typing.
use egui::accesskit::Role;
use egui::{Key, Modifiers};

use super::stage::Stage;

impl Stage {
    /// Clicks, and runs frames until nothing moves.
    #[track_caller]
    pub(super) fn click(&mut self, name: &str) {
        self.click_on(Role::Button, name);
    }

    #[track_caller]
    pub(super) fn click_on(&mut self, role: Role, name: &str) {
        if self.state().dialog.is_some() {
            self.wait_out_clicks();
        }
        self.get(role, name).click();
        self.rest();
    }

    #[track_caller]
    pub(super) fn press(&mut self, key: Key) {
        self.press_with(Modifiers::NONE, key);
    }

    pub(super) fn press_with(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.rest();
    }

    /// Puts the focus on a field, replaces what is in it.
    #[track_caller]
    pub(super) fn type_into(&mut self, name: &str, text: &str) {
        self.type_into_role(Role::TextInput, name, text);
    }

    #[track_caller]
    pub(super) fn type_into_role(&mut self, role: Role, name: &str, text: &str) {
        self.get(role, name).focus();
        self.rest();
        self.press_with(Modifiers::COMMAND, Key::A);
        self.press(Key::Backspace);
        self.type_text(text);
    }

    /// Types into whatever has the focus.
    pub(super) fn type_text(&mut self, text: &str) {
        if !text.is_empty() {
            self.harness.event(egui::Event::Text(text.to_owned()));
        }
        self.rest();
    }

    /// Selects the card at this index by a click on its tile.
    #[track_caller]
    pub(super) fn select(&mut self, index: usize) {
        let name = self.tile_name(index);
        self.get(Role::Button, &name).click();
        self.rest();
    }

    /// Turns the wheel over the middle of the window.
    pub(super) fn scroll(&mut self, points: f32) {
        let middle = self.harness.ctx.content_rect().center();
        self.harness.hover_at(middle);
        self.harness.event(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: egui::vec2(0.0, points),
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Wheel,
            modifiers: Modifiers::NONE,
        });
        self.rest();
        self.harness.remove_cursor();
        self.rest();
    }

    /// Looks a customer up as a person would: Ctrl+L, the number, Enter.
    pub(super) fn look_up(&mut self, number: &str) {
        self.press_with(Modifiers::COMMAND, Key::L);
        self.type_text(number);
        self.press(Key::Enter);
    }

    /// Looks up, and waits for the answer.
    pub(super) fn show(&mut self, number: &str) {
        self.look_up(number);
        self.run_until("the list", |stage| !stage.is_asking());
    }
}
