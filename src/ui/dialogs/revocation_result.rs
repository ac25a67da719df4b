use egui::{Label, RichText, Ui};

use crate::domain::{Card, on_one_line};
use crate::i18n::{Text, count};
use crate::model::{
    CardAction, CardProgress, LookUpAction, RevocationAction, RevocationRun, RunError, Session,
};
use crate::removal::{
    CardEnd, Outcome, RevocationReport, Step, Whole, list_words, proof_words, ticket_table,
    whole_words,
};

use super::super::error_text;
use super::super::screens::outcome_tone;
use super::super::view::View;
use super::super::widgets::{Tone, badge_ui, caption, muted, quiet_button, technical_ui, title};
use super::body_ui;
use super::buttons_ui;
use super::removal_result::{Next, next_of, next_ui};
use super::revocation::cards_ui;

/// Height of the window that everything around the list of cards takes, in points.
const AROUND_LIST: f32 = 340.0;

/// What is being done now, or what came of it.
pub(super) fn result_ui(ui: &mut Ui, view: &mut View<'_>, session: &Session, number: u64) {
    let Some(run) = session.revocations.iter().find(|run| run.number == number) else { return };
    match &run.result {
        None => running_ui(ui, view, run),
        Some(Ok(report)) => ended_ui(ui, view, run, report),
        Some(Err(error)) => {
            let said = error_text::run_error(view.texts, error);
            body_ui(ui, |ui| {
                ui.add(Label::new(title(said.what.as_str())).wrap());
                ui.add(Label::new(muted(view, said.meaning.as_str())).wrap());
                if let Some(details) = &said.details {
                    ui.add(
                        Label::new(RichText::new(details.as_str()).monospace())
                            .wrap()
                            .selectable(true),
                    );
                }
                technical_ui(ui, view, said.technical.as_deref());
            });
            let next = match error {
                RunError::Lost => Next::Check,
                _ => Next::Close,
            };
            buttons_ui(ui, |ui| next_or_close_ui(ui, view, run, next));
        }
    }
}

fn running_ui(ui: &mut Ui, view: &mut View<'_>, run: &RevocationRun) {
    body_ui(ui, |ui| progress_of_ui(ui, view, run));
    buttons_ui(ui, |ui| {
        if !run.stopping
            && !run.checking
            && quiet_button(ui, view, &view.t(Text::RevokingStop)).clicked()
        {
            view.act(RevocationAction::Stop(run.number));
        }
        if quiet_button(ui, view, &view.t(Text::RemovingHide)).clicked() {
            view.act(RevocationAction::Cancel);
        }
    });
}

fn progress_of_ui(ui: &mut Ui, view: &mut View<'_>, run: &RevocationRun) {
    let number = run.customer.as_str();
    ui.add(Label::new(title(view.t(Text::RevokingTitle { number }))).wrap());
    let (done, all) = (count(run.ended()), count(run.cards.len()));
    let text = match (run.checking, run.stopping) {
        (true, _) => view.t(Text::StepCheck),
        (false, true) => view.t(Text::RevokingStopping),
        (false, false) => view.t(Text::RevokingProgress { done, all }),
    };
    ui.label(text.into_owned());
    let cards: Vec<&Card> = run.cards.iter().collect();
    cards_ui(ui, view, &cards, AROUND_LIST, |ui, view, _, index| {
        let Some(progress) = run.progress.get(index) else { return };
        progress_ui(ui, view, progress);
    });
    ui.add(Label::new(caption(view, view.t(Text::RevokingNote))).wrap());
}

/// Where a card is.
pub(super) fn progress_ui(ui: &mut Ui, view: &View<'_>, progress: &CardProgress) {
    let (tone, text) = match progress {
        CardProgress::Waiting => {
            ui.label(caption(view, view.t(Text::CardWaiting)));
            return;
        }
        CardProgress::Doing(Step::WritingIntent | Step::Sending) => (Tone::Note, Text::Removing),
        CardProgress::Doing(Step::Checking | Step::WritingOutcome) => {
            (Tone::Note, Text::CardChecking)
        }
        CardProgress::Ended(outcome) => error_text::outcome_code(outcome.kind()),
    };
    badge_ui(ui, view, tone, &view.t(text));
}

fn ended_ui(ui: &mut Ui, view: &mut View<'_>, run: &RevocationRun, report: &RevocationReport) {
    body_ui(ui, |ui| report_ui(ui, view, run, report));
    buttons_ui(ui, |ui| {
        if quiet_button(ui, view, &view.t(Text::CopyTable)).clicked() {
            view.act(CardAction::CopyText(ticket_table(report, view.texts)));
        }
        if quiet_button(ui, view, &view.t(Text::SaveReceipt)).clicked() {
            view.act(RevocationAction::SaveReceipt(run.number));
        }
        let is_open = |end: &CardEnd| next_of(&end.outcome) == Next::Check;
        let next = if report.cards.iter().any(is_open) { Next::Check } else { Next::Close };
        next_or_close_ui(ui, view, run, next);
    });
}

fn report_ui(ui: &mut Ui, view: &mut View<'_>, run: &RevocationRun, report: &RevocationReport) {
    let tone = whole_tone(report.whole());
    ui.horizontal(|ui| badge_ui(ui, view, tone, &view.t(error_text::tone_word(tone))));
    ui.add(Label::new(title(whole_words(report, view.texts))).wrap());
    let number = run.customer.as_str();
    let customer = view.t(Text::CustomerTitle { number });
    let list = list_words(report, view.texts);
    ui.add(Label::new(muted(view, format!("{customer}. {list}"))).wrap());
    // What is not gone stands first.
    let mut ends: Vec<(&Card, &CardEnd)> = run.cards.iter().zip(&report.cards).collect();
    ends.sort_by_key(|(_, end)| end.outcome.is_absent());
    let cards: Vec<&Card> = ends.iter().map(|(card, _)| *card).collect();
    cards_ui(ui, view, &cards, AROUND_LIST, |ui, view, _, index| {
        if let Some((_, end)) = ends.get(index) {
            end_ui(ui, view, end);
        }
    });
    if let Some(error) = &report.left_warning {
        ui.add(Label::new(caption(view, error.to_string())).wrap());
    }
}

/// In less room than this, in points, how a card ended stands above by what that is known.
const BESIDE: f32 = 260.0;

/// How one card ended, and by what that is known; what was said, on hover.
fn end_ui(ui: &mut Ui, view: &View<'_>, end: &CardEnd) {
    let not_begun = end.outcome == Outcome::NotSent && end.report.is_none();
    let (_, text) = error_text::outcome_code(end.outcome.kind());
    let text = if not_begun { Text::CardNotBegun } else { text };
    let parts_ui = |ui: &mut Ui| {
        let badge = badge_ui(ui, view, outcome_tone(&end.outcome), &view.t(text));
        if let Some(detail) = end.detail() {
            badge.on_hover_text(on_one_line(&detail, error_text::LINE_CHARS));
        }
        ui.add(Label::new(caption(view, proof_words(end, view.texts))).truncate());
    };
    if ui.available_width() < BESIDE {
        ui.vertical(parts_ui);
    } else {
        parts_ui(ui);
    }
}

fn next_or_close_ui(ui: &mut Ui, view: &mut View<'_>, run: &RevocationRun, next: Next) {
    match next_ui(ui, view, next, false) {
        Some(Next::Check) => view.act(LookUpAction::Ask(run.customer.clone())),
        Some(Next::Close) => view.act(RevocationAction::Cancel),
        None => {}
    }
}

/// How good what may be said of the whole is.
pub(in crate::ui) fn whole_tone(whole: Whole) -> Tone {
    match whole {
        Whole::AllRemoved | Whole::Done => Tone::Ok,
        Whole::Partly => Tone::Error,
        Whole::Unverified => Tone::Warning,
    }
}
