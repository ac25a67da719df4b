//! What is drawn over the large picture, and its legend.

use egui::{Align2, Color32, Painter, Pos2, Rect, Sense, Stroke, StrokeKind, Ui, pos2, vec2};

use crate::i18n::Text;
use crate::media::layer::{CLEAR, EDGE, FOREIGN, OPAQUE, PARTLY};
use crate::media::{Content, LayerFacts};
use crate::model::{AssetEntry, Overlay, Remote, Viewer};

use super::super::super::format::error_text;
use super::super::super::theme::{self, size, space};
use super::super::super::view::View;
use super::super::super::widgets::caption;

/// A share in hundredths, legible where it is small.
pub(super) fn percent(share: f32) -> String {
    match share * 100.0 {
        0.0 => "0 %".to_owned(),
        ..0.1 => "<0.1 %".to_owned(),
        hundredths if hundredths > 99.9 && hundredths < 100.0 => ">99.9 %".to_owned(),
        hundredths => format!("{hundredths:.1} %"),
    }
}

/// What the overlay shows, in words and figures.
pub(super) fn legend_ui(ui: &mut Ui, view: &View<'_>, viewer: &Viewer, entry: &AssetEntry) {
    match viewer.overlay {
        Overlay::None => {}
        Overlay::Outline => {
            if let Some(text) = outline_words(view, entry) {
                ui.add(egui::Label::new(caption(view, text)).wrap());
            }
        }
        Overlay::Digits => {
            let look = entry.loaded().and_then(|file| file.measured.look);
            if let Some(look) = look {
                let contrast = format!("{:.1}", look.last_four_contrast);
                let text = view.t(Text::LegendDigits { contrast: &contrast }).into_owned();
                ui.add(egui::Label::new(caption(view, text)).wrap());
            }
        }
        Overlay::Alpha | Overlay::Edges => layer_legend_ui(ui, view, viewer, entry),
    }
}

/// The picture's size and shape against those of an ID-1 card.
fn outline_words(view: &View<'_>, entry: &AssetEntry) -> Option<String> {
    let (width, height, unit) = match entry.loaded()?.content {
        Content::Raster { natural } => (natural.0 as f32, natural.1 as f32, " px"),
        Content::Vector { natural } => (natural.0, natural.1, ""),
        Content::Text(_) => return None,
    };
    let ratio = width / height.max(1.0);
    let deviation = (ratio / theme::CARD_RATIO - 1.0) * 100.0;
    let size = format!("{width:.0} × {height:.0}{unit}");
    let (ratio, ideal) = (format!("{ratio:.3}"), format!("{:.3}", theme::CARD_RATIO));
    // A minus, not a hyphen; nothing is more or less than zero.
    let sign = if deviation.abs() < 0.005 {
        ""
    } else if deviation < 0.0 {
        "−"
    } else {
        "+"
    };
    let deviation = format!("{sign}{:.2} %", deviation.abs());
    let card = width.min(height * theme::CARD_RATIO);
    let radius = format!("{:.0}{unit}", card * theme::CARD_CORNER);
    let text = Text::LegendOutline {
        size: &size,
        ratio: &ratio,
        ideal: &ideal,
        deviation: &deviation,
        radius: &radius,
    };
    Some(view.t(text).into_owned())
}

fn layer_legend_ui(ui: &mut Ui, view: &View<'_>, viewer: &Viewer, entry: &AssetEntry) {
    let Some(file) = entry.file.value() else { return };
    let Some(layer) = viewer.layer_for(&file.content) else { return };
    let run = viewer.layer_of(&file.measured.sha256, layer);
    ui.horizontal_wrapped(|ui| match run.map(|run| &run.facts) {
        None | Some(Remote::NotAsked | Remote::Loading { .. }) => {
            ui.label(caption(view, view.t(Text::LegendMeasuring)));
        }
        Some(Remote::Failed { error, .. }) => {
            let said = error_text::load_error(view.texts, error);
            ui.label(caption(view, said.what).color(view.theme.danger));
        }
        Some(Remote::Ready(facts)) if viewer.overlay == Overlay::Alpha => {
            alpha_legend_ui(ui, view, facts);
        }
        Some(Remote::Ready(facts)) => edges_legend_ui(ui, view, facts),
    });
}

fn share(count: u64, all: u64) -> String {
    percent(count as f32 / all.max(1) as f32)
}

fn alpha_legend_ui(ui: &mut Ui, view: &View<'_>, facts: &LayerFacts) {
    let opaque = facts.all.saturating_sub(facts.clear).saturating_sub(facts.partly);
    let (clear, partly) = (share(facts.clear, facts.all), share(facts.partly, facts.all));
    let opaque = share(opaque, facts.all);
    swatch_ui(ui, view, [CLEAR, CLEAR], &view.t(Text::LegendClear { share: &clear }));
    swatch_ui(ui, view, PARTLY, &view.t(Text::LegendPartly { share: &partly }));
    swatch_ui(ui, view, OPAQUE, &view.t(Text::LegendOpaque { share: &opaque }));
}

fn edges_legend_ui(ui: &mut Ui, view: &View<'_>, facts: &LayerFacts) {
    let own = share(facts.edge.saturating_sub(facts.foreign), facts.edge);
    let foreign = share(facts.foreign, facts.edge);
    swatch_ui(ui, view, [EDGE, EDGE], &view.t(Text::LegendEdge { share: &own }));
    swatch_ui(ui, view, [FOREIGN, FOREIGN], &view.t(Text::LegendForeign { share: &foreign }));
    let count = i64::from(facts.matte_corners);
    ui.label(caption(view, view.t(Text::LegendCorners { count })));
}

/// A colour, or a range of them, and what it means.
fn swatch_ui(ui: &mut Ui, view: &View<'_>, colours: [[u8; 3]; 2], text: &str) {
    let (rect, _) = ui.allocate_exact_size(vec2(24.0, 14.0), Sense::hover());
    let [from, to] = colours.map(theme::of_layer);
    for step in 0..4_u8 {
        let part = rect.width() / 4.0;
        let left = rect.min.x + part * f32::from(step);
        let band = Rect::from_min_size(pos2(left, rect.min.y), vec2(part, rect.height()));
        ui.painter().rect_filled(band, 0.0, from.lerp_to_gamma(to, f32::from(step) / 3.0));
    }
    ui.painter().rect_stroke(rect, 0.0, view.theme.line_stroke(), StrokeKind::Outside);
    ui.label(caption(view, text));
    ui.add_space(space::S);
}

/// What is drawn over the picture itself: the outline of a card, or the digits of a wallet.
pub(super) fn overlay_ui(
    ui: &Ui,
    view: &View<'_>,
    overlay: Overlay,
    entry: &AssetEntry,
    place: Rect,
    picture: Rect,
) {
    let painter = ui.painter_at(place);
    match overlay {
        // Those two are drawn in the picture's place.
        Overlay::None | Overlay::Alpha | Overlay::Edges => {}
        Overlay::Outline => outline(&painter, view, entry, picture),
        Overlay::Digits => digits(&painter, view, entry, picture),
    }
}

fn outline(painter: &Painter, view: &View<'_>, entry: &AssetEntry, picture: Rect) {
    let width = picture.width().min(picture.height() * theme::CARD_RATIO);
    let card = Rect::from_center_size(picture.center(), vec2(width, width / theme::CARD_RATIO));
    let radius = (width * theme::CARD_CORNER).round().min(255.0) as u8;
    let stroke = |grow: f32, colour| {
        let stroke = Stroke::new(1.5, colour);
        painter.rect_stroke(card.expand(grow), radius, stroke, StrokeKind::Middle);
    };
    // Two lines of different light: seen on every art.
    stroke(0.0, view.theme.accent);
    stroke(1.5, view.theme.surface);
    let Some(Content::Raster { natural }) = entry.loaded().map(|file| &file.content) else {
        return;
    };
    let pixels = natural.0 as f32 / picture.width().max(1.0);
    rulers(painter, view, card, pixels);
}

/// Inside the outline: its width, its height and its rounding, in the picture's pixels.
fn rulers(painter: &Painter, view: &View<'_>, card: Rect, pixels: f32) {
    let radius = card.width() * theme::CARD_CORNER;
    let inset = (radius * 1.6).max(20.0);
    let (top, left) = (card.min.y + inset, card.min.x + inset);
    let line = |from: Pos2, to: Pos2| {
        painter.line_segment([from, to], Stroke::new(3.0, view.theme.surface));
        painter.line_segment([from, to], Stroke::new(1.5, view.theme.accent));
    };
    line(pos2(card.min.x, top), pos2(card.max.x, top));
    line(pos2(left, card.min.y), pos2(left, card.max.y));
    for x in [card.min.x, card.max.x] {
        line(pos2(x, top - 6.0), pos2(x, top + 6.0));
    }
    for y in [card.min.y, card.max.y] {
        line(pos2(left - 6.0, y), pos2(left + 6.0, y));
    }
    // The rounding begins where these two marks are.
    let start = card.right_bottom() - vec2(radius, radius);
    line(pos2(start.x, card.max.y - 6.0), pos2(start.x, card.max.y));
    line(pos2(card.max.x - 6.0, start.y), pos2(card.max.x, start.y));
    let of = |points: f32| format!("{:.0} px", points * pixels);
    label(painter, view, pos2(card.center().x, top), Align2::CENTER_CENTER, &of(card.width()));
    label(painter, view, pos2(left, card.center().y), Align2::CENTER_CENTER, &of(card.height()));
    let text = format!("r {}", of(radius));
    label(painter, view, start - vec2(4.0, 4.0), Align2::RIGHT_BOTTOM, &text);
}

/// Words on a ground of their own: legible on every art.
fn label(painter: &Painter, view: &View<'_>, at: Pos2, align: Align2, text: &str) {
    let font = theme::semibold(size::CAPTION);
    let galley = painter.layout_no_wrap(text.to_owned(), font, view.theme.text);
    let rect = align.anchor_size(at, galley.size()).expand2(vec2(5.0, 2.0));
    painter.rect_filled(rect, 4.0, view.theme.raised);
    painter.rect_stroke(rect, 4.0, view.theme.line_stroke(), StrokeKind::Inside);
    painter.galley(rect.min + vec2(5.0, 2.0), galley, view.theme.text);
}

fn digits(painter: &Painter, view: &View<'_>, entry: &AssetEntry, picture: Rect) {
    let font = theme::semibold(picture.height() * 0.09);
    let text = format!("···· {}", last_four(view, entry));
    let left = picture.left_bottom() + vec2(picture.width(), -picture.height()) * 0.06;
    let right = picture.right_bottom() - vec2(picture.width(), picture.height()) * 0.06;
    painter.text(left, Align2::LEFT_BOTTOM, &text, font.clone(), Color32::WHITE);
    painter.text(right, Align2::RIGHT_BOTTOM, &text, font, Color32::BLACK);
}

/// The last four digits of a card that uses the file.
pub(super) fn last_four(view: &View<'_>, entry: &AssetEntry) -> String {
    let session = view.state.session();
    let uses = session.map(|s| s.uses(&entry.id)).unwrap_or_default();
    uses.first().map_or("0000", |place| place.last_four.as_str()).to_owned()
}
