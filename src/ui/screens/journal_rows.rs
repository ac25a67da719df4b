use egui::{RichText, Sense, Ui};
use egui_extras::{Column, TableBuilder, TableRow};

use crate::i18n::Text;
use crate::journal::RemovalRecord;
use crate::model::JournalAction;

use super::super::error_text;
use super::super::icons;
use super::super::view::View;
use super::super::widgets::{Tone, badge_ui, caption, icon_button, muted, strong, truncated};

const ROW: f32 = 36.0;

/// One line a removal, the newest first; a click shows its steps at the side.
pub(super) fn rows_ui(ui: &mut Ui, view: &mut View<'_>, records: &[&RemovalRecord]) {
    let table = TableBuilder::new(ui)
        .striped(false)
        .auto_shrink(false)
        .sense(Sense::click())
        .column(Column::exact(44.0))
        .column(Column::initial(172.0).at_least(90.0).clip(true))
        .column(Column::initial(110.0).at_least(60.0).clip(true))
        .column(Column::initial(170.0).at_least(80.0).clip(true))
        .column(Column::initial(170.0).at_least(90.0).clip(true))
        .column(Column::remainder().at_least(60.0).clip(true));
    let table = table.header(28.0, |mut header| {
        let names = [
            None,
            Some(Text::JournalTime),
            Some(Text::JournalCustomer),
            Some(Text::JournalCard),
            Some(Text::JournalOutcome),
            Some(Text::JournalReason),
        ];
        for name in names {
            header.col(|ui| {
                if let Some(name) = name {
                    ui.label(caption(view, view.t(name)));
                }
            });
        }
    });
    table.body(|body| {
        body.rows(ROW, records.len(), |mut row| {
            if let Some(record) = records.get(row.index()) {
                row_ui(&mut row, view, record);
            }
        });
    });
}

fn row_ui(row: &mut TableRow<'_, '_>, view: &mut View<'_>, record: &RemovalRecord) {
    let id = record.id().as_str();
    let open = view.state.journal.open.as_deref() == Some(id);
    row.set_selected(open);
    let subject = record.subject();
    let mut toggled = false;
    row.col(|ui| {
        let name = view.t(Text::JournalSteps);
        toggled = icon_button(ui, view, icons::PANEL_RIGHT, &name).clicked();
    });
    row.col(|ui| {
        truncated(ui, RichText::new(local_day_time(record.started())));
    });
    row.col(|ui| {
        truncated(ui, strong(subject.customer.as_str()));
    });
    row.col(|ui| {
        let card = format!("{} ···· {}", subject.brand, subject.last_four.as_str());
        truncated(ui, RichText::new(card));
    });
    row.col(|ui| {
        let (tone, text) = outcome(view, record);
        badge_ui(ui, view, tone, &text);
    });
    row.col(|ui| {
        truncated(ui, muted(view, subject.reason.clone().unwrap_or_default()));
    });
    if toggled || row.response().clicked() {
        view.act(JournalAction::Toggle { removal: id.to_owned() });
    }
}

/// How a removal ended, in a tone and words.
pub(super) fn outcome(view: &View<'_>, record: &RemovalRecord) -> (Tone, String) {
    match record.outcome() {
        Some(code) => {
            let (tone, text) = error_text::outcome_code(code);
            (tone, view.t(text).into())
        }
        None => (Tone::Warning, view.t(Text::JournalUnresolved).into()),
    }
}

/// Day and time where the person is.
pub(super) fn local_day_time(at: jiff::Timestamp) -> String {
    at.to_zoned(jiff::tz::TimeZone::system()).strftime("%Y-%m-%d %H:%M:%S").to_string()
}
