//! Small pictures that a batch keeps of files.

use egui::{Color32, Rect, Sense, Ui, Vec2, pos2};

use crate::batch::Thumbnail;
use crate::domain::{AssetKind, Digest, Variant};
use crate::i18n::Text;
use crate::model::{AssetAction, BatchAction, DrawKey, PictureKey};

use super::super::icons;
use super::super::theme;
use super::super::view::View;
use super::asset_picture::{checkerboard, fit_inside, frame};
use super::button::name_as_button;
use super::text::file_name;

/// A batch's picture of a file, by its SHA-256, in a place of fixed size; a sign where it has none.
pub(in crate::ui) fn thumbnail_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    sha256: Option<Digest>,
    place: Vec2,
) {
    let (rect, _) = ui.allocate_exact_size(place, Sense::hover());
    paint(ui, view, sha256, rect);
    frame(ui, view, rect, false);
}

/// The same of a file of the batch. A click asks for the large picture, which is fetched then.
pub(in crate::ui) fn thumbnail_button_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    sha256: Option<Digest>,
    (variant, kind): (&Variant, &AssetKind),
    place: Vec2,
) {
    let (rect, response) = ui.allocate_exact_size(place, Sense::click());
    let file = file_name(view, &variant.url);
    let name = view.t(Text::AssetOpenNamed { kind: kind.as_str(), file: &file }).into_owned();
    name_as_button(&response, &name, None);
    let response = response.on_hover_cursor(egui::CursorIcon::ZoomIn);
    paint(ui, view, sha256, rect);
    frame(ui, view, rect, response.has_focus());
    if response.clicked() {
        view.act(AssetAction::Open { variant: variant.clone(), kind: kind.clone() });
    }
}

fn paint(ui: &Ui, view: &mut View<'_>, sha256: Option<Digest>, rect: Rect) {
    let painter = ui.painter_at(rect);
    let batch = view.state.session().map(|session| &session.batch);
    let Some(sha256) = sha256.filter(|sha256| batch.is_some_and(|b| b.is_drawable(*sha256))) else {
        painter.rect_filled(rect, 0.0, view.theme.ground);
        let (font, colour) = (theme::icon(18.0), view.theme.muted);
        let centre = egui::Align2::CENTER_CENTER;
        painter.text(rect.center(), centre, icons::IMAGE_OFF, font, colour);
        return;
    };
    let key = DrawKey { picture: PictureKey::Thumbnail(sha256), fit: Thumbnail::FIT };
    if let Some((texture, size)) = view.textures.get(&key) {
        checkerboard(&painter, rect, view.theme.checker);
        let uv = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
        painter.image(texture, fit_inside(rect, size), uv, Color32::WHITE);
        return;
    }
    painter.rect_filled(rect, 0.0, view.theme.ground);
    if !view.textures.is_pending(&key) {
        view.act(BatchAction::Want { sha256 });
    }
}
