//! Everything about the card that is inspected.

use egui::{Align, Label, Layout, Panel, ScrollArea, Sense, Ui, vec2};

use crate::domain::{Card, redact};
use crate::i18n::Text;
use crate::model::{CardAction, Fate, InspectorTab, LookUpAction, RemovalAction, Session};

use super::inspector_assets::assets_ui;
use super::inspector_findings::findings_ui;
use crate::ui::format::expiry_text;
use crate::ui::icons;
use crate::ui::keymap::context::open_large;
use crate::ui::theme::{CARD_RATIO, space};
use crate::ui::view::View;
use crate::ui::widgets::{
    badge_ui, caption, card_badges_ui, card_face_ui, choice_button, danger_outline_button,
    fate_word, focus_ring, followed_ui, icon_button, label_ui, labelled_row_ui, mono,
    name_as_button, paged, quiet_button, title, truncated,
};

/// Below this height, in points, the art scrolls away with what is below it.
const LOW: f32 = 320.0;

/// Everything about the selected card.
pub(in crate::ui) fn inspector_ui(ui: &mut Ui, view: &mut View<'_>, session: &Session) {
    let Some((index, card)) = session.selected_card() else { return };
    let Some(customer) = &session.customer else { return };
    Panel::bottom("inspector actions")
        .frame(egui::Frame::new().inner_margin(egui::Margin { top: 8, ..egui::Margin::ZERO }))
        .show(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                let running = session.is_removing(&card.token);
                let text = view.t(if running { Text::Removing } else { Text::RemoveAsk });
                if danger_outline_button(ui, view, true, &text).clicked() {
                    view.act(RemovalAction::Ask(index));
                }
                if quiet_button(ui, view, &view.t(Text::CopyToken)).clicked() {
                    view.act(CardAction::CopyToken(index));
                }
            });
        });
    let body_ui = |ui: &mut Ui, view: &mut View<'_>| match customer.tab {
        InspectorTab::Details => details_ui(ui, view, index, card),
        InspectorTab::Assets => assets_ui(ui, view, session, index, card),
        InspectorTab::Findings => findings_ui(ui, view, session, index, card),
        InspectorTab::Raw => raw_ui(ui, view, card),
    };
    let scroll = ScrollArea::vertical().auto_shrink(false);
    // Each card begins at its top, and so does each page where the tabs do not scroll with it.
    let card_name = ("inspector", customer.number.as_str(), index);
    if ui.available_height() < LOW {
        scroll.id_salt(card_name).show(ui, |ui| {
            followed_ui(ui, "inspector", |ui| {
                heading_ui(ui, view, card);
                tabs_ui(ui, view, customer.tab);
                ui.add_space(space::XS);
                body_ui(ui, view);
            });
            paged(ui);
        });
        return;
    }
    heading_ui(ui, view, card);
    tabs_ui(ui, view, customer.tab);
    ui.add_space(space::XS);
    scroll.id_salt((card_name, customer.tab)).show(ui, |ui| {
        followed_ui(ui, "inspector", |ui| body_ui(ui, view));
        paged(ui);
    });
}

fn heading_ui(ui: &mut Ui, view: &mut View<'_>, card: &Card) {
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if icon_button(ui, view, icons::X, &view.t(Text::CloseInspector)).clicked() {
                view.act(CardAction::Select(None));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let (brand, digits) = (card.brand.as_str(), card.last_four.as_str());
                truncated(ui, title(format!("{brand} ···· {digits}")));
            });
        });
    });
    // The art leaves room for what is below it in a low window.
    let height = (ui.available_height() * 0.36).max(90.0);
    let width = ui.available_width().min(height * CARD_RATIO);
    let (rect, response) = ui
        .vertical_centered(|ui| {
            ui.allocate_exact_size(vec2(width, width / CARD_RATIO), Sense::click())
        })
        .inner;
    card_face_ui(ui, view, card, rect);
    let name = view.t(Text::OpenLarge).into_owned();
    name_as_button(&response, &name, None);
    let response = focus_ring(ui, view, response.on_hover_cursor(egui::CursorIcon::ZoomIn));
    if response.clicked() {
        open_large(view, card);
    }
    ui.add_space(space::XS);
    card_badges_ui(ui, view, card);
    if let Some(fate) = view.state.fate(card) {
        fate_ui(ui, view, fate);
    }
}

/// What the card's removal has left to be said, and the way to know.
fn fate_ui(ui: &mut Ui, view: &mut View<'_>, fate: Fate) {
    let (tone, word) = fate_word(view, fate);
    ui.horizontal_wrapped(|ui| {
        badge_ui(ui, view, tone, &word);
        if quiet_button(ui, view, &view.t(Text::CheckAgain)).clicked() {
            view.act(LookUpAction::Refresh);
        }
    });
    let note = match fate {
        Fate::NotVerified => Text::FateNotVerifiedNote,
        Fate::StillThere => Text::FateStillThereNote,
    };
    ui.add(Label::new(caption(view, view.t(note))).wrap());
}

fn tabs_ui(ui: &mut Ui, view: &mut View<'_>, current: InspectorTab) {
    // Where words are long or the room is small the tabs stand closer, then in two rows.
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(2.0, 0.0);
        ui.spacing_mut().button_padding.x = if ui.available_width() < 400.0 { 6.0 } else { 10.0 };
        let tabs = [
            (InspectorTab::Details, Text::TabDetails),
            (InspectorTab::Assets, Text::TabAssets),
            (InspectorTab::Findings, Text::TabFindings),
            (InspectorTab::Raw, Text::TabRaw),
        ];
        for (tab, text) in tabs {
            let button = choice_button(ui, view, current == tab, &view.t(text));
            if current == tab && std::mem::take(&mut view.memory.focus_tab) {
                button.request_focus();
            }
            if button.clicked() {
                view.act(CardAction::Tab(tab));
            }
        }
    });
    ui.separator();
}

fn details_ui(ui: &mut Ui, view: &mut View<'_>, index: usize, card: &Card) {
    let dash = |text: &str| if text.is_empty() { "—".to_owned() } else { text.to_owned() };
    let yes_no = |view: &View<'_>, value: Option<bool>| {
        view.t(match value {
            Some(true) => Text::Yes,
            Some(false) => Text::No,
            None => Text::NotSaid,
        })
        .into_owned()
    };
    let bank = dash(&card.bank);
    labelled_row_ui(ui, view, Text::FieldBrand, &dash(card.brand.as_str()));
    labelled_row_ui(ui, view, Text::FieldBank, &bank);
    let number = format!("{}·· ···· {}", dash(card.bin.as_str()), dash(card.last_four.as_str()));
    ui.horizontal_wrapped(|ui| {
        label_ui(ui, view, Text::FieldNumber);
        ui.label(mono(number));
        let name = view.t(Text::CopyLastFour);
        if icon_button(ui, view, icons::COPY, &name).clicked() {
            view.act(CardAction::CopyLastFour(index));
        }
    });
    let expiry = expiry_text(view, card);
    labelled_row_ui(ui, view, Text::FieldExpiry, &expiry);
    let active = yes_no(view, card.active);
    labelled_row_ui(ui, view, Text::FieldActive, &active);
    let cvc = yes_no(view, card.needs_cvc);
    labelled_row_ui(ui, view, Text::FieldCvc, &cvc);
    ui.horizontal_wrapped(|ui| {
        label_ui(ui, view, Text::FieldToken);
        ui.label(mono(card.token.elided()));
        let name = view.t(Text::CopyToken);
        if icon_button(ui, view, icons::COPY, &name).clicked() {
            view.act(CardAction::CopyToken(index));
        }
    });
    if !card.unknown_fields.is_empty() {
        labelled_row_ui(ui, view, Text::FieldUnknown, &card.unknown_fields.join(", "));
    }
    ui.add_space(space::S);
    ui.add(Label::new(caption(view, view.t(Text::NumberNote))).wrap());
}

fn raw_ui(ui: &mut Ui, view: &mut View<'_>, card: &Card) {
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if icon_button(ui, view, icons::COPY, &view.t(Text::CopyRaw)).clicked() {
                view.act(CardAction::CopyText(redact(&card.raw_json).into_string()));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(Label::new(caption(view, view.t(Text::RawNote))).wrap());
            });
        });
    });
    ui.add(Label::new(mono(card.raw_json.as_str()).size(12.0)).wrap().selectable(true));
}
