//! The file at the sizes at which wallets draw it.

use egui::accesskit::Role;
use egui::{
    Align2, Color32, CornerRadius, Pos2, Rect, ScrollArea, Sense, StrokeKind, Ui, Vec2, WidgetInfo,
    epaint, pos2, vec2,
};

use crate::domain::AssetKind;
use crate::i18n::Text;
use crate::media::Content;
use crate::model::{AssetEntry, Viewer};

use super::super::super::format::error_text;
use super::super::super::theme::{self, size, space};
use super::super::super::view::{Shown, View};
use super::super::super::widgets::{caption, fit_inside, ground_ui};
use super::overlay::last_four;

/// Widths at which wallets draw a card, in points.
const SIZES: [(f32, Text<'static>); 6] = [
    (32.0, Text::SizeIcon),
    (48.0, Text::SizeList),
    (64.0, Text::SizeList),
    (120.0, Text::SizeMedium),
    (160.0, Text::SizeMedium),
    (FULL, Text::SizeFull),
];
/// A card over a telephone's whole width.
const FULL: f32 = 343.0;

/// The art as wallets draw it, from the icon of a list to the full card; of both files where two
/// are compared.
pub(super) fn sizes_ui(ui: &mut Ui, view: &mut View<'_>, viewer: &Viewer, entry: &AssetEntry) {
    let session = view.state.session();
    let other = viewer.compare.as_ref().zip(session);
    let other = other.and_then(|(compare, session)| session.library.get(&compare.other));
    // A full card is drawn as large as it is, in a window narrower than that too.
    let room = ui.available_width() - ui.spacing().scroll.allocated_width();
    let directions = [room < FULL, true];
    ScrollArea::new(directions).id_salt("sizes").auto_shrink(false).show(ui, |ui| {
        ui.set_max_width(room);
        for entry in std::iter::once(entry).chain(other) {
            row_ui(ui, view, viewer, entry);
            ui.add_space(space::L);
        }
    });
}

fn row_ui(ui: &mut Ui, view: &mut View<'_>, viewer: &Viewer, entry: &AssetEntry) {
    if let Some(error) = entry.error() {
        let said = error_text::load_error(view.texts, error);
        ui.label(caption(view, said.what).color(view.theme.danger));
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::L, space::L);
        for (width, name) in SIZES {
            let card = vec2(width, width / theme::CARD_RATIO).round();
            let text = view.t(name).into_owned();
            let text = format!("{text}\n{} × {} pt", card.x, card.y);
            // All stand on one line, the captions below it.
            let block = vec2(card.x.max(104.0), card.y + 40.0);
            let (rect, response) = ui.allocate_exact_size(block, Sense::hover());
            let spoken = text.replace('\n', ", ");
            response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &spoken));
            let place = Rect::from_min_size(rect.min, card);
            art_ui(ui, view, viewer, entry, place);
            let font = egui::FontId::proportional(size::CAPTION);
            let below = pos2(rect.min.x, place.max.y + space::XS);
            ui.painter().text(below, Align2::LEFT_TOP, text, font, view.theme.muted);
        }
    });
}

/// The art in a place of a card's shape; a logo or an icon stands whole on the ground.
fn art_ui(ui: &Ui, view: &mut View<'_>, viewer: &Viewer, entry: &AssetEntry, place: Rect) {
    let is_card =
        matches!(entry.kind, AssetKind::CardBackground | AssetKind::CardBackgroundCombined);
    let fit = view.pixels(place.size());
    let Shown::Picture { texture, size } = view.file(&entry.id, fit) else {
        ui.painter().rect_filled(place, 2.0, view.theme.ground);
        return;
    };
    let whole = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
    if !is_card {
        ground_ui(ui, view, place, viewer.ground);
        let shape = shape_of(entry).unwrap_or(size);
        ui.painter().image(texture, fit_inside(place, shape), whole, Color32::WHITE);
        return;
    }
    let corner = CornerRadius::same((place.width() * theme::CARD_CORNER).round().max(1.0) as u8);
    let shape = shape_of(entry).map(|[w, h]| vec2(w as f32, h as f32));
    let filled = shape.map_or(whole, |shape| cut_to(shape, place.size()));
    let rounded = epaint::RectShape::filled(place, corner, Color32::WHITE);
    ui.painter().add(rounded.with_texture(texture, filled));
    ui.painter().rect_stroke(place, corner, view.theme.line_stroke(), StrokeKind::Outside);
    if place.width() >= FULL {
        let font = theme::semibold(place.height() * 0.08);
        let at = place.left_bottom() + vec2(place.width(), -place.height()) * 0.06;
        let text = format!("···· {}", last_four(view, entry));
        ui.painter().text(at, Align2::LEFT_BOTTOM, text, font, Color32::WHITE);
    }
}

/// The picture's own proportions: the texture that stands in may be rounded to few pixels.
fn shape_of(entry: &AssetEntry) -> Option<[usize; 2]> {
    match entry.loaded()?.content {
        Content::Raster { natural } => Some([natural.0 as usize, natural.1 as usize]),
        Content::Vector { natural } => {
            Some([natural.0.max(1.0) as usize, natural.1.max(1.0) as usize])
        }
        Content::Text(_) => None,
    }
}

/// The middle of a picture that fills a place of another shape: wallets cut, they do not stretch.
fn cut_to(picture: Vec2, place: Vec2) -> Rect {
    let (own, wanted) = (picture.x / picture.y.max(1.0), place.x / place.y.max(1.0));
    let seen = match own > wanted {
        true => vec2(wanted / own, 1.0),
        false => vec2(1.0, own / wanted),
    };
    Rect::from_center_size(pos2(0.5, 0.5), seen)
}
