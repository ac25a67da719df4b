//! What came of a removal, and what may be kept of it.

use egui::{Label, RichText, Ui};

use crate::domain::{Card, on_one_line};
use crate::i18n::Text;
use crate::model::{
    CardAction, Extent, LookUpAction, RemovalAction, RemovalRun, RunCustomer, RunError, Session,
};
use crate::removal::{
    CardEnd, CardReport, CustomerReport, Outcome, detail_words, head_words, list_words,
    proof_words, summary_words, ticket_table,
};
use crate::words::{StoredFile, stored_as};

use super::super::super::format::error_text::{self, Explained};
use super::super::super::format::{outcome_tone, outcome_words, summary_tone};
use super::super::super::view::View;
use super::super::super::widgets::{
    Tone, badge_ui, caption, muted, primary_button, quiet_button, technical_ui, title,
};
use super::super::{body_ui, buttons_ui, is_new};
use super::cards::{Row, cards_ui};
use super::parts::{card_ui, where_ui};
use super::question::dry_table;
use super::running::{gone_ui, rows_ui};
use super::title_ui;

/// Height of the window that everything around the list of cards takes, in points.
const AROUND_LIST: f32 = 340.0;

pub(super) fn result_ui(ui: &mut Ui, view: &mut View<'_>, session: &Session, run: &RemovalRun) {
    let said = said(view, run);
    body_ui(ui, |ui| match (&said, run.extent, run.reports().next()) {
        (Some((tone, said)), ..) => said_ui(ui, view, session, run, (*tone, said)),
        (None, Extent::Queue, _) => {
            title_ui(ui, view, Text::ExpiredTitle);
            where_ui(ui, view, session);
            gone_ui(ui, view, run);
            rows_ui(ui, view, run);
        }
        (None, _, Some(report)) => report_ui(ui, view, run, report),
        (None, _, None) => {}
    });
    buttons_ui(ui, |ui| {
        if let Some(details) = said.as_ref().and_then(|(_, said)| said.to_copy())
            && quiet_button(ui, view, &view.t(Text::CopyDetails)).clicked()
        {
            view.act(CardAction::CopyText(details));
        }
        keep_ui(ui, view, run);
        let may_check =
            run.extent == Extent::Card && said.is_some_and(|(tone, _)| tone != Tone::Ok);
        let customer = run.customers.first().map(|of| of.number.clone());
        match (next_ui(ui, view, next_of(run), may_check), customer) {
            (Some(Next::Check), Some(customer)) => view.act(LookUpAction::Ask(customer)),
            (Some(Next::Check), None) | (Some(Next::Close), _) => view.act(RemovalAction::Cancel),
            (None, _) => {}
        }
    });
}

/// How a card by itself ended, or why there is no report.
fn said(view: &View<'_>, run: &RemovalRun) -> Option<(Tone, Explained)> {
    if let Some(Err(error)) = &run.result {
        return Some((Tone::Error, error_text::run_error(view.texts, error)));
    }
    let outcome = &run.only_end()?.outcome;
    Some((outcome_tone(outcome), error_text::outcome(view.texts, outcome)))
}

fn said_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    session: &Session,
    run: &RemovalRun,
    (tone, said): (Tone, &Explained),
) {
    ui.horizontal(|ui| badge_ui(ui, view, tone, &view.t(error_text::tone_word(tone))));
    ui.add(Label::new(title(said.what.as_str())).wrap());
    if let Some((of, card)) = run.cards().next().filter(|_| run.extent == Extent::Card) {
        card_ui(ui, view, session, (&of.number, &card.card));
    }
    ui.add(Label::new(muted(view, said.meaning.as_str())).wrap());
    if let Some(details) = &said.details {
        ui.add(Label::new(RichText::new(details.as_str()).monospace()).wrap().selectable(true));
    }
    technical_ui(ui, view, said.technical.as_deref());
    if let Some(end) = run.only_end()
        && let Some(report) = &end.report
    {
        remarks_ui(ui, view, &end.outcome, report);
    }
}

/// What a person should know beside the outcome of a card by itself.
fn remarks_ui(ui: &mut Ui, view: &View<'_>, outcome: &Outcome, report: &CardReport) {
    let mut remark = |text: &str| {
        ui.add(Label::new(RichText::new(text).color(view.theme.warning)).wrap());
    };
    if report.names_other_token() {
        remark(&view.t(Text::RemarkOtherToken));
    }
    // A refusal is the outcome itself, which is told above with the gateway's words.
    let is_told = matches!(outcome, Outcome::Refused(_));
    if let Some(error) = report.remove_error.as_ref().filter(|_| !is_told) {
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
    if let Some(error) = &report.head_warning {
        remark(&head_words(view.texts, error));
    }
}

/// What came of several cards of a customer.
fn report_ui(ui: &mut Ui, view: &mut View<'_>, run: &RemovalRun, report: &CustomerReport) {
    let tone = summary_tone(report.summary());
    ui.horizontal(|ui| badge_ui(ui, view, tone, &view.t(error_text::tone_word(tone))));
    ui.add(Label::new(title(summary_words(report, view.texts))).wrap());
    let customer = view.t(Text::CustomerTitle { number: report.customer.as_str() });
    let list = list_words(report, view.texts);
    ui.add(Label::new(muted(view, format!("{customer}. {list}"))).wrap());
    // What is not gone stands first.
    let cards = run.cards().map(|(_, card)| &card.card);
    let mut ends: Vec<(&Card, &CardEnd)> = cards.zip(&report.cards).collect();
    ends.sort_by_key(|(_, end)| end.outcome.is_absent());
    let rows: Vec<Row<'_>> = ends.iter().map(|(card, _)| (None, *card)).collect();
    cards_ui(ui, view, &rows, AROUND_LIST, |ui, view, index| {
        if let Some((_, end)) = ends.get(index) {
            end_ui(ui, view, end);
        }
    });
    if let Some(error) = &report.pending_warning {
        ui.add(Label::new(caption(view, stored_as(view.texts, StoredFile::Rest, error))).wrap());
    }
}

/// How one of several cards ended, and by what that is known; what was said, on hover.
fn end_ui(ui: &mut Ui, view: &View<'_>, end: &CardEnd) {
    /// In less room than this, in points, how a card ended stands above by what that is known.
    const BESIDE: f32 = 260.0;
    let not_begun = end.outcome == Outcome::NotSent && end.report.is_none();
    let (_, text) = outcome_words(end.outcome.kind());
    let text = if not_begun { Text::CardNotBegun } else { text };
    let parts_ui = |ui: &mut Ui| {
        let badge = badge_ui(ui, view, outcome_tone(&end.outcome), &view.t(text));
        if let Some(detail) = detail_words(end, view.texts) {
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

/// The buttons by which the proof is kept: copied, saved, found again.
fn keep_ui(ui: &mut Ui, view: &mut View<'_>, run: &RemovalRun) {
    let tables: Vec<String> =
        run.reports().map(|report| ticket_table(report, view.texts)).collect();
    if tables.is_empty() {
        return;
    }
    let is_absent = run.only_end().is_some_and(|end| end.outcome.is_absent());
    let (copy, save) = match run.extent {
        Extent::Card if is_absent => (Text::CopyProof, Text::SaveReceipt),
        Extent::Card => (Text::CopyResult, Text::SaveReceipt),
        Extent::Customer => (Text::CopyTable, Text::SaveReceipt),
        Extent::Queue => (Text::CopyTable, Text::ExpiredReceipts),
    };
    if quiet_button(ui, view, &view.t(copy)).clicked() {
        let not_begun = not_begun_table(view, run);
        let parts: Vec<String> = tables.into_iter().chain(not_begun).collect();
        view.act(CardAction::CopyText(parts.join("\n\n")));
    }
    if quiet_button(ui, view, &view.t(save)).clicked() {
        view.act(RemovalAction::SaveReceipt(run.number));
    }
    if run.only_end().is_some_and(|end| end.id().is_some())
        && quiet_button(ui, view, &view.t(Text::ShowInJournal)).clicked()
    {
        view.act(RemovalAction::ShowInJournal(run.number));
    }
}

/// The cards of customers who were not begun.
fn not_begun_table(view: &View<'_>, run: &RemovalRun) -> Option<String> {
    let is_open = |of: &RunCustomer| of.report.is_none();
    let cards = run.cards().filter(|(of, _)| is_open(of));
    let cards: Vec<_> = cards.map(|(of, card)| (&of.number, &card.card)).collect();
    let table = || dry_table(view, cards.iter().copied());
    (!cards.is_empty()).then(|| format!("{}\n{}", view.t(Text::CardNotBegun), table()))
}

/// What a person should do once it has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Next {
    /// Ask for the list: it may say otherwise by now.
    Check,
    Close,
}

fn next_of(run: &RemovalRun) -> Next {
    let is_open = |end: &CardEnd| match &end.outcome {
        Outcome::Unverified | Outcome::StillThere => true,
        Outcome::RemovedVerified
        | Outcome::AlreadyGone
        | Outcome::Refused(_)
        | Outcome::NotSent => false,
    };
    let is_lost = matches!(run.result, Some(Err(RunError::Lost)));
    let may_change = is_lost || run.reports().flat_map(|report| &report.cards).any(is_open);
    // Of several customers there is no one list.
    if may_change && run.extent != Extent::Queue { Next::Check } else { Next::Close }
}

/// The two buttons of a result, the main one last, filled and with the focus; which was pressed.
fn next_ui(ui: &mut Ui, view: &View<'_>, next: Next, may_check: bool) -> Option<Next> {
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
