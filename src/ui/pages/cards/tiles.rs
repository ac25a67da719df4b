//! One card's tile, in three sizes.

use egui::accesskit::Role;
use egui::{
    Align, Align2, CornerRadius, EventFilter, FontId, Key, Layout, Modifiers, Rect, Response,
    Sense, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2,
};

use crate::domain::Card;
use crate::i18n::Text;
use crate::model::{CardAction, Fate, RemovalAction, Session};
use crate::settings::TileSize;
use crate::verify::Severity;

use super::picking::pick_box_ui;
use crate::ui::format::expiry_text;
use crate::ui::icons;
use crate::ui::keymap::context::open_large;
use crate::ui::theme::{self, CARD_RATIO, size, space};
use crate::ui::view::View;
use crate::ui::widgets::{
    Tone, caption, card_badges_row_ui, card_face_ui, card_states, card_verdict_ui, fate_band_ui,
    fate_word, icon_button, severity_tone, strong, truncated,
};

/// How tiles of one size fill a place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct TileGrid {
    pub(super) columns: usize,
    /// Of one tile, in points.
    pub(super) tile: Vec2,
    /// Between two tiles, in points.
    pub(super) gap: f32,
    padding: f32,
}

impl TileGrid {
    /// Tiles in a place of this width, in points; they grow, within limits, to fill the row.
    pub(super) fn new(size: TileSize, width: f32) -> Self {
        // Width of the art at least and at most, height below it, padding, gap.
        let (least, most, text, padding, gap) = match size {
            TileSize::Small => (64.0, 72.0, 18.0, 4.0, 6.0),
            // Below the art: two lines and the badges.
            TileSize::Medium => (248.0, 320.0, 96.0, 10.0, 16.0),
            TileSize::Large => (420.0, 560.0, 96.0, 12.0, 20.0),
        };
        let columns = ((width + gap) / (least + 2.0 * padding + gap)).floor().max(1.0);
        let share = (width - (columns - 1.0) * gap) / columns;
        let tile = share.min(most + 2.0 * padding);
        let art = (tile - 2.0 * padding) / CARD_RATIO;
        let tile = vec2(tile.floor(), (art + text + 2.0 * padding).floor());
        Self { columns: columns as usize, tile, gap, padding }
    }

    /// Where the art is in a tile.
    pub(super) fn art(&self, tile: Rect) -> Rect {
        let width = tile.width() - 2.0 * self.padding;
        let least = tile.min + vec2(self.padding, self.padding);
        Rect::from_min_size(least, vec2(width, width / CARD_RATIO))
    }
}

/// A card on its tile; where that is. What stands below a small one is drawn by [`small_text_ui`].
pub(super) fn tile_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    session: &Session,
    (index, card): (usize, &Card),
    grid: TileGrid,
) -> Rect {
    let (rect, response) = ui.allocate_exact_size(grid.tile, Sense::click());
    let selected = session.selected_card().is_some_and(|(chosen, _)| chosen == index);
    let fate = view.state.fate(card);
    // Words are made when somebody wants them: there may be hundreds of tiles in a frame.
    response.widget_info(|| {
        let name = spoken_name(view, card, fate);
        WidgetInfo::selected(Role::Button, response.enabled(), selected, name)
    });
    if view.memory.focus_tile == Some(index) {
        view.memory.focus_tile = None;
        response.request_focus();
        // Its row may be in view in part.
        response.scroll_to_me(None);
    }
    let theme = view.theme;
    let is_small = view.state.settings.tiles == TileSize::Small;
    let stroke = if selected || response.has_focus() {
        Some(egui::Stroke::new(2.0, theme.accent))
    } else if let Some(fate) = fate {
        Some(egui::Stroke::new(2.0, fate_word(view, fate).0.colour(view)))
    } else if response.hovered() {
        Some(egui::Stroke::new(1.0, theme.muted))
    } else {
        // Hundreds of frames around small art are more than the art.
        (!is_small).then(|| theme.line_stroke())
    };
    if let Some(stroke) = stroke {
        let radius = CornerRadius::same(theme::RADIUS_PANEL);
        ui.painter().rect(rect, radius, theme.surface, stroke, StrokeKind::Inside);
    }
    let art = grid.art(rect);
    card_face_ui(ui, view, card, art);
    if session.is_removing(&card.token) {
        veil_ui(ui, view, art, &view.t(Text::Removing));
    } else if let Some(fate) = fate {
        fate_band_ui(ui, view, art, fate);
    }
    let picking = session.customer.as_ref().and_then(|customer| customer.picking.as_ref());
    if let Some(picking) = picking {
        pick_box_ui(ui, view, (index, card), art, picking.holds(card));
    }
    if is_small {
        // Each step of a tooltip is a frame, which would take the processor from a page that comes.
        if response.hovered() && view.memory.pictures.is_loading_page() {
            // It may be there by then, and nothing else ask for a frame.
            ui.ctx().request_repaint_after_secs(ui.style().interaction.tooltip_delay);
        } else if response.hovered() {
            response.clone().on_hover_text(tooltip(view, card, fate));
        }
    } else {
        let below = Rect::from_min_max(
            pos2(art.min.x, art.max.y + space::S),
            rect.max - vec2(grid.padding, grid.padding - 2.0),
        );
        let builder = UiBuilder::new().max_rect(below).layout(Layout::top_down(Align::Min));
        ui.scope_builder(builder, |ui| tile_text_ui(ui, view, index, card));
    }
    keys_ui(ui, view, &response, index, card);
    rect
}

/// What a small tile has no room for.
fn tooltip(view: &View<'_>, card: &Card, fate: Option<Fate>) -> String {
    let (brand, digits) = (card.brand.as_str(), card.last_four.as_str());
    let name = view.t(Text::CardName { brand, digits });
    let bank = if card.bank.is_empty() { view.t(Text::BankUnknown) } else { (&*card.bank).into() };
    let told = format!("{name}\n{bank} · {}", expiry_text(view, card));
    match fate {
        None => told,
        Some(fate) => format!("{told}\n{}", fate_word(view, fate).1),
    }
}

/// A card to a screen reader: brand, digits, bank, expiry, what its badges say, and what
/// its removal has left to be said.
fn spoken_name(view: &View<'_>, card: &Card, fate: Option<Fate>) -> String {
    let (brand, digits) = (card.brand.as_str(), card.last_four.as_str());
    let brand = if brand.is_empty() { view.t(Text::BrandUnknown) } else { brand.into() };
    let name = view.t(Text::CardName { brand: &brand, digits });
    let bank = if card.bank.is_empty() { view.t(Text::BankUnknown) } else { (&*card.bank).into() };
    let expiry = match card.expiry() {
        Some(_) => view.t(Text::CardExpires { expiry: &expiry_text(view, card) }),
        None => view.t(Text::ExpiryUnknown),
    };
    let states = card_states(view, card);
    let fate = fate.map(|fate| fate_word(view, fate).1);
    [name, bank, expiry].into_iter().chain(states).chain(fate).collect::<Vec<_>>().join(", ")
}

/// Below a small tile's art: the last four digits, and the sign of the worst there is to say. Drawn
/// once all art in view is: what has one texture is cheap to draw in one go.
pub(super) fn small_text_ui(
    ui: &Ui,
    view: &View<'_>,
    session: &Session,
    (index, card): (usize, &Card),
    (tile, art): (Rect, Rect),
) {
    let line = Rect::from_min_max(art.left_bottom(), pos2(art.max.x, tile.max.y));
    let theme = view.theme;
    let (painter, font) = (ui.painter(), FontId::proportional(size::CAPTION));
    painter.text(
        line.left_center(),
        Align2::LEFT_CENTER,
        card.last_four.as_str(),
        font,
        theme.text,
    );
    let severity = session.open_tally(index).worst();
    let tone = match severity.filter(|severity| *severity > Severity::Note) {
        _ if card.active == Some(false) => Tone::Error,
        Some(severity) => severity_tone(severity),
        None => return,
    };
    let icon = theme::icon(12.0);
    painter.text(line.right_center(), Align2::RIGHT_CENTER, tone.icon(), icon, tone.colour(view));
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
    truncated(ui, caption(view, &*bank));
    ui.add_space(space::XS);
    // What there is to say of its state stands beside the expiry: a card as usual leaves no gap.
    ui.horizontal(|ui| {
        /// As high as a badge, in points.
        const ROW: f32 = 20.0;
        ui.set_row_height(ROW);
        // What came may be no date, and of any length.
        let room = ui.available_width() * 0.5;
        ui.scope(|ui| {
            ui.set_max_width(room);
            truncated(ui, caption(view, expiry_text(view, card)));
        });
        card_badges_row_ui(ui, view, card);
    });
}

/// Over the art of a card that is being removed: it stays until a list proves it gone.
fn veil_ui(ui: &Ui, view: &View<'_>, art: Rect, text: &str) {
    let corner = CornerRadius::same((art.width() * theme::CARD_CORNER) as u8);
    ui.painter().rect_filled(art, corner, view.theme.surface.gamma_multiply(0.82));
    let font = theme::semibold(size::BODY);
    ui.painter().text(art.center(), Align2::CENTER_CENTER, text, font, view.theme.text);
}

/// Click and Enter inspect, with Ctrl they choose, two clicks show the picture large, arrows lead to the
/// tiles around. The other keys of a tile in focus are commands.
fn keys_ui(ui: &Ui, view: &mut View<'_>, response: &Response, index: usize, card: &Card) {
    // Under a dialog a tile may still have the focus; its keys are the dialog's.
    if view.state.dialog.is_some() {
        return;
    }
    if response.has_focus() {
        view.memory.focused_tile = Some((index, response.id));
        arrows_ui(ui, view, response, index);
    }
    if response.double_clicked() {
        open_large(view, card);
    } else if response.clicked() && ui.input(|input| input.modifiers.command) {
        view.act(RemovalAction::Toggle(index));
    } else if response.clicked() {
        response.request_focus();
        view.memory.focused_tile = Some((index, response.id));
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
