//! One removal with all its steps, at the side.

use egui::{Align, Frame, Label, Layout, Margin, Panel, ScrollArea, Ui};

use crate::i18n::Text;
use crate::journal::{Entry, RemovalRecord};
use crate::model::{JournalAction, Session};

use crate::ui::format::error_text;
use crate::ui::format::{local_day_time, one_line, record_outcome};
use crate::ui::icons;
use crate::ui::theme::space;
use crate::ui::view::View;
use crate::ui::widgets::{
    badge_ui, caption, followed_ui, icon_button, labelled_row_ui, mono, muted, paged, quiet_button,
    strong, title, truncated,
};

/// The removal whose steps are shown.
pub(in crate::ui) fn opened<'a>(view: &View<'a>) -> Option<&'a RemovalRecord> {
    let journal = &view.state.journal;
    let open = journal.open.as_deref()?;
    journal.view.value()?.records.iter().find(|record| record.id().as_str() == open)
}

/// One removal, whole: whose card, by whom, every step with its time in UTC.
pub(in crate::ui) fn steps_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    session: &Session,
    record: &RemovalRecord,
) {
    if view.state.unresolved().iter().any(|open| open.id() == record.id()) {
        // Below the steps, always in view: it is what the person came for.
        let frame = Frame::new().inner_margin(Margin { top: 8, ..Margin::ZERO });
        let panel = Panel::bottom("journal actions").frame(frame);
        panel.show(ui, |ui| resolve_ui(ui, view, session, record));
    }
    let low = ui.available_height() < LOW;
    let whole = ScrollArea::vertical().id_salt("steps").auto_shrink(false);
    if low {
        whole.show(ui, |ui| {
            followed_ui(ui, "steps", |ui| {
                heading_ui(ui, view, record);
                entries_ui(ui, view, record);
            });
            paged(ui);
        });
        return;
    }
    heading_ui(ui, view, record);
    whole.show(ui, |ui| {
        entries_ui(ui, view, record);
        paged(ui);
    });
}

/// Below this height, in points, the heading scrolls away with the steps.
const LOW: f32 = 200.0;

fn heading_ui(ui: &mut Ui, view: &mut View<'_>, record: &RemovalRecord) {
    let subject = record.subject();
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if icon_button(ui, view, icons::X, &view.t(Text::Close)).clicked() {
                view.act(JournalAction::Toggle { removal: record.id().as_str().to_owned() });
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                truncated(
                    ui,
                    title(format!("{} ···· {}", subject.brand, subject.last_four.as_str())),
                );
            });
        });
    });
    let (tone, text) = record_outcome(view, record);
    ui.horizontal(|ui| badge_ui(ui, view, tone, &text));
    ui.add_space(space::S);
}

fn entries_ui(ui: &mut Ui, view: &View<'_>, record: &RemovalRecord) {
    subject_ui(ui, view, record);
    ui.add_space(space::S);
    ui.separator();
    for entry in record.entries() {
        step_ui(ui, view, entry);
    }
}

fn subject_ui(ui: &mut Ui, view: &View<'_>, record: &RemovalRecord) {
    let subject = record.subject();
    let dash = |text: &str| if text.is_empty() { "—".to_owned() } else { text.to_owned() };
    labelled_row_ui(ui, view, Text::JournalTime, &local_day_time(record.started()));
    labelled_row_ui(ui, view, Text::JournalCustomer, subject.customer.as_str());
    labelled_row_ui(ui, view, Text::FieldBank, &dash(&subject.bank));
    let number = format!("{}·· ···· {}", subject.bin.as_str(), subject.last_four.as_str());
    labelled_row_ui(ui, view, Text::FieldNumber, &number);
    labelled_row_ui(ui, view, Text::FieldMerchant, &subject.merchant.get().to_string());
    let server = format!("{} ({})", subject.server, subject.environment.word());
    labelled_row_ui(ui, view, Text::FieldServer, &server);
    let operator = subject.operator.as_deref().unwrap_or("—");
    labelled_row_ui(ui, view, Text::JournalOperator, operator);
    labelled_row_ui(ui, view, Text::JournalOsUser, &subject.os_user);
    if let Some(workstation) = record.workstation() {
        labelled_row_ui(ui, view, Text::JournalWorkstation, &one_line(workstation));
    }
    labelled_row_ui(ui, view, Text::JournalReason, subject.reason.as_deref().unwrap_or("—"));
    labelled_row_ui(ui, view, Text::JournalToken, &format!("{:.16}…", subject.token));
}

fn step_ui(ui: &mut Ui, view: &View<'_>, entry: &Entry) {
    ui.spacing_mut().item_spacing.y = 2.0;
    ui.horizontal_wrapped(|ui| {
        ui.label(mono(entry.at.strftime("%H:%M:%S%.3f UTC").to_string()).size(12.0));
        ui.label(strong(view.t(error_text::step(entry.kind))));
    });
    if let Some(detail) = &entry.detail {
        ui.add(Label::new(caption(view, detail.as_str())).wrap());
    }
    ui.add_space(space::XS);
}

/// One list call decides what became of a removal left open.
fn resolve_ui(ui: &mut Ui, view: &mut View<'_>, session: &Session, record: &RemovalRecord) {
    let removal = record.id().as_str();
    let subject = record.subject();
    let same = subject.merchant == session.credentials.merchant_id
        && subject.server == session.server.host_and_port();
    if !same {
        ui.add(Label::new(caption(view, view.t(Text::JournalOtherMerchant))).wrap());
    } else if view.state.journal.resolving.iter().any(|other| other == removal) {
        ui.label(muted(view, view.t(Text::Asking)));
    } else if quiet_button(ui, view, &view.t(Text::JournalResolve)).clicked() {
        view.act(JournalAction::Resolve { removal: removal.to_owned() });
    }
}
