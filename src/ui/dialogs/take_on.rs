//! The dialog that takes a broken journal on, so that removals go on.

use egui::{Label, Ui};

use crate::i18n::{Text, count};
use crate::model::{Action, JournalAction, TakeOn};

use super::super::view::View;
use super::super::widgets::{danger_button, line_ui, muted, quiet_button, strong, title};
use super::{body_ui, buttons_ui, is_new, modal_ui, unfit_ui};

/// Says what going on means; the safe answer has the focus.
pub(super) fn take_on_ui(ui: &mut Ui, view: &mut View<'_>, dialog: &TakeOn) {
    let line = count(dialog.line);
    let session = view.state.session();
    let unfit = session.and_then(|session| view.state.unfit(session, &dialog.reason));
    modal_ui(ui, view, "take on", 520.0, |ui, view| {
        body_ui(ui, |ui| {
            ui.add(Label::new(title(view.t(Text::TakeOnTitle { line }))).wrap());
            ui.add(Label::new(view.t(Text::TakeOnLead { line }).into_owned()).wrap());
            ui.add(Label::new(muted(view, view.t(Text::TakeOnMeaning))).wrap());
            let label = ui.label(strong(view.t(Text::RemoveReason)));
            if let Some(text) = line_ui(ui, label.id, &dialog.reason, 200) {
                view.act(JournalAction::EditTakeOn(text));
            }
            unfit_ui(ui, view, unfit);
        });
        buttons_ui(ui, |ui| {
            let keep = quiet_button(ui, view, &view.t(Text::TakeOnKeep));
            let go_on =
                danger_button(ui, view, unfit.is_none(), &view.t(Text::TakeOnConfirm { line }));
            if is_new(view) {
                keep.request_focus();
            }
            if keep.clicked() {
                view.act(Action::CloseTop);
            }
            if go_on.clicked() {
                view.act(JournalAction::TakeOn);
            }
        });
    });
}
