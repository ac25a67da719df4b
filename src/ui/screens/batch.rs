use egui::{Label, ScrollArea, TextEdit, Ui, vec2};

use crate::batch::{BatchError, Progress, api_error, row_refusal};
use crate::i18n::{Text, count};
use crate::model::{BatchAction, BatchRun, Page, Session, SessionAction};

use super::super::error_text::Explained;
use super::super::icons;
use super::super::theme::space;
use super::super::view::View;
use super::super::widgets::{
    Tone, banner_ui, bar_ui, caption, icon_button, muted, primary_button, quiet_button, strong,
    title,
};
use super::batch_ended::ended_ui;

/// Refused rows that are shown.
const ROWS: usize = 6;

/// A list of customers to verify: typed, under way, done.
pub(super) fn batch_ui(ui: &mut Ui, view: &mut View<'_>, session: &Session) {
    ui.horizontal(|ui| {
        ui.set_row_height(32.0);
        if icon_button(ui, view, icons::ARROW_LEFT, &view.t(Text::BackToCards)).clicked() {
            view.act(SessionAction::Show(Page::Customer));
        }
        ui.label(title(view.t(Text::Batch)));
    });
    ui.add_space(space::S);
    match &session.batch.run {
        None => list_ui(ui, view, session),
        Some(run) => match &run.result {
            None => running_ui(ui, view, run),
            Some(Ok(batch)) => ended_ui(ui, view, session, (batch, &run.ended)),
            Some(Err(error)) => failed_ui(ui, view, error),
        },
    }
}

fn list_ui(ui: &mut Ui, view: &mut View<'_>, session: &Session) {
    let batch = &session.batch;
    ui.add(Label::new(muted(view, view.t(Text::BatchLead))).wrap());
    ui.add_space(space::S);
    let label = ui.label(strong(view.t(Text::BatchNumbers)));
    let mut text = batch.text.clone();
    let height = (ui.available_height() - room_below(session)).clamp(80.0, 320.0);
    ScrollArea::vertical().id_salt("numbers").max_height(height).show(ui, |ui| {
        let edit = TextEdit::multiline(&mut text)
            .margin(vec2(10.0, 8.0))
            .desired_rows(8)
            .desired_width(420.0);
        if ui.add(edit).labelled_by(label.id).changed() {
            view.act(BatchAction::Edit(text));
        }
    });
    if !session.known.is_empty() && quiet_button(ui, view, &view.t(Text::BatchAllKnown)).clicked() {
        let all: Vec<&str> = session.known.iter().map(|known| known.number.as_str()).collect();
        view.act(BatchAction::Edit(all.join("\n")));
    }
    if batch.list.folded > 0 {
        let count = count(batch.list.folded);
        ui.label(muted(view, view.t(Text::BatchFolded { count })));
    }
    for row in batch.list.refused.iter().take(ROWS) {
        let (line, value) = (count(row.line), row.value.as_str());
        let why = row_refusal(view.texts, &row.error);
        let said = view.t(Text::BatchRefused { line, value, why: &why });
        ui.add(Label::new(egui::RichText::new(said).color(view.theme.danger)).wrap());
    }
    let more = batch.list.refused.len().saturating_sub(ROWS);
    if more > 0 {
        ui.label(muted(view, view.t(Text::ViewerMore { count: count(more) })));
    }
    if let Some(path) = &batch.baselines.chosen {
        let path = path.display().to_string();
        ui.horizontal_wrapped(|ui| {
            ui.label(muted(view, view.t(Text::BatchWillCompare { path: &path })));
            if quiet_button(ui, view, &view.t(Text::Cancel)).clicked() {
                view.act(BatchAction::DoNotCompare);
            }
        });
    }
    ui.add_space(space::S);
    let count = count(batch.list.numbers.len());
    let ready = count > 0;
    if primary_button(ui, view, ready, &view.t(Text::BatchStart { count })).clicked() {
        view.act(BatchAction::Start);
    }
}

/// About what stands below the numbers: buttons, and what is said of their lines.
fn room_below(session: &Session) -> f32 {
    const BUTTON: f32 = 44.0;
    const LINE: f32 = 24.0;
    let (batch, list) = (&session.batch, &session.batch.list);
    let buttons = [!session.known.is_empty(), batch.baselines.chosen.is_some()];
    let lines = [list.folded > 0, list.refused.len() > ROWS];
    let count = |all: &[bool]| all.iter().filter(|is_there| **is_there).count();
    let lines = count(&lines) + list.refused.len().min(ROWS);
    2.0 * BUTTON + count(&buttons) as f32 * BUTTON + lines as f32 * LINE
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
}

fn failed_ui(ui: &mut Ui, view: &mut View<'_>, error: &BatchError) {
    let (what, details) = match error {
        BatchError::Client(error) => (api_error(view.texts, error), None),
        BatchError::Fetcher(_) | BatchError::State(_) | BatchError::System(_) => {
            (view.t(Text::BatchNotBegun).into_owned(), Some(error.to_string()))
        }
    };
    let said = Explained { what, meaning: String::new(), details };
    banner_ui(ui, view, Tone::Error, &said, |ui, view| {
        if quiet_button(ui, view, &view.t(Text::BatchNew)).clicked() {
            view.act(BatchAction::Clear);
        }
    });
}
