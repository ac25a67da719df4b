//! The batch page: the list, the run, the result.

use egui::{Label, ScrollArea, Ui};

use crate::batch::{BatchError, Progress, account, batch_words};
use crate::domain::redact;
use crate::i18n::{Text, count};
use crate::model::{BatchAction, BatchRun, ListAction, ListPlace, Page, Session, SessionAction};

use super::ended::ended_ui;
use crate::ui::format::error_text::{self, Explained};
use crate::ui::icons;
use crate::ui::keymap::focus::begins_at;
use crate::ui::theme::space;
use crate::ui::view::View;
use crate::ui::widgets::{
    Tone, banner_ui, bar_ui, caption, folded, followed_ui, icon_button, list_draft_ui,
    list_parts_ui, muted, primary_button, quiet_button, title,
};

/// Height of what is left for the list below which the field of numbers has few rows, in points.
const LOW: f32 = 360.0;

/// A list of customers to verify: typed, under way, done.
pub(in crate::ui) fn batch_ui(ui: &mut Ui, view: &mut View<'_>, session: &Session) {
    ui.horizontal(|ui| {
        ui.set_row_height(32.0);
        let back = icon_button(ui, view, icons::ARROW_LEFT, &view.t(Text::BackToCards));
        // Where a list is to be given, its field is what a person came for.
        if session.batch.run.is_some() {
            begins_at(ui, view, &back);
        }
        if back.clicked() {
            view.act(SessionAction::Show(Page::Customer));
        }
        ui.label(title(view.t(Text::Batch)));
    });
    ui.add_space(space::S);
    let batch = &session.batch;
    if batch.run.is_some() && batch.draft.is_new && !batch.draft.list.is_empty() {
        ui.add(Label::new(view.t(Text::ListReady).into_owned()).wrap());
        ui.add_space(space::XS);
    }
    match &session.batch.run {
        None => list_ui(ui, view, session),
        Some(run) => match &run.result {
            None => running_ui(ui, view, run),
            Some(Ok(batch)) => {
                given_ui(ui, view, run);
                ended_ui(ui, view, session, (batch, &run.ended));
            }
            Some(Err(error)) => failed_ui(ui, view, error),
        },
    }
}

/// Height of the row with the button that begins and of the room around it, in points.
const BEGIN: f32 = 60.0;
/// Widest that the list is drawn, in points.
const WIDEST: f32 = 640.0;

fn list_ui(ui: &mut Ui, view: &mut View<'_>, session: &Session) {
    let batch = &session.batch;
    let height = (ui.available_height() - BEGIN).max(80.0);
    let is_low = height < LOW;
    let content = |ui: &mut Ui| {
        ui.set_max_width(ui.available_width().min(WIDEST));
        ui.add(Label::new(muted(view, view.t(Text::BatchLead))).wrap());
        let numbers = list_draft_ui(ui, view, ListPlace::Batch, &batch.draft, is_low);
        begins_at(ui, view, &numbers);
        if let Some(path) = &batch.baselines.chosen {
            let path = path.display().to_string();
            ui.horizontal_wrapped(|ui| {
                ui.label(muted(view, view.t(Text::BatchWillCompare { path: &path })));
                if quiet_button(ui, view, &view.t(Text::Cancel)).clicked() {
                    view.act(BatchAction::DoNotCompare);
                }
            });
        }
    };
    ScrollArea::vertical().id_salt("list").max_height(height).show(ui, |ui| {
        followed_ui(ui, "list to verify", content);
    });
    ui.add_space(space::S);
    let count = count(batch.draft.list.numbers.len());
    let ready = count > 0;
    ui.horizontal_wrapped(|ui| {
        if primary_button(ui, view, ready, &view.t(Text::BatchStart { count })).clicked() {
            view.act(BatchAction::Start);
        }
        if !session.known.is_empty()
            && quiet_button(ui, view, &view.t(Text::BatchAllKnown)).clicked()
        {
            view.act((ListPlace::Batch, ListAction::AllKnown));
        }
    });
}

fn running_ui(ui: &mut Ui, view: &mut View<'_>, run: &BatchRun) {
    let all = run.list.numbers.len();
    let Progress { done, failed, left, .. } =
        run.progress.unwrap_or(Progress { done: 0, all, failed: 0, left: None });
    let share = done as f32 / all.max(1) as f32;
    let (done, all) = (count(done), count(all));
    let said = view.t(Text::BatchProgress { done, all });
    bar_ui(ui, view, share, 10.0, &said);
    ui.add(Label::new(&*said).wrap());
    if failed > 0 {
        let count = count(failed);
        ui.label(muted(view, view.t(Text::BatchFailedSoFar { count })));
    }
    if let Some(left) = left.filter(|_| !run.paused) {
        let minutes = if left.as_secs() < 60 { 0 } else { left.as_secs().div_ceil(60) };
        let minutes = count(minutes);
        ui.label(muted(view, view.t(Text::BatchLeft { minutes })));
    }
    ui.add_space(space::S);
    ui.horizontal_wrapped(|ui| {
        let text = if run.paused { Text::BatchGoOn } else { Text::BatchPause };
        if !run.stopping && quiet_button(ui, view, &view.t(text)).clicked() {
            view.act(BatchAction::Pause(!run.paused));
        }
        if run.stopping {
            ui.label(muted(view, view.t(Text::BatchStopping)));
        } else if quiet_button(ui, view, &view.t(Text::BatchStop)).clicked() {
            view.act(BatchAction::Stop);
        }
    });
    ui.add_space(space::S);
    ui.add(Label::new(caption(view, view.t(Text::BatchPolite))).wrap());
    ui.add_space(space::S);
    given_ui(ui, view, run);
}

/// What the list was: the account of its lines, and the lines that say more, folded away.
fn given_ui(ui: &mut Ui, view: &mut View<'_>, run: &BatchRun) {
    ui.add(Label::new(muted(view, account(view.texts, &run.list))).wrap());
    let list = &run.list;
    let tells = run.parts.len() > 1
        || !(list.aside.is_empty() && list.refused.is_empty() && list.doubtful.is_empty())
        || list.column.as_ref().is_some_and(|column| !column.is_only);
    if tells {
        let text = view.t(Text::ListLines).into_owned();
        folded(ui, text).id_salt("list").show(ui, |ui| {
            ScrollArea::vertical().id_salt("lines").max_height(160.0).show(ui, |ui| {
                list_parts_ui(ui, view, &run.parts, &run.list, None);
            });
        });
    }
    ui.add_space(space::XS);
}

fn failed_ui(ui: &mut Ui, view: &mut View<'_>, error: &BatchError) {
    let said = match error {
        BatchError::Client(error) => error_text::api_error(view.texts, error),
        BatchError::Fetcher(_)
        | BatchError::State { .. }
        | BatchError::System(_)
        | BatchError::BrokeOff
        | BatchError::NeverBegun => Explained {
            what: view.t(Text::BatchNotBegun).into_owned(),
            details: Some(redact(&batch_words(view.texts, error))),
            ..Explained::default()
        },
    };
    banner_ui(ui, view, Tone::Error, &said, |ui, view| {
        if quiet_button(ui, view, &view.t(Text::BatchNew)).clicked() {
            view.act(BatchAction::Clear);
        }
    });
}
