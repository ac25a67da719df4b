//! What takes the keyboard's focus by name: the look-up field, and what comes first on a new page.

use egui::{Id, Response, TextEdit, Ui};

use crate::ui::view::View;

/// The look-up field's identity: Ctrl+L puts the focus there.
pub(in crate::ui) fn look_up_id() -> Id {
    Id::unique("look up")
}

/// Puts the focus into the look-up field, its text selected.
pub(in crate::ui) fn focus_look_up(ui: &Ui) {
    let id = look_up_id();
    ui.memory_mut(|memory| memory.request_focus(id));
    if let Some(mut state) = TextEdit::load_state(ui.ctx(), id) {
        let end = egui::text::CCursor::new(usize::MAX / 2);
        let all = egui::text::CCursorRange::two(egui::text::CCursor::new(0), end);
        state.cursor.set_char_range(Some(all));
        TextEdit::store_state(ui.ctx(), id, state);
    }
}

/// Gives the focus to what comes first on a new page, unless something has it by now.
pub(in crate::ui) fn begins_at(ui: &Ui, view: &mut View<'_>, first: &Response) {
    if view.state.dialog.is_some() || !std::mem::take(&mut view.memory.page_begins) {
        return;
    }
    if ui.memory(|memory| memory.focused().is_none()) {
        first.request_focus();
    }
}
