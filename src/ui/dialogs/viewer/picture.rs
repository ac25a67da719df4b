//! One picture with its zoom and pan.

use egui::accesskit::Role;
use egui::{
    Color32, Pos2, Rect, Response, ScrollArea, Sense, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2,
};

use crate::i18n::Text;
use crate::media::{Content, Loaded, PixelBox};
use crate::model::{
    AssetAction, AssetEntry, Overlay, Remote, Viewer, ViewerAction, Zoom, layer_key,
};

use super::super::super::format::error_text;
use super::super::super::theme::space;
use super::super::super::view::{Shown, View};
use super::super::super::widgets::{Tone, banner_ui, document_ui, ground_ui, quiet_button};
use super::overlay::overlay_ui;

/// Whether there is a picture to move: no text, no failure.
pub(super) fn has_picture(entry: &AssetEntry) -> bool {
    let is_picture = |file: &Loaded| !matches!(file.content, Content::Text(_));
    entry.error().is_none() && entry.loaded().is_some_and(is_picture)
}

/// The place that pictures are moved in.
pub(super) fn room_ui(ui: &mut Ui, name: &str) -> Response {
    let (_, response) = ui.allocate_exact_size(ui.available_size(), Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, response.enabled(), name));
    response
}

/// Where a picture is drawn: within `clip`, of the `room` it has.
#[derive(Clone, Copy)]
pub(super) struct PictureLayout {
    pub(super) room: Rect,
    pub(super) clip: Rect,
    pub(super) picture: Rect,
}

/// Where the picture lies by zoom and pan, and its scale: picture pixels as screen pixels.
pub(super) fn placed(ui: &Ui, viewer: &Viewer, entry: &AssetEntry, room: Rect) -> (Rect, f32) {
    let density = ui.ctx().pixels_per_point();
    let points = natural(entry, room.size() * density) / density;
    let fit_scale = (room.width() / points.x).min(room.height() / points.y);
    let scale = match viewer.zoom {
        Zoom::Fit => fit_scale,
        Zoom::Scale(scale) => scale,
    };
    let centre = room.center() + Vec2::from(viewer.pan);
    (Rect::from_center_size(centre, points * scale), scale)
}

/// A file in its state, within its place.
pub(super) fn side_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    viewer: &Viewer,
    entry: &AssetEntry,
    place: PictureLayout,
) {
    let PictureLayout { clip, picture, .. } = place;
    if clip.width() <= 0.0 || clip.height() <= 0.0 {
        return;
    }
    let fit = wanted_pixels(view, viewer, entry, place);
    match layer_or_picture(view, viewer, entry, fit) {
        Shown::Picture { texture, .. } => {
            let painter = ui.painter_at(clip);
            let below = if viewer.overlay == Overlay::Alpha { None } else { Some(viewer.ground) };
            match below {
                Some(ground) => ground_ui(ui, view, clip, ground),
                // Its colours are a legend's: no ground shows through them.
                None => {
                    painter.rect_filled(clip, 0.0, view.theme.ground);
                }
            }
            let uv = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
            painter.image(texture, picture, uv, Color32::WHITE);
            overlay_ui(ui, view, viewer.overlay, entry, clip, picture);
        }
        Shown::Text(document) => scoped(ui, place, |ui| {
            ScrollArea::vertical().id_salt(&entry.id).auto_shrink(false).show(ui, |ui| {
                ui.set_max_width(720.0);
                document_ui(ui, view, document);
            });
        }),
        Shown::Waiting { long } => {
            let text = view.t(if long { Text::AssetTakesLong } else { Text::AssetLoading });
            scoped(ui, place, |ui| {
                ui.centered_and_justified(|ui| ui.label(text.into_owned()));
            });
        }
        Shown::Failed(error) => {
            let said = error_text::load_error(view.texts, error);
            scoped(ui, place, |ui| {
                banner_ui(ui, view, Tone::Error, &said, |ui, view| {
                    if quiet_button(ui, view, &view.t(Text::Retry)).clicked() {
                        view.act(AssetAction::Retry { id: entry.id.clone() });
                    }
                });
            });
        }
    }
}

/// Draws within a place that is allocated already.
fn scoped(ui: &mut Ui, place: PictureLayout, content: impl FnOnce(&mut Ui)) {
    let rect = place.room.shrink(space::XS);
    let builder = UiBuilder::new().max_rect(rect).id_salt(("side", rect.min.x as i32));
    let mut ui = ui.new_child(builder);
    ui.set_clip_rect(place.clip.intersect(ui.clip_rect()));
    content(&mut ui);
}

/// The layer that is chosen, once it is drawn; until then the picture.
fn layer_or_picture<'a>(
    view: &mut View<'a>,
    viewer: &Viewer,
    entry: &AssetEntry,
    fit: PixelBox,
) -> Shown<'a> {
    let loaded = entry.file.value();
    let wanted = loaded.and_then(|file| {
        let layer = viewer.layer_for(&file.content)?;
        let run = viewer.layer_of(&file.measured.sha256, layer)?;
        matches!(run.facts, Remote::Ready(_)).then(|| layer_key(&run.sha256, layer))
    });
    if let Some(key) = wanted {
        if let Some((texture, size)) = view.textures.get(&key) {
            return Shown::Picture { texture, size };
        }
        if !view.textures.is_pending(&key) {
            view.act(ViewerAction::DrawAgain);
        }
    }
    view.file(&entry.id, fit)
}

/// The picture's own size in pixels; for vector files, the size in pixels it is shown at when it
/// fits into `place`, in pixels too.
pub(super) fn natural(entry: &AssetEntry, place: Vec2) -> Vec2 {
    match entry.loaded().map(|file| &file.content) {
        Some(Content::Raster { natural }) => vec2(natural.0 as f32, natural.1 as f32),
        Some(Content::Vector { natural, .. }) => {
            let natural = vec2(natural.0.max(1.0), natural.1.max(1.0));
            natural * (place.x / natural.x).min(place.y / natural.y)
        }
        Some(Content::Text(_)) | None => place,
    }
}

/// Pixels to draw: the window's for Fit, the picture's own beyond; vector files sharp up to a
/// limit.
fn wanted_pixels(
    view: &View<'_>,
    viewer: &Viewer,
    entry: &AssetEntry,
    place: PictureLayout,
) -> PixelBox {
    const MOST: f32 = 4096.0;
    let fitted = view.pixels(place.room.size());
    let scale = match (viewer.zoom, &entry.file) {
        (Zoom::Scale(scale), Remote::Ready(_)) => scale,
        (Zoom::Fit, _) | (Zoom::Scale(_), _) => return fitted,
    };
    let natural = natural(entry, vec2(fitted.width as f32, fitted.height as f32));
    let vector = matches!(entry.loaded().map(|file| &file.content), Some(Content::Vector { .. }));
    // Steps of powers of two, so that turning the wheel does not draw at every size.
    let scale = if vector { 2.0_f32.powf(scale.max(1.0).log2().ceil()) } else { 1.0 };
    let size = natural * scale;
    let shrink = (MOST / size.x.max(size.y)).min(1.0);
    let pixels = |side: f32| (side * shrink).ceil().max(1.0) as u32;
    PixelBox { width: pixels(size.x), height: pixels(size.y) }
}

/// Zooms and pans: the wheel and two fingers about the pointer, the tools about the middle.
pub(super) fn moves_ui(
    ui: &Ui,
    view: &mut View<'_>,
    viewer: &Viewer,
    response: &Response,
    scale: f32,
    step: f32,
) {
    let pan = Vec2::from(viewer.pan);
    let middle = response.rect.center();
    let (factor, fixed) = if response.hovered() && step == 1.0 {
        let scroll = ui.input(|input| input.smooth_scroll_delta.y) / 240.0;
        let pinch = ui.input(|input| input.zoom_delta());
        let pointer = response.hover_pos().unwrap_or(middle);
        (pinch * 2.0_f32.powf(scroll), pointer - middle)
    } else {
        (step, Vec2::ZERO)
    };
    if (factor - 1.0).abs() > 1e-3 {
        let zoomed = (scale * factor).clamp(Viewer::MIN_SCALE, Viewer::MAX_SCALE);
        // What is at the fixed point stays there.
        let pan = fixed - (fixed - pan) * (zoomed / scale);
        view.act(ViewerAction::Zoom { zoom: Zoom::Scale(zoomed), pan: pan.into() });
    } else if response.dragged() {
        let pan = (pan + response.drag_delta()).into();
        view.act(ViewerAction::Zoom { zoom: Zoom::Scale(scale), pan });
    } else if response.double_clicked() {
        view.act(ViewerAction::Zoom { zoom: Zoom::Fit, pan: [0.0, 0.0] });
    }
}
