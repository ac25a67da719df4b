//! Every file that was looked at, as a sheet of pictures.

use egui::{Align, Label, Layout, RichText, ScrollArea, Ui, UiBuilder, vec2};

use crate::i18n::{Text, count};
use crate::model::{Page, Session, SessionAction, SheetAction, SheetGroup, SheetOrder};
use crate::verify::Severity;

use crate::ui::icons;
use crate::ui::keymap::focus::begins_at;
use crate::ui::theme::{size, space};
use crate::ui::view::View;
use crate::ui::widgets::{
    asset_picture_ui, caption, choice_button, filter_field_ui, focus_ring, icon_button, link_text,
    muted, severity_id, severity_tone, sign_ui, strong, thumbnail_button_ui, title, tools_row_ui,
    truncated,
};

/// Width of a cell, in points, at least; cells grow to fill the row.
const CELL_WIDTH: f32 = 200.0;
const PICTURE_HEIGHT: f32 = 126.0;
const CELL_HEIGHT: f32 = PICTURE_HEIGHT + 70.0;

/// The files of all customers looked at, those of the same bytes as one.
pub(in crate::ui) fn sheet_ui(ui: &mut Ui, view: &mut View<'_>, session: &Session) {
    heading_ui(ui, view, session);
    choices_ui(ui, view, session);
    ui.add_space(space::S);
    let groups = session.sheet.groups();
    if groups.is_empty() {
        let text =
            if session.sheet.all() == 0 { Text::SheetEmpty } else { Text::SheetNothingFound };
        ui.label(muted(view, view.t(text)));
        return;
    }
    let gap = space::M;
    let columns = (((ui.available_width() + gap) / (CELL_WIDTH + gap)) as usize).max(1);
    let width = (ui.available_width() - 12.0 + gap) / columns as f32 - gap;
    let rows = groups.len().div_ceil(columns);
    ui.spacing_mut().item_spacing = vec2(gap, gap);
    let scroll = ScrollArea::vertical().id_salt("sheet").auto_shrink(false);
    scroll.min_scrolled_height(CELL_HEIGHT).show_rows(ui, CELL_HEIGHT, rows, |ui, shown| {
        for row in shown {
            ui.horizontal_top(|ui| {
                let cells = groups.iter().enumerate().skip(row * columns).take(columns);
                for (index, group) in cells {
                    ui.push_id(index, |ui| cell_ui(ui, view, group, width));
                }
            });
        }
    });
}

fn heading_ui(ui: &mut Ui, view: &mut View<'_>, session: &Session) {
    let room = (ui.available_width() - 24.0).clamp(80.0, 280.0);
    let content = |ui: &mut Ui, view: &mut View<'_>| {
        let back = icon_button(ui, view, icons::ARROW_LEFT, &view.t(Text::BackToCards));
        begins_at(ui, view, &back);
        if back.clicked() {
            view.act(SessionAction::Show(Page::Customer));
        }
        ui.label(title(view.t(Text::Sheet)));
        let (shown, all) = (session.sheet.groups().len(), session.sheet.all());
        let counts = Text::SheetCount { shown: count(shown), all: count(all) };
        ui.label(muted(view, view.t(counts)));
    };
    tools_row_ui(ui, view, "sheet tools", content, |ui, view| {
        let mut text = session.sheet.view.filter.clone();
        let name = view.t(Text::SheetFilter);
        if filter_field_ui(ui, view, &name, &mut text, room).changed() {
            view.act(SheetAction::Filter(text));
        }
    });
}

fn choices_ui(ui: &mut Ui, view: &mut View<'_>, session: &Session) {
    let chosen = &session.sheet.view;
    let which_ui = |ui: &mut Ui, view: &mut View<'_>| {
        if session.sheet.has_batch() {
            for (of_batch, text) in [(true, Text::SheetOfBatch), (false, Text::SheetOfVisited)] {
                if choice_button(ui, view, chosen.of_batch == of_batch, &view.t(text)).clicked() {
                    view.act(SheetAction::OfBatch(of_batch));
                }
            }
            ui.separator();
        }
        let severities = [
            (None, Text::SheetAll),
            (Some(Severity::Note), Text::SheetWithFindings),
            (Some(Severity::Warning), Text::SheetWarnings),
            (Some(Severity::Error), Text::SheetErrors),
        ];
        for (least, text) in severities {
            if choice_button(ui, view, chosen.least == least, &view.t(text)).clicked() {
                view.act(SheetAction::Least(least));
            }
        }
        if chosen.like.is_some()
            && choice_button(ui, view, true, &view.t(Text::SheetAllLooks)).clicked()
        {
            view.act(SheetAction::Like(None));
        }
    };
    let room = ui.available_width();
    // The order stands at the right, or has a row of its own.
    tools_row_ui(ui, view, "sheet choices", which_ui, |ui, view| {
        // Its words stay together in one row.
        ui.add(Label::new(caption(view, view.t(Text::SheetOrder))).extend());
        order_ui(ui, view, chosen.order, room);
    });
}

/// Width of the page, in points, below which the order is a drop-down: its choices would take a row of
/// their own, and those before them two.
const ORDER_IN_WORDS: f32 = 960.0;

/// In which order the files stand.
fn order_ui(ui: &mut Ui, view: &mut View<'_>, chosen: SheetOrder, room: f32) {
    let orders = [
        (SheetOrder::Severity, Text::OrderSeverity),
        (SheetOrder::Type, Text::OrderType),
        (SheetOrder::Cards, Text::OrderCards),
        (SheetOrder::Bank, Text::OrderBank),
        (SheetOrder::Host, Text::OrderHost),
    ];
    if room >= ORDER_IN_WORDS {
        for (order, text) in orders {
            if choice_button(ui, view, chosen == order, &view.t(text)).clicked() {
                view.act(SheetAction::Order(order));
            }
        }
        return;
    }
    let now = orders.into_iter().find(|(order, _)| *order == chosen);
    let now = now.map(|(_, text)| view.t(text)).unwrap_or_default();
    let drop_down = egui::ComboBox::from_id_salt("sheet order").width(0.0).selected_text(&*now);
    let drawn = drop_down.show_ui(ui, |ui| {
        for (order, text) in orders {
            if ui.selectable_label(chosen == order, view.t(text).into_owned()).clicked() {
                view.act(SheetAction::Order(order));
            }
        }
    });
    let name = view.t(Text::SheetOrder);
    focus_ring(ui, view, drawn.response.accessible_name(&*name));
}

fn cell_ui(ui: &mut Ui, view: &mut View<'_>, group: &SheetGroup, width: f32) {
    let (rect, _) = ui.allocate_exact_size(vec2(width, CELL_HEIGHT), egui::Sense::hover());
    let builder = UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Min));
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing = vec2(space::XS, 2.0);
        let place = vec2(width, PICTURE_HEIGHT);
        if view.state.session().is_some_and(|session| session.sheet.view.of_batch) {
            let file = (&group.variant, &group.kind);
            thumbnail_button_ui(ui, view, group.thumbnail, file, place);
        } else {
            asset_picture_ui(ui, view, &group.variant, &group.kind, place);
        }
        ui.horizontal(|ui| {
            if let Some(severity) = group.worst {
                let tone = severity_tone(severity);
                let word = view.texts.by_id(severity_id(severity), None, &[]);
                let sign = sign_ui(ui, view, tone, &word);
                sign.on_hover_ui(|ui| {
                    for rule in &group.rules {
                        ui.label(rule.name());
                    }
                });
            }
            truncated(ui, strong(group.kind.as_str()));
        });
        let cards = view.t(Text::CardsCount { count: count(group.cards) });
        let customers = view.t(Text::CustomersCount { count: count(group.customers) });
        ui.label(caption(view, format!("{cards}, {customers}")));
        if group.alike > 0 && group.fingerprint.is_some() {
            let text = link_text(view, view.t(Text::SheetAlike { count: count(group.alike) }));
            let link = ui.link(text);
            if focus_ring(ui, view, link).clicked() {
                view.act(SheetAction::Like(group.fingerprint));
            }
        } else if group.addresses > 1 {
            let count = count(group.addresses);
            let text = RichText::new(view.t(Text::SheetAddresses { count })).size(size::CAPTION);
            ui.label(text.color(view.theme.muted));
        }
    });
}
