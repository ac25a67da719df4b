use egui::{
    Align, Align2, CornerRadius, EventFilter, Id, Key, Layout, Modifiers, Rect, Response, RichText,
    ScrollArea, Sense, StrokeKind, Ui, UiBuilder, pos2, vec2,
};

use crate::domain::{Card, CardFace};
use crate::i18n::Text;
use crate::model::{
    Action, AssetAction, CardAction, CustomerCards, LookUpAction, RemovalAction, Session,
};

use super::super::error_text::{self, Explained};
use super::super::icons;
use super::super::theme::{self, CARD_RATIO, size, space};
use super::super::view::View;
use super::super::widgets::{
    Tone, at_the_right, banner_ui, caption, card_badges_ui, card_face_ui, card_verdict_ui,
    icon_button, icon_text, muted, name_as_button, primary_button, quiet_button, strong, title,
    truncated, verdict_badges_ui,
};

/// Width of a tile's art, in points, at least; tiles grow to fill the row.
const TILE_WIDTH: f32 = 248.0;
const TILE_MAX: f32 = 320.0;
/// Height below the art: two lines and the badges.
const TILE_TEXT: f32 = 96.0;
const PADDING: f32 = 10.0;
const GAP: f32 = 16.0;

/// The middle of the window: one customer's cards in their state.
pub(super) fn customer_ui(ui: &mut Ui, view: &mut View<'_>, session: &Session) {
    let Some(customer) = &session.customer else {
        empty_ui(ui, view);
        return;
    };
    heading_ui(ui, view, session, customer);
    ui.add_space(space::S);
    if let Some(error) = customer.list.error() {
        let said = error_text::api_error(view.texts, error);
        let said = if customer.list.value().is_some() {
            Explained { meaning: view.t(Text::ListOld).into(), ..said }
        } else {
            said
        };
        banner_ui(ui, view, Tone::Error, &said, |ui, view| {
            if quiet_button(ui, view, &view.t(Text::TryAgain)).clicked() {
                view.act(LookUpAction::Refresh);
            }
            if let Some(details) = &said.details
                && quiet_button(ui, view, &view.t(Text::CopyDetails)).clicked()
            {
                view.act(CardAction::CopyText(format!("{}\n{details}", said.what)));
            }
        });
        ui.add_space(space::M);
    }
    match customer.list.value() {
        Some(list) if list.cards.is_empty() => no_cards_ui(ui, view, customer),
        Some(list) => grid_ui(ui, view, session, &list.cards),
        None if customer.list.is_loading() => loading_ui(ui, view, customer),
        None => {}
    }
}

fn empty_ui(ui: &mut Ui, view: &mut View<'_>) {
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.28);
        ui.label(icon_text(icons::CREDIT_CARD, 44.0, view.theme.line));
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

fn no_cards_ui(ui: &mut Ui, view: &mut View<'_>, customer: &CustomerCards) {
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.24);
        ui.label(icon_text(icons::CREDIT_CARD, 44.0, view.theme.line));
        ui.add_space(space::S);
        ui.label(title(view.t(Text::NoCardsTitle)));
        let number = customer.number.as_str();
        ui.label(muted(view, view.t(Text::NoCardsLead { number })));
        ui.add_space(space::S);
        if quiet_button(ui, view, &view.t(Text::Refresh)).clicked() {
            view.act(LookUpAction::Refresh);
        }
    });
}

fn heading_ui(ui: &mut Ui, view: &mut View<'_>, session: &Session, customer: &CustomerCards) {
    ui.horizontal(|ui| {
        ui.set_row_height(32.0);
        let number = customer.number.as_str();
        ui.label(title(view.t(Text::CustomerTitle { number })));
        if let Some(list) = customer.list.value() {
            let count = i64::try_from(list.cards.len()).unwrap_or(i64::MAX);
            ui.label(muted(view, view.t(Text::CardsCount { count })));
        }
        if customer.list.is_loading() {
            ui.label(caption(view, view.t(Text::Asking)));
        }
        let open = (0..customer.findings.len()).flat_map(|index| session.open_findings(index));
        verdict_badges_ui(ui, view, open);
        at_the_right(ui, "customer tools", |ui| {
            let failed = session.shown_files().any(|entry| entry.error().is_some());
            if failed && quiet_button(ui, view, &view.t(Text::RetryPictures)).clicked() {
                view.act(AssetAction::RetryAll);
            }
            if icon_button(ui, view, icons::REFRESH_CW, &view.t(Text::Refresh)).clicked() {
                view.act(LookUpAction::Refresh);
            }
        });
    });
    if let Some(warning) = customer.number.warning() {
        let text = error_text::customer_warning(view.texts, warning);
        ui.label(RichText::new(text).size(size::CAPTION).color(view.theme.warning));
    }
}

/// Tiles in the making: the final geometry, so that nothing jumps.
fn loading_ui(ui: &mut Ui, view: &View<'_>, customer: &CustomerCards) {
    let waited = view.now.timestamp.duration_since(customer.asked_at);
    if waited > jiff::SignedDuration::from_secs(10) {
        ui.label(muted(view, view.t(Text::ListTakesLong)));
    }
    let (columns, tile) = geometry(ui.available_width());
    let (rect, _) = ui.allocate_exact_size(
        vec2(ui.available_width(), tile.y.min(ui.available_height())),
        Sense::hover(),
    );
    for column in 0..columns.min(3) {
        let min = pos2(rect.min.x + column as f32 * (tile.x + GAP), rect.min.y);
        let place = Rect::from_min_size(min, tile);
        let radius = CornerRadius::same(theme::RADIUS_PANEL);
        ui.painter().rect_filled(place, radius, view.theme.surface);
        let art = art_rect(place);
        let corner = CornerRadius::same((art.width() * theme::CARD_CORNER) as u8);
        let fill = view.theme.ground.lerp_to_gamma(view.theme.line, 0.6);
        ui.painter().rect_filled(art, corner, fill);
    }
}

/// Columns, and the size of a tile.
fn geometry(width: f32) -> (usize, egui::Vec2) {
    let columns = ((width + GAP) / (TILE_WIDTH + 2.0 * PADDING + GAP)).floor().max(1.0);
    let share = (width - (columns - 1.0) * GAP) / columns;
    let tile = share.min(TILE_MAX + 2.0 * PADDING);
    let art = (tile - 2.0 * PADDING) / CARD_RATIO;
    (columns as usize, vec2(tile.floor(), (art + TILE_TEXT + 2.0 * PADDING).floor()))
}

fn art_rect(tile: Rect) -> Rect {
    let width = tile.width() - 2.0 * PADDING;
    Rect::from_min_size(tile.min + vec2(PADDING, PADDING), vec2(width, width / CARD_RATIO))
}

fn grid_ui(ui: &mut Ui, view: &mut View<'_>, session: &Session, cards: &[Card]) {
    let (columns, tile) = geometry(ui.available_width() - 10.0);
    let reflowed = std::mem::replace(&mut view.memory.columns, columns) != columns;
    let rows = cards.len().div_ceil(columns);
    let focused = view.memory.focused_tile.take().filter(|_| reflowed);
    let wanted = view.memory.focus_tile.or(focused);
    view.memory.focus_tile = wanted.filter(|index| *index < cards.len());
    ui.spacing_mut().item_spacing = vec2(GAP, GAP);
    // Another customer's tiles begin at the top.
    let customer = session.customer.as_ref().map(|customer| customer.number.as_str());
    let scroll = ScrollArea::vertical().id_salt(("tiles", customer)).auto_shrink(false);
    scroll.show_rows(ui, tile.y, rows, |ui, range| {
        // Rows out of view are not drawn: a tile must come into view to take the focus. The one
        // that is inspected stays in view when fewer stand in a row.
        let selected = session.selected_card().map(|(index, _)| index);
        if let Some(index) = view.memory.focus_tile.or(selected.filter(|_| reflowed)) {
            let down = (index / columns) as f32 - range.start as f32;
            let top = ui.max_rect().top() + down * (tile.y + GAP);
            let place = Rect::from_min_size(pos2(ui.max_rect().left(), top), tile);
            ui.scroll_to_rect(place, None);
            ui.ctx().request_repaint();
        }
        for row in range {
            ui.horizontal_top(|ui| {
                let first = row * columns;
                for (index, card) in cards.iter().enumerate().skip(first).take(columns) {
                    // A tile keeps its focus when it comes to stand in another row.
                    let scope = UiBuilder::new().scope_id(Id::unique(("tile", index)));
                    ui.scope_builder(scope, |ui| {
                        tile_ui(ui, view, session, (index, card), tile);
                    });
                }
            });
        }
    });
}

fn tile_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    session: &Session,
    (index, card): (usize, &Card),
    tile: egui::Vec2,
) {
    let (rect, response) = ui.allocate_exact_size(tile, Sense::click());
    let selected = session.selected_card().is_some_and(|(chosen, _)| chosen == index);
    let (brand, digits) = (card.brand.as_str(), card.last_four.as_str());
    let name = view.t(Text::CardName { brand, digits }).into_owned();
    name_as_button(&response, &name, Some(selected));
    if view.memory.focus_tile == Some(index) {
        view.memory.focus_tile = None;
        response.request_focus();
    }
    let theme = view.theme;
    let radius = CornerRadius::same(theme::RADIUS_PANEL);
    ui.painter().rect_filled(rect, radius, theme.surface);
    let stroke = if selected || response.has_focus() {
        egui::Stroke::new(2.0, theme.accent)
    } else if response.hovered() {
        egui::Stroke::new(1.0, theme.muted)
    } else {
        theme.line_stroke()
    };
    ui.painter().rect_stroke(rect, radius, stroke, StrokeKind::Inside);
    let art = art_rect(rect);
    card_face_ui(ui, view, card, art);
    if session.running_removal(&card.token).is_some() {
        veil_ui(ui, view, art, &view.t(Text::Removing));
    }
    let below = Rect::from_min_max(
        pos2(art.min.x, art.max.y + space::S),
        rect.max - vec2(PADDING, PADDING - 2.0),
    );
    let builder = UiBuilder::new().max_rect(below).layout(Layout::top_down(Align::Min));
    ui.scope_builder(builder, |ui| tile_text_ui(ui, view, index, card));
    keys_ui(ui, view, &response, index, card);
}

fn tile_text_ui(ui: &mut Ui, view: &mut View<'_>, index: usize, card: &Card) {
    ui.spacing_mut().item_spacing = vec2(6.0, 2.0);
    let (brand, digits) = (card.brand.as_str(), card.last_four.as_str());
    ui.horizontal(|ui| {
        ui.set_row_height(28.0);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let name = view.t(Text::RemoveCardNamed { brand, digits });
            if icon_button(ui, view, icons::TRASH_2, &name).clicked() {
                view.act(RemovalAction::Ask(index));
            }
            if let Some(session) = view.state.session() {
                card_verdict_ui(ui, view, &session.open_findings(index));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let brand = if brand.is_empty() { "—" } else { brand };
                truncated(ui, strong(format!("{brand} ···· {digits}")));
            });
        });
    });
    let bank = if card.bank.is_empty() { view.t(Text::BankUnknown) } else { (&*card.bank).into() };
    ui.spacing_mut().interact_size.y = 18.0;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        // The expiry is never cut, however long the bank's name.
        let expiry = caption(view, format!("· {}", expiry_text(view, card)));
        let room = expiry_width(ui, expiry.text()) + ui.spacing().item_spacing.x;
        ui.scope(|ui| {
            ui.set_max_width((ui.available_width() - room).max(0.0));
            truncated(ui, caption(view, &*bank));
        });
        ui.label(expiry);
    });
    ui.add_space(space::XS);
    ui.horizontal_wrapped(|ui| card_badges_ui(ui, view, card));
}

fn expiry_width(ui: &Ui, text: &str) -> f32 {
    let font = egui::FontId::proportional(size::CAPTION);
    let colour = ui.visuals().text_color();
    ui.painter().layout_no_wrap(text.to_owned(), font, colour).size().x
}

/// Expiry as on a card, `12/2025`; what came, where it cannot be read.
pub(super) fn expiry_text(view: &View<'_>, card: &Card) -> String {
    match card.expiry() {
        Some(expiry) => format!("{:02}/{}", expiry.month(), expiry.year()),
        None if card.expiry_text.is_empty() => view.t(Text::ExpiryUnknown).into(),
        None => card.expiry_text.clone(),
    }
}

/// Over the art of a card that is being removed: it stays until a list proves it gone.
fn veil_ui(ui: &Ui, view: &View<'_>, art: Rect, text: &str) {
    let corner = CornerRadius::same((art.width() * theme::CARD_CORNER) as u8);
    ui.painter().rect_filled(art, corner, view.theme.surface.gamma_multiply(0.82));
    let font = theme::semibold(size::BODY);
    ui.painter().text(art.center(), Align2::CENTER_CENTER, text, font, view.theme.text);
}

/// Click and Enter inspect, Space shows the picture large, Delete asks about removing, arrows lead
/// to the tiles around.
fn keys_ui(ui: &Ui, view: &mut View<'_>, response: &Response, index: usize, card: &Card) {
    // Under a dialog a tile may still have the focus; its keys are the dialog's.
    if view.state.dialog.is_some() {
        return;
    }
    if response.has_focus() {
        view.memory.focused_tile = Some(index);
        arrows_ui(ui, view, response, index);
        let pressed = |key| ui.input(|input| input.key_pressed(key));
        if pressed(Key::Space) {
            open_large(view, card);
            return;
        }
        if pressed(Key::Delete) {
            view.act(RemovalAction::Ask(index));
            return;
        }
    }
    if response.double_clicked() {
        open_large(view, card);
    } else if response.clicked() {
        response.request_focus();
        view.memory.focused_tile = Some(index);
        view.act(CardAction::Select(Some(index)));
    }
}

/// Arrows lead from tile to tile, not to whatever lies nearest.
fn arrows_ui(ui: &Ui, view: &mut View<'_>, response: &Response, index: usize) {
    let arrows =
        EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
    let count = view.state.session().map_or(0, |session| session.cards().len());
    let columns = view.memory.columns.max(1);
    // Taken, so that the tile reached does not move on in the same frame.
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let last_row = count.saturating_sub(1) / columns;
    let target = if pressed(Key::ArrowLeft) {
        index.checked_sub(1)
    } else if pressed(Key::ArrowRight) {
        Some(index + 1).filter(|next| *next < count)
    } else if pressed(Key::ArrowUp) {
        index.checked_sub(columns)
    } else if pressed(Key::ArrowDown) && index / columns < last_row {
        // The last row may be shorter.
        Some((index + columns).min(count - 1))
    } else {
        None
    };
    if target.is_some() {
        view.memory.focus_tile = target;
        ui.ctx().request_repaint();
    }
}

/// The card's art in the large view, where it has any.
pub(super) fn open_large(view: &mut View<'_>, card: &Card) {
    if let Some(action) = large_action(card) {
        view.act(action);
    }
}

/// What opens a card's art large; `None` where it has no files.
pub fn large_action(card: &Card) -> Option<Action> {
    let asset = match card.face() {
        CardFace::Combined(asset) => Some(asset),
        CardFace::Composed { background, .. } => Some(background),
        CardFace::Drawn => card.assets.first(),
    };
    let asset = asset?;
    let variant = asset.variant_for(u32::MAX)?.clone();
    Some(AssetAction::Open { variant, kind: asset.kind.clone() }.into())
}
