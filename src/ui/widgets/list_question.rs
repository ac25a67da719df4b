//! The question which sheet and which column of a list are meant.

use std::borrow::Cow;

use egui::accesskit::Role;
use egui::{Grid, Label, ScrollArea, Sense, TextWrapMode, Ui, WidgetInfo};

use crate::customers::{Question, SeenColumn};
use crate::i18n::{Text, count};
use crate::model::{ListAction, ListPlace};

use super::super::theme::space;
use super::super::view::View;
use super::button::{choice_button, focus_ring};
use super::text::{caption, muted, strong};

/// Which sheet, and which column: the first rows, with the columns to choose.
pub(in crate::ui) fn question_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    question: &Question,
    (part, place): (usize, ListPlace),
) {
    if question.sheets.len() > 1 {
        ui.label(strong(view.t(Text::ListWhichSheet)));
        ui.horizontal_wrapped(|ui| {
            for (sheet, name) in question.sheets.iter().enumerate() {
                let chosen = question.sheet == Some(sheet);
                let name = told_hidden(view, name, question.hidden_sheets.contains(&sheet));
                if choice_button(ui, view, chosen, &name).clicked() {
                    view.act((place, ListAction::Sheet { part, sheet }));
                }
            }
        });
    }
    if question.sheet.is_none() && question.sheets.len() > 1 {
        ui.add(Label::new(caption(view, view.t(Text::ListWhichNote))).wrap());
        return;
    }
    ui.label(strong(view.t(Text::ListWhichColumn)));
    ui.add(Label::new(caption(view, view.t(Text::ListWhichNote))).wrap());
    ScrollArea::horizontal().id_salt("columns").show(ui, |ui| {
        ui.style_mut().wrap_mode = Some(TextWrapMode::Extend);
        let grid = Grid::new("first rows").striped(true).spacing([space::L, space::XS]);
        grid.show(ui, |ui| {
            for column in &question.columns {
                choice_ui(ui, view, column, (part, place));
            }
            ui.end_row();
            for row in &question.rows {
                for column in &question.columns {
                    let cell = row.get(column.place - 1).map_or("", String::as_str);
                    // Not in Tab's way: the columns' own buttons are.
                    let label = Label::new(muted(view, cell)).selectable(false).sense(Sense::CLICK);
                    if ui.add(label).clicked() {
                        view.act((place, ListAction::Column { part, column: column.place }));
                    }
                }
                ui.end_row();
            }
        });
        // Room for the bar below the last row.
        ui.add_space(space::S);
    });
}

/// The name of a sheet or column, and whether the workbook hides it.
fn told_hidden<'a>(view: &View<'_>, name: &'a str, is_hidden: bool) -> Cow<'a, str> {
    match is_hidden {
        true => Cow::Owned(view.t(Text::ListIsHidden { name }).into()),
        false => Cow::Borrowed(name),
    }
}

fn choice_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    column: &SeenColumn,
    (part, place): (usize, ListPlace),
) {
    let number = count(column.place);
    let shown = match &column.name {
        Some(name) => view.t(Text::ListColumnNamed { place: number, name }),
        None => view.t(Text::ListColumn { place: number }),
    };
    let shown = told_hidden(view, &shown, column.is_hidden);
    let response = ui.radio(false, &*shown);
    let name = match column.sample.is_empty() {
        true => shown,
        false => view.t(Text::ListSample { column: &shown, sample: &column.sample }),
    };
    let enabled = response.enabled();
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, enabled, false, &*name));
    if focus_ring(ui, view, response).clicked() {
        view.act((place, ListAction::Column { part, column: column.place }));
    }
}
