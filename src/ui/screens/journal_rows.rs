use egui::{Label, Ui};
use egui_extras::{Column, TableBuilder, TableRow};

use crate::i18n::Text;
use crate::journal::{Entry, RemovalRecord};
use crate::model::{JournalAction, Session};

use super::super::error_text;
use super::super::icons;
use super::super::view::View;
use super::super::widgets::{
    Tone, badge_ui, caption, icon_button, mono, muted, quiet_button, strong, truncated,
};

const ROW: f32 = 36.0;
const STEP: f32 = 24.0;

/// One line a removal, the newest first; the opened one with its steps.
pub(super) fn rows_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    session: &Session,
    records: &[&RemovalRecord],
) {
    let open = view.state.journal.open.clone();
    let is_open = |record: &RemovalRecord| open.as_deref() == Some(record.id().as_str());
    let height = |record: &RemovalRecord| {
        if is_open(record) { ROW + 70.0 + STEP * record.entries().count() as f32 } else { ROW }
    };
    let table = TableBuilder::new(ui)
        .striped(false)
        .vscroll(false)
        .column(Column::exact(28.0))
        .column(Column::initial(150.0).clip(true))
        .column(Column::initial(90.0).at_least(60.0).clip(true))
        .column(Column::initial(140.0).at_least(80.0).clip(true))
        .column(Column::initial(170.0).at_least(90.0).clip(true))
        .column(Column::remainder().at_least(80.0).clip(true));
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
        body.heterogeneous_rows(records.iter().map(|record| height(record)), |mut row| {
            let Some(record) = records.get(row.index()) else { return };
            row_ui(&mut row, view, session, record, is_open(record));
        });
    });
}

fn row_ui(
    row: &mut TableRow<'_, '_>,
    view: &mut View<'_>,
    session: &Session,
    record: &RemovalRecord,
    open: bool,
) {
    let subject = record.subject();
    row.col(|ui| {
        let icon = if open { icons::CHEVRON_DOWN } else { icons::CHEVRON_RIGHT };
        if icon_button(ui, view, icon, &view.t(Text::JournalSteps)).clicked() {
            view.act(JournalAction::Toggle { removal: record.id().as_str().to_owned() });
        }
    });
    row.col(|ui| {
        ui.vertical(|ui| {
            ui.add_space(8.0);
            truncated(ui, egui::RichText::new(local_day_time(record.started())));
        });
    });
    row.col(|ui| {
        ui.vertical(|ui| {
            ui.add_space(8.0);
            truncated(ui, strong(subject.customer.as_str()));
        });
    });
    row.col(|ui| {
        ui.vertical(|ui| {
            ui.add_space(8.0);
            let card = format!("{} ···· {}", subject.brand, subject.last_four.as_str());
            truncated(ui, egui::RichText::new(card));
        });
    });
    row.col(|ui| {
        ui.vertical(|ui| {
            ui.add_space(6.0);
            let (tone, text) = outcome(view, record);
            badge_ui(ui, view, tone, &text);
        });
    });
    row.col(|ui| {
        ui.vertical(|ui| {
            ui.add_space(8.0);
            truncated(ui, muted(view, subject.reason.clone().unwrap_or_default()));
            if open {
                steps_ui(ui, view, record);
                resolve_ui(ui, view, session, record);
            }
        });
    });
}

fn outcome(view: &View<'_>, record: &RemovalRecord) -> (Tone, String) {
    match record.outcome() {
        Some(code) => {
            let (tone, text) = error_text::outcome_code(code);
            (tone, view.t(text).into())
        }
        None => (Tone::Warning, view.t(Text::JournalUnresolved).into()),
    }
}

fn steps_ui(ui: &mut Ui, view: &View<'_>, record: &RemovalRecord) {
    let subject = record.subject();
    ui.spacing_mut().item_spacing.y = 2.0;
    let who = subject.operator.as_deref().unwrap_or(&subject.os_user);
    let merchant = subject.merchant.get();
    let place = format!("{who} · {merchant} · {} {}", subject.environment.word(), subject.server);
    truncated(ui, caption(view, place));
    for entry in record.entries() {
        truncated(ui, mono(step_text(view, entry)).size(12.0));
    }
}

fn step_text(view: &View<'_>, entry: &Entry) -> String {
    let step = view.t(error_text::step(entry.kind));
    let time = entry.at.strftime("%H:%M:%S%.3f UTC");
    match &entry.detail {
        Some(detail) => format!("{time}  {step} – {detail}"),
        None => format!("{time}  {step}"),
    }
}

/// One list call decides what became of a removal left open.
fn resolve_ui(ui: &mut Ui, view: &mut View<'_>, session: &Session, record: &RemovalRecord) {
    if !record.is_unresolved() {
        return;
    }
    let removal = record.id().as_str().to_owned();
    let subject = record.subject();
    let same = subject.merchant == session.credentials.merchant_id
        && subject.server == session.server.host_and_port();
    if !same {
        ui.add(Label::new(caption(view, view.t(Text::JournalOtherMerchant))).truncate());
    } else if view.state.journal.resolving.contains(&removal) {
        ui.label(muted(view, view.t(Text::Asking)));
    } else if quiet_button(ui, view, &view.t(Text::JournalResolve)).clicked() {
        view.act(JournalAction::Resolve { removal });
    }
}

/// Day and time where the person is.
fn local_day_time(at: jiff::Timestamp) -> String {
    at.to_zoned(jiff::tz::TimeZone::system()).strftime("%Y-%m-%d %H:%M:%S").to_string()
}
