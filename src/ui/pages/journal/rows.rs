//! The table of removals.

use egui::{Align, Id, Layout, Rangef, Rect, Response, RichText, Sense, Stroke, StrokeKind, Ui};
use egui_extras::{Column, TableBuilder, TableRow};

use crate::i18n::Text;
use crate::journal::RemovalRecord;
use crate::model::JournalAction;

use crate::ui::format::{local_day_time, record_outcome};
use crate::ui::icons;
use crate::ui::keymap::focus::begins_at;
use crate::ui::theme::{self, space};
use crate::ui::view::View;
use crate::ui::widgets::{
    badge_ui, caption, follow, icon_ui, muted, name_as_button, strong, truncated,
};

const ROW: f32 = 36.0;
/// Width of a row's sign, in points.
const SIGN: f32 = 36.0;

/// Widths of time, customer, card and outcome at first: closer where there is less room.
fn widths(room: f32) -> [f32; 4] {
    if room < 860.0 { [160.0, 84.0, 150.0, 180.0] } else { [172.0, 110.0, 170.0, 190.0] }
}

/// One line a removal, the newest first; a click shows its steps at the side.
pub(super) fn rows_ui(ui: &mut Ui, view: &mut View<'_>, records: &[&RemovalRecord]) {
    let across = ui.clip_rect().x_range();
    // A click on a text is one on the row.
    ui.style_mut().interaction.selectable_labels = false;
    let widths = widths(ui.available_width());
    let middle = Layout::left_to_right(Align::Center);
    let mut table = TableBuilder::new(ui).striped(false).auto_shrink(false).cell_layout(middle);
    let open = &view.state.journal.open;
    if view.memory.journal_open != *open {
        view.memory.journal_open.clone_from(open);
        let is_open = |record: &&RemovalRecord| Some(record.id().as_str()) == open.as_deref();
        if let Some(place) = records.iter().position(is_open) {
            table = table.scroll_to_row(place, None);
        }
    }
    let table = table
        .column(Column::exact(SIGN))
        .column(Column::initial(widths[0]).at_least(90.0).clip(true))
        .column(Column::initial(widths[1]).at_least(60.0).clip(true))
        .column(Column::initial(widths[2]).at_least(80.0).clip(true))
        .column(Column::initial(widths[3]).at_least(90.0).clip(true))
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
                row_ui(&mut row, view, record, across);
            }
        });
    });
}

fn row_ui(row: &mut TableRow<'_, '_>, view: &mut View<'_>, record: &RemovalRecord, across: Rangef) {
    let id = record.id().as_str();
    let open = view.state.journal.open.as_deref() == Some(id);
    row.set_selected(open);
    let subject = record.subject();
    let card = format!("{} ···· {}", subject.brand, subject.last_four.as_str());
    let (tone, ended) = record_outcome(view, record);
    let (mut toggled, mut focused) = (false, false);
    row.col(|ui| {
        let time = local_day_time(record.started());
        let said = format!("{time}, {}, {card}, {ended}", subject.customer.as_str());
        ui.set_clip_rect(Rect::from_x_y_ranges(across, ui.clip_rect().y_range()));
        let whole = whole_row_ui(ui, view, record, &said);
        (toggled, focused) = (whole.clicked(), whole.has_focus());
        let icon = if open { icons::CHEVRON_LEFT } else { icons::CHEVRON_RIGHT };
        ui.add_space(space::S);
        icon_ui(ui, icon, 17.0, view.theme.muted);
    });
    row.col(|ui| {
        truncated(ui, RichText::new(local_day_time(record.started())));
    });
    row.col(|ui| {
        truncated(ui, strong(subject.customer.as_str()));
    });
    row.col(|ui| {
        truncated(ui, RichText::new(card));
    });
    row.col(|ui| {
        badge_ui(ui, view, tone, &ended);
    });
    row.col(|ui| {
        truncated(ui, muted(view, subject.reason.clone().unwrap_or_default()));
        if focused {
            ring_ui(ui, view, across);
        }
    });
    if toggled {
        view.act(JournalAction::Toggle { removal: id.to_owned() });
    }
}

/// The row as one button, behind what its cells show.
fn whole_row_ui(ui: &Ui, view: &mut View<'_>, record: &RemovalRecord, said: &str) -> Response {
    let height = ui.max_rect().y_range().expand(0.5 * ui.spacing().item_spacing.y);
    let rect = Rect::from_x_y_ranges(ui.clip_rect().x_range(), height);
    let id = Id::unique(("journal row", record.id().as_str()));
    let response = ui.interact(rect, id, Sense::click());
    let is_open =
        view.state.journal.open.as_deref().is_none_or(|open| open == record.id().as_str());
    if is_open {
        begins_at(ui, view, &response);
    }
    name_as_button(&response, said, None);
    let steps = view.t(Text::JournalSteps);
    ui.ctx().accesskit_node_builder(id, |node| node.set_description(&*steps));
    if response.hovered() {
        ui.painter().rect_filled(rect, theme::RADIUS_CONTROL, view.theme.surface);
    }
    follow(ui, &response, ROW);
    response
}

/// Around a row that has the focus: drawn with its last cell, over the grounds of all of them.
fn ring_ui(ui: &mut Ui, view: &View<'_>, across: Rangef) {
    let seen = Rect::from_x_y_ranges(across, ui.clip_rect().y_range());
    let ring = Stroke::new(2.0, view.theme.accent);
    ui.set_clip_rect(seen);
    ui.painter().rect_stroke(seen, theme::RADIUS_CONTROL, ring, StrokeKind::Inside);
}
