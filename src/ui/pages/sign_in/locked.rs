//! The locked window.

use egui::{CentralPanel, Frame, Key, Label, ScrollArea, Ui};

use crate::i18n::Text;
use crate::model::{Session, SessionAction};

use super::form::form_frame;
use crate::ui::theme::space;
use crate::ui::view::View;
use crate::ui::widgets::{
    environment_badge_ui, muted, password_field_ui, primary_button, quiet_button, title,
};

/// Nothing of a customer is on screen until the password is typed again.
pub(in crate::ui) fn locked_ui(ui: &mut Ui, view: &mut View<'_>, session: &Session) {
    let is_new = view.memory.before_lock.is_none();
    if is_new {
        let dialog = view.memory.dialog.as_ref();
        let focused = ui.memory(|memory| memory.focused());
        view.memory.before_lock = Some(dialog.map_or(focused, |shown| shown.focus_before));
    }
    let ground = Frame::new().fill(view.theme.ground);
    CentralPanel::default().frame(ground).show(ui, |ui| {
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            let room = ui.ctx().content_rect().size();
            ui.add_space(((room.y - 380.0) * 0.4).max(8.0));
            let left = ((room.x - 380.0) / 2.0).max(8.0);
            ui.horizontal_top(|ui| {
                ui.add_space(left);
                form_frame(view).show(ui, |ui| {
                    ui.vertical(|ui| {
                        ui.set_width((room.x - 2.0 * left - 64.0).clamp(120.0, 332.0));
                        form_ui(ui, view, session, is_new);
                    });
                });
            });
        });
    });
}

fn form_ui(ui: &mut Ui, view: &mut View<'_>, session: &Session, is_new: bool) {
    ui.spacing_mut().item_spacing.y = space::M;
    ui.horizontal(|ui| environment_badge_ui(ui, view, session.environment()));
    ui.label(title(view.t(Text::LockedTitle)));
    let merchant = session.credentials.merchant_id.get().to_string();
    let login = session.credentials.login.as_str();
    let text = view.t(Text::LockedLead { merchant: &merchant, login });
    ui.add(Label::new(muted(view, text)).wrap());
    let label = view.t(Text::FieldPassword);
    let wrong = session.unlock_failed.then(|| view.t(Text::LockedWrong));
    let field = password_field_ui(ui, view, &label, wrong.as_deref());
    if is_new {
        field.request_focus();
    }
    // On a button Enter is that button's own.
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if ui.memory(|memory| memory.focused().is_none()) {
        field.request_focus();
    }
    ui.horizontal_wrapped(|ui| {
        if primary_button(ui, view, true, &view.t(Text::Unlock)).clicked() || entered {
            let password = view.memory.password.take();
            view.act(SessionAction::Unlock { password });
        }
        if quiet_button(ui, view, &view.t(Text::SignOut)).clicked() {
            view.act(SessionAction::SignOut);
        }
    });
}
