//! The progress of a batch in the status line.

use egui::Ui;

use crate::batch::Progress;
use crate::i18n::{Text, count};
use crate::model::{Page, Session, SessionAction};

use crate::ui::view::View;
use crate::ui::widgets::link_text;

/// In the status bar of every page: how far a list is that is being verified. Leads to it.
pub(in crate::ui) fn batch_status_ui(ui: &mut Ui, view: &mut View<'_>, session: &Session) {
    let Some(run) = session.batch.run.as_ref().filter(|run| run.result.is_none()) else { return };
    let (done, all) = match run.progress {
        Some(Progress { done, all, .. }) => (done, all),
        None => (0, run.list.numbers.len()),
    };
    let (done, all) = (count(done), count(all));
    let text = match run.paused {
        true => Text::StatusBatchPaused { done, all },
        false => Text::StatusBatch { done, all },
    };
    if ui.link(link_text(view, view.t(text))).clicked() {
        view.act(SessionAction::Show(Page::Batch));
    }
}
