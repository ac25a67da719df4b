//! The locked window.

use egui::accesskit::Live;
use egui::{CentralPanel, Frame, Key, Label, ScrollArea, Ui};

use jiff::SignedDuration;

use crate::i18n::{Text, count};
use crate::model::{Session, SessionAction, WrongPasswords};

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
    let tries = session.wrong_passwords;
    let wrong = (tries.count() > 0).then(|| view.t(Text::LockedWrong));
    let wait = tries.wait(view.now.timestamp);
    let field = password_field_ui(ui, view, &label, (wrong.as_deref(), wait.is_none()));
    tries_ui(ui, view, tries, wait);
    if is_new {
        field.request_focus();
    }
    // On a button Enter is that button's own.
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if wait.is_none() && ui.memory(|memory| memory.focused().is_none()) {
        field.request_focus();
    }
    ui.horizontal_wrapped(|ui| {
        let unlock = primary_button(ui, view, wait.is_none(), &view.t(Text::Unlock));
        if unlock.clicked() || entered {
            let password = view.memory.password.take();
            view.act(SessionAction::Unlock { password });
        }
        if quiet_button(ui, view, &view.t(Text::SignOut)).clicked() {
            view.act(SessionAction::SignOut);
        }
    });
}

/// From so many tries left on it is told how many there are.
const FEW: u32 = 5;

/// How long the next try has to wait, and how many there are.
fn tries_ui(ui: &mut Ui, view: &View<'_>, tries: WrongPasswords, wait: Option<SignedDuration>) {
    if let Some(wait) = wait {
        // A second that has begun counts whole.
        let seconds = wait.as_secs() + i64::from(wait.subsec_nanos() > 0);
        let seconds = count(usize::try_from(seconds).unwrap_or_default());
        ui.add(Label::new(muted(view, view.t(Text::LockedWait { seconds }))).wrap());
    }
    if tries.count() > 0 && tries.left() <= FEW {
        let left = count(usize::try_from(tries.left()).unwrap_or_default());
        let said = ui.add(Label::new(muted(view, view.t(Text::LockedLeft { left }))).wrap());
        ui.ctx().accesskit_node_builder(said.id, |node| node.set_live(Live::Polite));
    }
}
