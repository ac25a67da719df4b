use egui::{Label, RichText, Ui};

use crate::i18n::Text;
use crate::model::{
    CardAction, LookUpAction, RemovalAction, RemovalDialog, RemovalRun, RunError, Session,
};
use crate::removal::{Outcome, RemovalReport, Step};

use super::super::error_text;
use super::super::screens::outcome_tone;
use super::super::view::View;
use super::super::widgets::{
    Tone, badge_ui, caption, muted, primary_button, quiet_button, technical_ui, title,
};
use super::removal::{step_ui, summary_ui};
use super::{body_ui, buttons_ui, is_new};

/// What the protocol does now, or how it ended.
pub(super) fn result_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    session: &Session,
    dialog: &RemovalDialog,
    number: u64,
) {
    let Some(run) = session.removals.iter().find(|run| run.number == number) else { return };
    match &run.result {
        None => running_ui(ui, view, session, dialog, run),
        Some(Ok(report)) => {
            let tone = outcome_tone(&report.outcome);
            let said = error_text::outcome(view.texts, &report.outcome);
            let next = next_of(&report.outcome);
            ended_ui(ui, view, session, dialog, (tone, &said, next), |ui, view| {
                remarks_ui(ui, view, report);
            });
        }
        Some(Err(error)) => {
            let said = error_text::run_error(view.texts, error);
            let next = match error {
                RunError::Lost => Next::Check,
                _ => Next::Close,
            };
            ended_ui(ui, view, session, dialog, (Tone::Error, &said, next), |_, _| {});
        }
    }
}

fn running_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    session: &Session,
    dialog: &RemovalDialog,
    run: &RemovalRun,
) {
    let card = &dialog.card;
    let (brand, digits) = (&card.brand.short(), card.last_four.as_str());
    let steps = [
        (Step::WritingIntent, Text::StepIntent),
        (Step::Sending, Text::StepRequest),
        (Step::Checking, Text::StepCheck),
    ];
    body_ui(ui, |ui| {
        ui.add(Label::new(title(view.t(Text::RemovingTitle { brand, digits }))).wrap());
        summary_ui(ui, view, session, dialog);
        for (step, text) in steps {
            // A step is told before it is begun, so it is done when a later one is told.
            let done = run.step.is_some_and(|reached| reached > step);
            step_ui(ui, view, if done { Tone::Ok } else { Tone::Note }, &view.t(text));
        }
        ui.add(Label::new(caption(view, view.t(Text::RemovingNote))).wrap());
    });
    buttons_ui(ui, |ui| {
        if quiet_button(ui, view, &view.t(Text::RemovingHide)).clicked() {
            view.act(RemovalAction::Cancel);
        }
    });
}

/// What a person should do once it has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    /// Ask for the list: it may say otherwise by now.
    Check,
    Close,
}

/// What comes after an outcome.
pub(super) fn next_of(outcome: &Outcome) -> Next {
    match outcome {
        Outcome::Unverified | Outcome::StillThere => Next::Check,
        Outcome::RemovedVerified
        | Outcome::AlreadyGone
        | Outcome::Refused(_)
        | Outcome::NotSent => Next::Close,
    }
}

/// The two buttons of a result, the main one last, filled and with the focus; which was pressed.
pub(super) fn next_ui(ui: &mut Ui, view: &View<'_>, next: Next, may_check: bool) -> Option<Next> {
    let (check, close) = (view.t(Text::CheckAgain), view.t(Text::Close));
    let (beside, main, other) = match next {
        Next::Check => (Some(&close), &check, Next::Close),
        Next::Close => (may_check.then_some(&check), &close, Next::Check),
    };
    let beside = beside.is_some_and(|text| quiet_button(ui, view, text).clicked());
    let button = primary_button(ui, view, true, main);
    if is_new(view) {
        button.request_focus();
    }
    beside.then_some(other).or(button.clicked().then_some(next))
}

fn ended_ui<'a>(
    ui: &mut Ui,
    view: &mut View<'a>,
    session: &Session,
    dialog: &RemovalDialog,
    (tone, said, next): (Tone, &error_text::Explained, Next),
    remarks: impl FnOnce(&mut Ui, &mut View<'a>),
) {
    body_ui(ui, |ui| {
        ui.horizontal(|ui| badge_ui(ui, view, tone, &view.t(error_text::tone_word(tone))));
        ui.add(Label::new(title(said.what.as_str())).wrap());
        summary_ui(ui, view, session, dialog);
        ui.add(Label::new(muted(view, said.meaning.as_str())).wrap());
        if let Some(details) = &said.details {
            ui.add(Label::new(RichText::new(details.as_str()).monospace()).wrap().selectable(true));
        }
        technical_ui(ui, view, said.technical.as_deref());
        remarks(ui, view);
    });
    buttons_ui(ui, |ui| {
        if let Some(details) = said.to_copy()
            && quiet_button(ui, view, &view.t(Text::CopyDetails)).clicked()
        {
            view.act(CardAction::CopyText(details));
        }
        match next_ui(ui, view, next, tone != Tone::Ok) {
            Some(Next::Check) => view.act(LookUpAction::Ask(dialog.customer.clone())),
            Some(Next::Close) => view.act(RemovalAction::Cancel),
            None => {}
        }
    });
}

/// What a person should know beside the outcome.
fn remarks_ui(ui: &mut Ui, view: &View<'_>, report: &RemovalReport) {
    let mut remark = |text: &str| {
        ui.add(Label::new(RichText::new(text).color(view.theme.warning)).wrap());
    };
    if report.names_other_token {
        remark(&view.t(Text::RemarkOtherToken));
    }
    if let Some(error) = &report.remove_error {
        let said = error_text::api_error(view.texts, error);
        remark(&view.t(Text::RemarkRequest { what: &said.what }));
    }
    if let Some(error) = &report.list_error {
        let said = error_text::api_error(view.texts, error);
        remark(&view.t(Text::RemarkCheck { what: &said.what }));
    }
    if report.journal_warning.is_some() {
        remark(&view.t(Text::RemarkJournal));
    }
}
