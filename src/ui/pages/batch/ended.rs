//! The result of a batch.

use std::path::PathBuf;

use egui::{ScrollArea, TextEdit, Ui, vec2};

use crate::batch::{Batch, Counts, CustomerRecord, baseline_words};
use crate::domain::{CustomerNumber, Redactor};
use crate::i18n::{Argument, Text, count};
use crate::model::{
    BatchAction, BatchView, CompareError, Ended, LookUpAction, ReportFormat, Session,
};
use crate::verify::Tally;

use super::changes::changes_ui;
use crate::ui::format::error_text::{self, Explained};
use crate::ui::theme::space;
use crate::ui::view::View;
use crate::ui::widgets::{
    Tone, badge_ui, banner_ui, choice_button, entered, muted, primary_button, quiet_button, strong,
    truncated, verdict_badges_ui,
};
use crate::words::reported_error;

/// What came of a batch: counts, reports, comparison, then its customers or what changed.
pub(super) fn ended_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    session: &Session,
    (batch, ended): (&Batch, &Ended),
) {
    counts_ui(ui, view, batch, ended);
    if ended.counts.is_mostly_without_cards() {
        let text = view.texts.by_id("report-mostly-without-cards", None, &[]);
        ui.add_space(space::XS);
        let said = Explained { what: text, ..Explained::default() };
        banner_ui(ui, view, Tone::Warning, &said, |_, _| ());
    }
    ui.add_space(space::XS);
    reports_ui(ui, view);
    ui.add_space(space::XS);
    compare_ui(ui, view, session, ended);
    if let Some(error) = &ended.compare_error {
        let said = compare_error(view, error);
        banner_ui(ui, view, Tone::Error, &said, |_, _| ());
    }
    ui.add_space(space::S);
    if let Some(drift) = &batch.drift {
        ui.horizontal_wrapped(|ui| {
            let since = ("since", Argument::Text(&drift.since));
            let count = ("count", Argument::Number(drift.changes.len() as f64));
            let views = [
                (BatchView::Changes, "report-summary-drift", &[since, count][..]),
                (BatchView::Customers, "report-customers", &[]),
            ];
            for (choice, id, arguments) in views {
                let text = view.texts.by_id(id, None, arguments);
                if choice_button(ui, view, ended.view == choice, &text).clicked() {
                    view.act(BatchAction::View(choice));
                }
            }
        });
        ui.add_space(space::XS);
    }
    match (&batch.drift, ended.view) {
        (Some(drift), BatchView::Changes) => changes_ui(ui, view, drift),
        (_, BatchView::WithoutCards) => customers_ui(ui, view, batch, true),
        (None, BatchView::Changes) | (_, BatchView::Customers) => {
            customers_ui(ui, view, batch, false);
        }
    }
}

fn counts_ui(ui: &mut Ui, view: &mut View<'_>, batch: &Batch, ended: &Ended) {
    let counts = ended.counts;
    ui.horizontal_wrapped(|ui| {
        let customers = view.t(Text::CustomersCount { count: count(counts.customers) });
        let cards = view.t(Text::CardsCount { count: count(counts.cards) });
        ui.label(strong(format!("{customers}, {cards}")));
        if counts.without_cards > 0 {
            let number = [("count", Argument::Number(counts.without_cards as f64))];
            let text = view.texts.by_id("report-summary-without-cards", None, &number);
            let shown = ended.view == BatchView::WithoutCards;
            if choice_button(ui, view, shown, &text).clicked() {
                let next = if shown { BatchView::Customers } else { BatchView::WithoutCards };
                view.act(BatchAction::View(next));
            }
        }
        let Counts { errors, warnings, notes, .. } = counts;
        verdict_badges_ui(ui, view, Tally { errors, warnings, notes });
        if counts.acknowledged > 0 {
            let count = [("count", Argument::Number(counts.acknowledged as f64))];
            let text = view.texts.by_id("report-summary-acknowledged", None, &count);
            badge_ui(ui, view, Tone::Ok, &text);
        }
        if batch.resumed > 0 {
            let (count, at) = (count(batch.resumed), batch.identity.started.as_str());
            badge_ui(ui, view, Tone::Note, &view.t(Text::BatchResumed { count, at }));
        }
        if batch.missing > 0 {
            let count = count(batch.missing);
            badge_ui(ui, view, Tone::Note, &view.t(Text::BatchMissing { count }));
        }
    });
}

fn reports_ui(ui: &mut Ui, view: &mut View<'_>) {
    ui.horizontal_wrapped(|ui| {
        if primary_button(ui, view, true, &view.t(Text::BatchSaveHtml)).clicked() {
            view.act(BatchAction::Save(ReportFormat::Html));
        }
        let others = [
            (Text::BatchSaveCsv, BatchAction::Save(ReportFormat::Csv)),
            (Text::BatchSheet, BatchAction::ShowSheet),
            (Text::BatchKeep, BatchAction::Keep),
            (Text::BatchNew, BatchAction::Clear),
        ];
        for (text, action) in others {
            if quiet_button(ui, view, &view.t(text)).clicked() {
                view.act(action);
            }
        }
    });
}

/// The batches kept for this merchant, and a field for the path of another one.
fn compare_ui(ui: &mut Ui, view: &mut View<'_>, session: &Session, ended: &Ended) {
    let baselines = &session.batch.baselines;
    ui.horizontal_wrapped(|ui| {
        if ended.comparing {
            ui.label(muted(view, view.t(Text::BatchComparing)));
            return;
        }
        ui.label(muted(view, view.t(Text::BatchCompareWith)));
        if !baselines.kept.is_empty() {
            let name = view.t(Text::BatchKeptOnes).into_owned();
            let menu = egui::ComboBox::from_id_salt("kept batches").selected_text(&*name);
            let drawn = menu.show_ui(ui, |ui| {
                for kept in &baselines.kept {
                    let (at, count) = (kept.identity.started.as_str(), count(kept.customers));
                    let text = view.t(Text::BatchKept { at, count }).into_owned();
                    if ui.selectable_label(false, text).clicked() {
                        view.act(BatchAction::Compare(kept.path.clone()));
                    }
                }
            });
            drawn.response.accessible_name(&name);
        }
        let mut path = baselines.path.clone();
        let name = view.t(Text::BatchComparePath).into_owned();
        let room = (ui.available_width() - 110.0).clamp(80.0, 320.0);
        let hint = muted(view, name.as_str());
        let edit = TextEdit::singleline(&mut path).hint_text(hint).margin(vec2(10.0, 7.0));
        let field = ui.add_sized(vec2(room, 32.0), edit).accessible_name(&name);
        let entered = entered(ui, &field);
        if field.changed() {
            view.act(BatchAction::EditPath(path));
        }
        if !baselines.path.trim().is_empty()
            && (quiet_button(ui, view, &view.t(Text::BatchCompare)).clicked() || entered)
        {
            view.act(BatchAction::Compare(PathBuf::from(baselines.path.trim())));
        }
    });
}

fn compare_error(view: &View<'_>, error: &CompareError) -> Explained {
    let what = view.t(Text::CompareFailed).into_owned();
    match error {
        CompareError::Lost => {
            let meaning = view.t(Text::BatchBrokeOff).into_owned();
            Explained { what, meaning, ..Explained::default() }
        }
        CompareError::Unreadable(error) => {
            let said = error_text::read_error(view.texts, error);
            let meaning = format!("{} {}", said.what, said.meaning);
            Explained { what, meaning, ..said }
        }
        CompareError::NotFitting { path, error } => {
            // A path is an address of this computer's.
            let path = Redactor::default().address(&path.display().to_string());
            let meaning = baseline_words(view.texts, error);
            Explained { what, meaning, details: Some(path), ..Explained::default() }
        }
    }
}

fn customers_ui(ui: &mut Ui, view: &mut View<'_>, batch: &Batch, without_cards: bool) {
    let all = batch.customers.iter();
    let listed: Vec<&CustomerRecord> =
        all.filter(|record| !without_cards || record.is_without_cards()).collect();
    let rows = listed.len();
    let scroll = ScrollArea::vertical().id_salt("batch rows").auto_shrink(false);
    scroll.min_scrolled_height(140.0).show_rows(ui, 32.0, rows, |ui, shown| {
        for record in listed.iter().skip(shown.start).take(shown.len()) {
            row_ui(ui, view, batch, record);
        }
    });
}

fn row_ui(ui: &mut Ui, view: &mut View<'_>, batch: &Batch, record: &CustomerRecord) {
    ui.horizontal(|ui| {
        ui.set_row_height(32.0);
        if quiet_button(ui, view, &record.customer).clicked()
            && let Ok(customer) = CustomerNumber::parse(&record.customer)
        {
            view.act(LookUpAction::Open(customer));
        }
        match &record.result {
            Ok(cards) => {
                let count = count(cards.len());
                ui.label(muted(view, view.t(Text::CardsCount { count })));
                verdict_badges_ui(ui, view, Tally::of(batch.open_findings(record)));
            }
            Err(error) => {
                badge_ui(ui, view, Tone::Error, &view.t(Text::BatchUnread));
                truncated(ui, muted(view, reported_error(view.texts, error)));
            }
        }
    });
}
