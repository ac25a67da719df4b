//! The front of a card, from its art or drawn.

use std::sync::Arc;

use egui::{Align2, Color32, CornerRadius, Rect, Sense, StrokeKind, Ui, Vec2, epaint, pos2, vec2};

use crate::domain::{Asset, BrandKind, Card, CardFace, Variant};
use crate::i18n::Text;
use crate::model::AssetAction;

use super::super::format::error_text;
use super::super::icons;
use super::super::theme::{self, CARD_CORNER, size};
use super::super::view::{Shown, View};
use super::asset_picture::fit_inside;

/// Height of the band that says why art is missing, in points.
const RIBBON: f32 = 30.0;

/// Cards lower than this, in points, have no room for words.
const SMALL: f32 = 60.0;

const WHOLE: Rect = Rect { min: pos2(0.0, 0.0), max: pos2(1.0, 1.0) };

/// A card as a wallet draws it: its art with the corners rounded, or a plain background with its
/// logos, or a card in the brand's colours. `rect` has a card's proportions; nothing is drawn
/// outside it, whatever the state.
pub(in crate::ui) fn card_face_ui(ui: &Ui, view: &mut View<'_>, card: &Card, rect: Rect) {
    let corner = corner_of(rect);
    match card.face() {
        CardFace::Combined(asset) => {
            background_ui(ui, view, card, asset, rect, corner);
        }
        CardFace::Composed { background, brand, issuer, co_brand } => {
            if background_ui(ui, view, card, background, rect, corner) {
                logos_ui(ui, view, rect, [issuer, co_brand, brand]);
            }
        }
        CardFace::Drawn => drawn_card_ui(ui, view, card, rect, 0.0),
    }
    let edge = egui::Stroke::new(1.0, view.theme.line);
    ui.painter().rect_stroke(rect, corner, edge, StrokeKind::Inside);
}

/// Asks for the pictures that [`card_face_ui`] shows in a place of this size; whether none of them
/// is awaited.
pub(in crate::ui) fn want_card_face(view: &mut View<'_>, card: &Card, size: Vec2) -> bool {
    // They are on nobody's screen.
    let shown = std::mem::take(&mut view.pictures);
    let mut want = |asset: &Asset, place: Vec2| {
        let fit = view.pixels(place);
        if let Some(variant) = asset.variant_for(fit.width) {
            view.asset(variant, &asset.kind, fit);
        }
    };
    match card.face() {
        CardFace::Combined(asset) => want(asset, size),
        CardFace::Composed { background, brand, issuer, co_brand } => {
            want(background, size);
            for (asset, (_, place)) in [issuer, co_brand, brand].into_iter().zip(logo_places(size))
            {
                if let Some(asset) = asset {
                    want(asset, place);
                }
            }
        }
        CardFace::Drawn => {}
    }
    std::mem::replace(&mut view.pictures, shown).partial == 0
}

/// Where logos stand on a card of this size, and how large: issuer, co-brand, brand.
fn logo_places(card: Vec2) -> [(Align2, Vec2); 3] {
    let height = card.y * 0.16;
    [
        (Align2::LEFT_TOP, vec2(card.x * 0.42, height)),
        (Align2::RIGHT_TOP, vec2(card.x * 0.34, height)),
        (Align2::RIGHT_BOTTOM, vec2(card.x * 0.30, card.y * 0.20)),
    ]
}

/// A card's corner, in proportion to its width.
fn corner_of(rect: Rect) -> CornerRadius {
    CornerRadius::same((rect.width() * CARD_CORNER).round().min(255.0) as u8)
}

/// Draws a background in its state; whether it is the art itself.
fn background_ui(
    ui: &Ui,
    view: &mut View<'_>,
    card: &Card,
    asset: &Asset,
    rect: Rect,
    corner: CornerRadius,
) -> bool {
    let fit = view.pixels(rect.size());
    let Some(variant) = asset.variant_for(fit.width) else {
        drawn_card_ui(ui, view, card, rect, 0.0);
        return false;
    };
    match view.asset(variant, &asset.kind, fit) {
        Shown::Picture { texture, size } => {
            // Art of another shape is shown whole, as it is, never stretched.
            let place = fit_inside(rect, size);
            let close = (place.width() - rect.width()).abs() < rect.width() * 0.02
                && (place.height() - rect.height()).abs() < rect.height() * 0.02;
            let place = if close { rect } else { place };
            if !close || !view.textures.is_opaque(texture) {
                ui.painter().rect_filled(rect, corner, view.theme.surface);
            }
            let shape = epaint::RectShape::filled(place, corner, Color32::WHITE);
            ui.painter().add(shape.with_texture(texture, WHOLE));
            true
        }
        Shown::Waiting { long } => {
            placeholder_ui(ui, view, rect, corner, long);
            false
        }
        Shown::Failed(error) => {
            let what = error_text::load_error(view.texts, error).what;
            if rect.height() < SMALL {
                failed_mark_ui(ui, view, rect, &what);
                return false;
            }
            drawn_card_ui(ui, view, card, rect, RIBBON);
            failed_ribbon_ui(ui, view, rect, &what);
            retry_ui(ui, view, variant, rect);
            false
        }
        Shown::Text(_) => {
            drawn_card_ui(ui, view, card, rect, RIBBON);
            let what = view.t(Text::AssetNotAPicture);
            failed_ribbon_ui(ui, view, rect, &what);
            false
        }
    }
}

fn placeholder_ui(ui: &Ui, view: &View<'_>, rect: Rect, corner: CornerRadius, long: bool) {
    let fill = view.theme.ground.lerp_to_gamma(view.theme.line, 0.6);
    ui.painter().rect_filled(rect, corner, fill);
    if rect.height() < SMALL {
        return;
    }
    let text = view.t(if long { Text::AssetTakesLong } else { Text::AssetLoading });
    let font = egui::FontId::proportional(size::CAPTION);
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, text, font, view.theme.muted);
}

/// On a card too small for words: the sign alone; why, on hover.
fn failed_mark_ui(ui: &Ui, view: &View<'_>, rect: Rect, what: &str) {
    let (theme, corner) = (view.theme, corner_of(rect));
    ui.painter().rect_filled(rect, corner, theme.surface.lerp_to_gamma(theme.danger, 0.12));
    let font = theme::icon(16.0);
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, icons::IMAGE_OFF, font, theme.danger);
    let id = ui.scope_id().with("missing art");
    ui.interact(rect, id, Sense::hover()).on_hover_text(what);
}

fn failed_ribbon_ui(ui: &Ui, view: &View<'_>, rect: Rect, what: &str) {
    let painter = ui.painter_at(rect);
    let band = Rect::from_min_max(pos2(rect.min.x, rect.max.y - RIBBON), rect.max);
    let colour = view.theme.danger;
    let corner = CornerRadius { nw: 0, ne: 0, ..corner_of(rect) };
    painter.rect_filled(band, corner, view.theme.surface.lerp_to_gamma(colour, 0.12));
    let icon = theme::icon(14.0);
    let at = pos2(band.min.x + 10.0, band.center().y);
    painter.text(at, Align2::LEFT_CENTER, icons::IMAGE_OFF, icon, colour);
    let font = egui::FontId::proportional(size::CAPTION);
    let mut job = epaint::text::LayoutJob::simple_singleline(what.to_owned(), font, colour);
    job.wrap = epaint::text::TextWrapping::truncate_at_width(band.width() - 36.0 - RIBBON);
    let galley = painter.layout_job(job);
    let top = band.center().y - galley.size().y / 2.0;
    painter.galley(pos2(band.min.x + 32.0, top), galley, colour);
}

/// At the ribbon's end: load this picture again.
fn retry_ui(ui: &Ui, view: &mut View<'_>, variant: &Variant, rect: Rect) {
    let place = Rect::from_min_max(rect.max - vec2(RIBBON, RIBBON), rect.max);
    let id = ui.scope_id().with(("retry", &*variant.url));
    let name = view.t(Text::Retry).into_owned();
    let response = ui.interact(place, id, Sense::click());
    let response = response.on_hover_text(&*name).accessible_name(&*name);
    if response.has_focus() {
        let ring = egui::Stroke::new(2.0, view.theme.accent);
        ui.painter().rect_stroke(place.shrink(2.0), 4.0, ring, StrokeKind::Inside);
    }
    let colour = view.theme.danger;
    let font = theme::icon(if response.hovered() { 17.0 } else { 15.0 });
    ui.painter().text(place.center(), Align2::CENTER_CENTER, icons::ROTATE_CCW, font, colour);
    if response.clicked() {
        view.act(AssetAction::Retry { id: variant.url.as_str().into() });
    }
}

/// In the place of a logo that could not be loaded; why, on hover.
fn missing_logo_ui(ui: &Ui, view: &View<'_>, place: Rect, what: &str) {
    let side = place.height().min(place.width()).min(28.0);
    let mark = Rect::from_center_size(place.center(), vec2(side, side));
    ui.painter().rect_filled(mark, 4.0, view.theme.surface.gamma_multiply(0.85));
    let (font, colour) = (theme::icon(side * 0.6), view.theme.danger);
    ui.painter().text(mark.center(), Align2::CENTER_CENTER, icons::IMAGE_OFF, font, colour);
    let id = ui.scope_id().with(("missing logo", what));
    ui.interact(mark, id, Sense::hover()).on_hover_text(what);
}

/// Logos on a plain background: issuer at the top left, co-brand at the top right, brand at the
/// lower right, as in the MDES product configuration.
fn logos_ui(ui: &Ui, view: &mut View<'_>, rect: Rect, logos: [Option<&Asset>; 3]) {
    let margin = rect.width() * 0.055;
    let inner = rect.shrink(margin);
    for (asset, (align, place)) in logos.into_iter().zip(logo_places(rect.size())) {
        let Some(asset) = asset else { continue };
        let fit = view.pixels(place);
        let Some(variant) = asset.variant_for(fit.width) else { continue };
        let area = align.align_size_within_rect(place, inner);
        match view.asset(variant, &asset.kind, fit) {
            Shown::Picture { texture, size } => {
                let picture = fit_inside(area, size);
                let picture = align.align_size_within_rect(picture.size(), area);
                ui.painter().image(texture, picture, WHOLE, Color32::WHITE);
            }
            Shown::Failed(error) => {
                let what = error_text::load_error(view.texts, error).what;
                let what = format!("{}: {what}", asset.kind.as_str());
                missing_logo_ui(
                    ui,
                    view,
                    align.align_size_within_rect(vec2(28.0, 28.0), area),
                    &what,
                );
            }
            Shown::Text(_) | Shown::Waiting { .. } => {}
        }
    }
}

/// A card in its brand's colours, where there is no art; its lower edge is left free for `foot`
/// points.
fn drawn_card_ui(ui: &Ui, view: &mut View<'_>, card: &Card, rect: Rect, foot: f32) {
    let corner = corner_of(rect);
    let kind = card.brand.kind();
    let active = card.active != Some(false);
    let colours = brand_colours(kind, active);
    let texture = view.textures.gradient(ui.ctx(), kind, active, colours);
    let shape = epaint::RectShape::filled(rect, corner, Color32::WHITE);
    ui.painter().add(shape.with_texture(texture, WHOLE));
    let painter = ui.painter_at(rect);
    let unit = rect.width() / 264.0;
    let margin = 16.0 * unit;
    let ink = theme::CARD_INK;
    let font = theme::semibold((15.0 * unit).clamp(8.0, 40.0));
    let brand = if card.brand.as_str().is_empty() {
        view.t(Text::BrandUnknown).into_owned()
    } else {
        card.brand.as_str().to_owned()
    };
    let bottom = rect.max.y - foot - if foot > 0.0 { margin / 2.0 } else { margin };
    let right_bottom = pos2(rect.max.x - margin, bottom);
    let is_small = rect.height() < SMALL;
    // Beside it stand the digits.
    let room = (rect.width() - 2.0 * margin) * if is_small { 1.0 } else { 0.65 };
    let galley = one_line(&painter, brand, font, ink, room);
    let place = Align2::RIGHT_BOTTOM.anchor_size(right_bottom, galley.size());
    painter.galley(place.min, galley, ink);
    if is_small {
        return;
    }
    let small = egui::FontId::proportional((13.0 * unit).clamp(7.0, 34.0));
    let room = rect.width() - 2.0 * margin;
    let galley = one_line(&painter, card.bank.clone(), small.clone(), ink, room);
    painter.galley(rect.min + vec2(margin, margin), galley, ink);
    let digits = format!("···· {}", card.last_four.as_str());
    let left_bottom = pos2(rect.min.x + margin, bottom);
    painter.text(left_bottom, Align2::LEFT_BOTTOM, digits, small, ink);
}

/// A text on one line, cut where there is no more room.
fn one_line(
    painter: &egui::Painter,
    text: String,
    font: egui::FontId,
    ink: Color32,
    room: f32,
) -> Arc<egui::Galley> {
    let mut job = epaint::text::LayoutJob::simple_singleline(text, font, ink);
    job.wrap = epaint::text::TextWrapping::truncate_at_width(room);
    painter.layout_job(job)
}

/// Colours of drawn cards; an inactive one is grey.
fn brand_colours(kind: BrandKind, active: bool) -> [Color32; 2] {
    if !active {
        return theme::DRAWN_CARD_INACTIVE;
    }
    match kind {
        BrandKind::Visa => theme::DRAWN_CARD_VISA,
        BrandKind::Mastercard => theme::DRAWN_CARD_MASTERCARD,
        BrandKind::Maestro => theme::DRAWN_CARD_MAESTRO,
        BrandKind::Mir => theme::DRAWN_CARD_MIR,
        BrandKind::Belkart => theme::DRAWN_CARD_BELKART,
        BrandKind::Amex => theme::DRAWN_CARD_AMEX,
        BrandKind::UnionPay => theme::DRAWN_CARD_UNION_PAY,
        BrandKind::Jcb => theme::DRAWN_CARD_JCB,
        BrandKind::Other => theme::DRAWN_CARD_OTHER,
    }
}
