//! The page of one customer's cards.

use egui::{CornerRadius, Id, Rect, RichText, ScrollArea, Sense, Ui, UiBuilder, pos2, vec2};

use crate::api::ApiError;
use crate::domain::Card;
use crate::i18n::{Text, count};
use crate::model::{
    AssetAction, CardAction, CustomerCards, LookUpAction, RemovalAction, Session, SessionAction,
    SettingsAction, Trust,
};
use crate::settings::TileSize;

use super::tiles::{TileGrid, small_text_ui, tile_ui};
use super::{ahead, picking::picking_ui};
use crate::ui::format::error_text::{self, Explained};
use crate::ui::icons;
use crate::ui::keymap::focus::look_up_id;
use crate::ui::keymap::typing;
use crate::ui::theme::{self, size, space};
use crate::ui::view::View;
use crate::ui::widgets::{
    Tone, banner_ui, caption, icon_button, icon_choice, icon_ui, muted, primary_button,
    quiet_button, title, tools_row_ui, verdict_badges_ui, verdict_numbers_ui, without_blanks_ui,
};

/// Height of the tiles' room at least, in points.
const LEAST_TILES: f32 = 150.0;

/// The middle of the window: one customer's cards in their state.
pub(in crate::ui) fn customer_ui(ui: &mut Ui, view: &mut View<'_>, session: &Session) {
    let Some(customer) = &session.customer else {
        empty_ui(ui, view);
        return;
    };
    heading_ui(ui, view, session, customer);
    ui.add_space(space::S);
    if let Some(picking) = customer.picking.as_ref().filter(|_| !session.cards().is_empty()) {
        picking_ui(ui, view, session, picking);
    }
    ahead::note_place(ui, view, session);
    if let Some(error) = customer.list.error() {
        let said = error_text::api_error(view.texts, error);
        let said = if customer.list.value().is_some() {
            Explained { meaning: view.t(Text::ListOld).into(), ..said }
        } else {
            said
        };
        let begins = customer.list.value().is_none()
            && !customer.list.is_loading()
            && takes_begin(ui, view, session);
        let doubted = session.trust == Trust::Refused && matches!(error, ApiError::Refused(_));
        banner_ui(ui, view, Tone::Error, &said, |ui, view| {
            let again = quiet_button(ui, view, &view.t(Text::TryAgain));
            if begins && !doubted {
                again.request_focus();
            }
            if again.clicked() {
                view.act(LookUpAction::Refresh);
            }
            correct_ui(ui, view, session, error, begins && doubted);
            if let Some(details) = said.to_copy()
                && quiet_button(ui, view, &view.t(Text::CopyDetails)).clicked()
            {
                view.act(CardAction::CopyText(details));
            }
        });
        ui.add_space(space::M);
    }
    match customer.list.value() {
        Some(list) if list.cards.is_empty() => no_cards_ui(ui, view, session, customer),
        Some(list) => grid_ui(ui, view, session, &list.cards),
        None if customer.list.is_loading() => loading_ui(ui, view, customer),
        None => {}
    }
}

/// The way back to the form, where the sign-in may be what is wrong.
fn correct_ui(ui: &mut Ui, view: &mut View<'_>, session: &Session, error: &ApiError, focus: bool) {
    let is_refused = matches!(error, ApiError::Refused(_));
    if !is_refused && session.trust == Trust::Verified {
        return;
    }
    let button = quiet_button(ui, view, &view.t(Text::SignInCorrect));
    if focus {
        button.request_focus();
    }
    if button.clicked() {
        view.act(SessionAction::Correct);
    }
}

/// Whether what came of a look-up takes the focus: once, and never from a person who types on.
fn takes_begin(ui: &Ui, view: &mut View<'_>, session: &Session) -> bool {
    if !view.memory.begins || typing::brings_text(ui.ctx()) {
        return false;
    }
    view.memory.begins = false;
    let number = session.customer.as_ref().map(|customer| customer.number.as_str());
    let focused = ui.memory(|memory| memory.focused());
    let types_on = match focused {
        Some(id) if id == look_up_id() => number != Some(session.look_up.text.as_str()),
        Some(_) | None => ui.ctx().text_edit_focused(),
    };
    !types_on && view.state.dialog.is_none()
}

fn empty_ui(ui: &mut Ui, view: &mut View<'_>) {
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.28);
        icon_ui(ui, icons::CREDIT_CARD, 44.0, view.theme.line);
        ui.add_space(space::S);
        ui.label(title(view.t(Text::EmptyTitle)));
        ui.label(muted(view, view.t(Text::EmptyLead)));
        ui.add_space(space::S);
        if primary_button(ui, view, true, &view.t(Text::EmptyButton)).clicked() {
            view.memory.focus_look_up = true;
            ui.ctx().request_repaint();
        }
    });
}

fn no_cards_ui(ui: &mut Ui, view: &mut View<'_>, session: &Session, customer: &CustomerCards) {
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.24);
        icon_ui(ui, icons::CREDIT_CARD, 44.0, view.theme.line);
        ui.add_space(space::S);
        ui.label(title(view.t(Text::NoCardsTitle)));
        let number = customer.number.as_str();
        ui.label(muted(view, view.t(Text::NoCardsLead { number })));
        ui.add_space(space::S);
        let refresh = quiet_button(ui, view, &view.t(Text::Refresh));
        if !customer.list.is_loading() && takes_begin(ui, view, session) {
            refresh.request_focus();
        }
        if refresh.clicked() {
            view.act(LookUpAction::Refresh);
        }
    });
}

fn heading_ui(ui: &mut Ui, view: &mut View<'_>, session: &Session, customer: &CustomerCards) {
    // Where there is little room words give way, so that what comes later moves no tile: those of
    // findings first, then those of buttons.
    let room = ui.available_width() - if customer.as_of().is_some() { 180.0 } else { 0.0 };
    let (badges_have_room, retry_has_room, has_room) = (room > 1040.0, room > 860.0, room > 720.0);
    let content = |ui: &mut Ui, view: &mut View<'_>| {
        let number = customer.number.as_str();
        ui.label(title(view.t(Text::CustomerTitle { number })));
        if let Some(list) = customer.list.value() {
            let count = count(list.cards.len());
            ui.label(muted(view, view.t(Text::CardsCount { count })));
        }
        if customer.list.is_loading() {
            ui.label(caption(view, view.t(Text::Asking)));
        }
        ahead::as_of_ui(ui, view, customer);
        match badges_have_room {
            true => verdict_badges_ui(ui, view, session.open_total()),
            false => verdict_numbers_ui(ui, view, session.open_total()),
        }
    };
    tools_row_ui(ui, view, "customer tools", content, |ui, view| {
        let failed = session.picture_counts().failed > 0;
        let tool = |ui: &mut Ui, view: &View<'_>, icon, text, in_words| match in_words {
            true => quiet_button(ui, view, &view.t(text)),
            false => icon_button(ui, view, icon, &view.t(text)),
        };
        if failed
            && tool(ui, view, icons::ROTATE_CCW, Text::RetryPictures, retry_has_room).clicked()
        {
            view.act(AssetAction::RetryAll);
        }
        if !session.cards().is_empty()
            && customer.picking.is_none()
            && quiet_button(ui, view, &view.t(Text::RevokeButton)).clicked()
        {
            view.act(RemovalAction::Pick(true));
        }
        if icon_button(ui, view, icons::REFRESH_CW, &view.t(Text::Refresh)).clicked() {
            view.act(LookUpAction::Refresh);
        }
        if has_room {
            tile_sizes_ui(ui, view);
        }
    });
    if let Some(warning) = customer.number.warning() {
        let text = error_text::customer_warning(view.texts, warning);
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(text).size(size::CAPTION).color(view.theme.warning));
            without_blanks_ui(ui, view, customer.number.as_str());
        });
    }
}

/// Which size the tiles have.
fn tile_sizes_ui(ui: &mut Ui, view: &mut View<'_>) {
    ui.spacing_mut().item_spacing.x = 0.0;
    let sizes = [
        (TileSize::Large, icons::SQUARE, Text::TilesLarge),
        (TileSize::Medium, icons::GRID_2X2, Text::TilesMedium),
        (TileSize::Small, icons::GRID_3X3, Text::TilesSmall),
    ];
    // Right to left: the smallest stands at the left.
    for (size, icon, name) in sizes {
        let chosen = view.state.settings.tiles == size;
        if icon_choice(ui, view, chosen, icon, &view.t(name)).clicked() {
            view.act(SettingsAction::Tiles(size));
        }
    }
}

/// Tiles in the making: the final geometry, so that nothing jumps.
fn loading_ui(ui: &mut Ui, view: &View<'_>, customer: &CustomerCards) {
    let waited = view.now.timestamp.duration_since(customer.asked_at);
    if waited > jiff::SignedDuration::from_secs(10) {
        ui.label(muted(view, view.t(Text::ListTakesLong)));
    }
    let grid = TileGrid::new(view.state.settings.tiles, ui.available_width());
    let TileGrid { columns, tile, gap, .. } = grid;
    let (rect, _) = ui.allocate_exact_size(
        vec2(ui.available_width(), tile.y.min(ui.available_height())),
        Sense::hover(),
    );
    for column in 0..columns.min(3) {
        let min = pos2(rect.min.x + column as f32 * (tile.x + gap), rect.min.y);
        let place = Rect::from_min_size(min, tile);
        let radius = CornerRadius::same(theme::RADIUS_PANEL);
        ui.painter().rect_filled(place, radius, view.theme.surface);
        let art = grid.art(place);
        let corner = CornerRadius::same((art.width() * theme::CARD_CORNER) as u8);
        let fill = view.theme.ground.lerp_to_gamma(view.theme.line, 0.6);
        ui.painter().rect_filled(art, corner, fill);
    }
}

fn grid_ui(ui: &mut Ui, view: &mut View<'_>, session: &Session, cards: &[Card]) {
    let grid = TileGrid::new(view.state.settings.tiles, ui.available_width() - 10.0);
    let TileGrid { columns, tile, gap, .. } = grid;
    let reflowed = std::mem::replace(&mut view.memory.columns, columns) != columns;
    let rows = cards.len().div_ceil(columns);
    let stepped = view.memory.stepped;
    let begins = takes_begin(ui, view, session);
    // A finding that was stepped to has the focus by now, and made room for itself.
    let keeps = reflowed && view.memory.focused_finding.is_none();
    let focused = view.memory.focused_tile.take().filter(|_| keeps).map(|(index, _)| index);
    let wanted = if begins { Some(0) } else { view.memory.focus_tile.or(focused) };
    view.memory.focus_tile = wanted.filter(|index| *index < cards.len());
    ui.spacing_mut().item_spacing = vec2(gap, gap);
    // Another customer's tiles begin at the top.
    let customer = session.customer.as_ref().map(|customer| customer.number.as_str());
    // At least a tile is in view; the page scrolls where what stands above leaves less.
    let scroll = ScrollArea::vertical().id_salt(("tiles", customer)).auto_shrink(false);
    let mut scroll = scroll.min_scrolled_height((tile.y + gap).min(LEAST_TILES));
    if begins {
        scroll = scroll.vertical_scroll_offset(0.0);
    }
    scroll.show_rows(ui, tile.y, rows, |ui, range| {
        // Rows out of view are not drawn: a tile must come into view to take the focus. The one
        // that is inspected stays in view when fewer stand in a row.
        let selected = session.selected_card().map(|(index, _)| index);
        if let Some(index) = view.memory.focus_tile.or(selected.filter(|_| reflowed || stepped)) {
            let down = (index / columns) as f32 - range.start as f32;
            let top = ui.max_rect().top() + down * (tile.y + gap);
            let place = Rect::from_min_size(pos2(ui.max_rect().left(), top), tile);
            ui.scroll_to_rect(place, None);
            ui.ctx().request_repaint();
        }
        let mut small = Vec::new();
        for row in range {
            ui.horizontal_top(|ui| {
                let first = row * columns;
                for (index, card) in cards.iter().enumerate().skip(first).take(columns) {
                    // A tile keeps its focus when it comes to stand in another row.
                    let scope = UiBuilder::new().scope_id(Id::unique(("tile", index)));
                    let tile = ui
                        .scope_builder(scope, |ui| tile_ui(ui, view, session, (index, card), grid));
                    if view.state.settings.tiles == TileSize::Small {
                        small.push(((index, card), tile.inner));
                    }
                }
            });
        }
        for (card, tile) in small {
            small_text_ui(ui, view, session, card, (tile, grid.art(tile)));
        }
    });
}
