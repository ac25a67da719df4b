use egui::accesskit::Role;
use egui::{
    Align, Align2, Color32, Frame, Id, Key, Layout, Margin, Modal, Modifiers, Pos2, Rect, Response,
    ScrollArea, Sense, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use crate::i18n::Text;
use crate::media::{Content, PixelBox};
use crate::model::{
    Action, AssetEntry, Ground, LookUpAction, Overlay, Remote, Viewer, ViewerAction, Zoom,
};

use super::super::error_text;
use super::super::icons;
use super::super::theme::{self, space};
use super::super::view::{Shown, View};
use super::super::widgets::{
    Tone, banner_ui, caption, choice_button, document_ui, ground_ui, icon_button, link_text, mono,
    quiet_button, strong, truncated,
};
use super::{is_new, show_ui};

/// The large picture, over the whole window.
pub(super) fn viewer_ui(ui: &mut Ui, view: &mut View<'_>, viewer: &Viewer) {
    let Some(entry) = view.state.session().and_then(|s| s.library.get(&viewer.url)) else {
        view.act(Action::CloseTop);
        return;
    };
    let frame = Frame::new()
        .fill(view.theme.raised)
        .stroke(view.theme.line_stroke())
        .corner_radius(theme::RADIUS_PANEL)
        .inner_margin(Margin::same(16));
    let room = ui.ctx().content_rect().size() - vec2(80.0, 80.0);
    let modal = Modal::new(Id::unique("viewer")).frame(frame).backdrop_color(view.theme.backdrop);
    show_ui(ui, view, modal, |ui, view| {
        ui.set_width(room.x);
        ui.set_height(room.y);
        heading_ui(ui, view, entry);
        let step = tools_ui(ui, view, viewer, entry);
        uses_ui(ui, view, entry);
        ui.add_space(space::XS);
        content_ui(ui, view, viewer, entry, step);
    });
}

fn heading_ui(ui: &mut Ui, view: &mut View<'_>, entry: &AssetEntry) {
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let close = icon_button(ui, view, icons::X, &view.t(Text::Close));
            if is_new(view) {
                close.request_focus();
            }
            if close.clicked() {
                view.act(Action::CloseTop);
            }
            steps_ui(ui, view);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.label(strong(entry.kind.as_str()));
                if let Some(file) = entry.file.value() {
                    ui.label(caption(view, facts(file)));
                }
                truncated(ui, mono(&*entry.url).size(12.0).color(view.theme.muted));
            });
        });
    });
}

/// To the file after this one and before it; the arrow keys do the same.
fn steps_ui(ui: &mut Ui, view: &mut View<'_>) {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let (left, right) = (pressed(Key::ArrowLeft), pressed(Key::ArrowRight));
    // Right to left: the one after stands at the right.
    if icon_button(ui, view, icons::CHEVRON_RIGHT, &view.t(Text::ViewerNext)).clicked() || right {
        view.act(ViewerAction::Step(1));
    }
    if icon_button(ui, view, icons::CHEVRON_LEFT, &view.t(Text::ViewerPrevious)).clicked() || left {
        view.act(ViewerAction::Step(-1));
    }
}

/// The cards that use the file; a click looks the customer up.
fn uses_ui(ui: &mut Ui, view: &mut View<'_>, entry: &AssetEntry) {
    const SHOWN: usize = 8;
    let Some(session) = view.state.session() else { return };
    let uses = session.sheet.uses(&entry.url, &session.library);
    ui.horizontal_wrapped(|ui| {
        ui.label(caption(view, view.t(Text::ViewerUsedBy)));
        for place in uses.iter().take(SHOWN) {
            let number = place.customer.as_str();
            let text = format!("{number} · {} ···· {}", place.brand, place.last_four);
            if ui.link(link_text(view, text)).clicked() {
                view.act(LookUpAction::Open(place.customer.clone()));
            }
        }
        let more = i64::try_from(uses.len().saturating_sub(SHOWN)).unwrap_or(i64::MAX);
        if more > 0 {
            ui.label(caption(view, view.t(Text::ViewerMore { count: more })));
        }
    });
}

fn facts(file: &crate::media::Loaded) -> String {
    let kind = file.measured.kind.media_type();
    match file.measured.pixels {
        Some((width, height)) => format!("{kind} · {width}×{height}"),
        None => kind.to_owned(),
    }
}

/// The tools of a picture; returns by how much they zoom what is shown now.
fn tools_ui(ui: &mut Ui, view: &mut View<'_>, viewer: &Viewer, entry: &AssetEntry) -> f32 {
    const STEP: f32 = 1.5;
    let mut step = 1.0;
    let is_text = entry.file.value().is_some_and(|f| matches!(f.content, Content::Text(_)));
    if is_text {
        return step;
    }
    ui.horizontal_wrapped(|ui| {
        let zoom = |view: &mut View<'_>, zoom| {
            view.act(ViewerAction::Zoom { zoom, pan: viewer.pan });
        };
        if choice_button(ui, view, viewer.zoom == Zoom::Fit, &view.t(Text::ZoomFit)).clicked() {
            zoom(view, Zoom::Fit);
        }
        let one = viewer.zoom == Zoom::Scale(1.0);
        if choice_button(ui, view, one, &view.t(Text::ZoomOne)).clicked() {
            zoom(view, Zoom::Scale(1.0));
        }
        if icon_button(ui, view, icons::ZOOM_OUT, &view.t(Text::ZoomOut)).clicked() {
            step = 1.0 / STEP;
        }
        if icon_button(ui, view, icons::ZOOM_IN, &view.t(Text::ZoomIn)).clicked() {
            step = STEP;
        }
        ui.separator();
        let grounds = [
            (Ground::Checkerboard, Text::GroundChecker),
            (Ground::Light, Text::GroundLight),
            (Ground::Dark, Text::GroundDark),
        ];
        for (ground, text) in grounds {
            if choice_button(ui, view, viewer.ground == ground, &view.t(text)).clicked() {
                view.act(ViewerAction::Ground(ground));
            }
        }
        ui.separator();
        let overlays =
            [(Overlay::Outline, Text::OverlayOutline), (Overlay::Digits, Text::OverlayDigits)];
        for (overlay, text) in overlays {
            let on = viewer.overlay == overlay;
            if choice_button(ui, view, on, &view.t(text)).clicked() {
                let overlay = if on { Overlay::None } else { overlay };
                view.act(ViewerAction::Overlay(overlay));
            }
        }
        ui.separator();
        if entry.file.value().is_some() && quiet_button(ui, view, &view.t(Text::SaveFile)).clicked()
        {
            view.act(ViewerAction::Save);
        }
        if quiet_button(ui, view, &view.t(Text::CopyUrl)).clicked() {
            view.act(crate::model::CardAction::CopyText(entry.url.to_string()));
        }
    });
    step
}

fn content_ui(ui: &mut Ui, view: &mut View<'_>, viewer: &Viewer, entry: &AssetEntry, step: f32) {
    let place = ui.available_size();
    if let Some(Content::Text(document)) = entry.file.value().map(|file| &file.content) {
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            ui.set_max_width(720.0);
            document_ui(ui, view, document);
        });
        return;
    }
    let fit = wanted_pixels(view, viewer, entry, place);
    match view.asset(&entry.variant, &entry.kind, fit) {
        Shown::Picture { texture, size } => {
            let (response, scale) = picture_ui(ui, view, viewer, entry, (texture, size));
            moves_ui(ui, view, viewer, &response, scale, step);
        }
        Shown::Waiting { long } => {
            let text = view.t(if long { Text::AssetTakesLong } else { Text::AssetLoading });
            ui.centered_and_justified(|ui| ui.label(text.into_owned()));
        }
        Shown::Failed(error) => {
            let said = error_text::load_error(view.texts, error);
            banner_ui(ui, view, Tone::Error, &said, |ui, view| {
                if quiet_button(ui, view, &view.t(Text::Retry)).clicked() {
                    let url = std::sync::Arc::clone(&entry.url);
                    view.act(crate::model::AssetAction::Retry { url });
                }
            });
        }
        Shown::Text(_) => {}
    }
}

/// The picture's own size in pixels; for vector files, the size in pixels it is shown at when it
/// fits into `place`, in pixels too.
fn natural(entry: &AssetEntry, place: Vec2) -> Vec2 {
    match entry.file.value().map(|file| &file.content) {
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
fn wanted_pixels(view: &View<'_>, viewer: &Viewer, entry: &AssetEntry, place: Vec2) -> PixelBox {
    const MOST: f32 = 4096.0;
    let fitted = view.pixels(place);
    let scale = match (viewer.zoom, &entry.file) {
        (Zoom::Scale(scale), Remote::Ready(_)) => scale,
        (Zoom::Fit, _) | (Zoom::Scale(_), _) => return fitted,
    };
    let natural = natural(entry, vec2(fitted.width as f32, fitted.height as f32));
    let vector =
        matches!(entry.file.value().map(|file| &file.content), Some(Content::Vector { .. }));
    // Steps of powers of two, so that turning the wheel does not draw at every size.
    let scale = if vector { 2.0_f32.powf(scale.max(1.0).log2().ceil()) } else { 1.0 };
    let size = natural * scale;
    let shrink = (MOST / size.x.max(size.y)).min(1.0);
    let pixels = |side: f32| (side * shrink).ceil().max(1.0) as u32;
    PixelBox { width: pixels(size.x), height: pixels(size.y) }
}

/// The picture on its ground; returns its scale too, picture pixels as screen pixels.
fn picture_ui(
    ui: &mut Ui,
    view: &View<'_>,
    viewer: &Viewer,
    entry: &AssetEntry,
    (texture, size): (egui::TextureId, [usize; 2]),
) -> (Response, f32) {
    let place = ui.available_size();
    let (rect, response) = ui.allocate_exact_size(place, Sense::click_and_drag());
    let name = entry.kind.as_str();
    response.widget_info(|| WidgetInfo::labeled(Role::Image, response.enabled(), name));
    let density = ui.ctx().pixels_per_point();
    let natural = natural(entry, place * density);
    let natural = if natural.x > 0.0 { natural } else { vec2(size[0] as f32, size[1] as f32) };
    let points = natural / density;
    let fit_scale = (place.x / points.x).min(place.y / points.y);
    let scale = match viewer.zoom {
        Zoom::Fit => fit_scale,
        Zoom::Scale(scale) => scale,
    };
    let picture = Rect::from_center_size(rect.center() + Vec2::from(viewer.pan), points * scale);
    ground_ui(ui, view, rect, viewer.ground);
    let uv = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
    ui.painter_at(rect).image(texture, picture, uv, Color32::WHITE);
    overlay_ui(ui, view, viewer.overlay, entry, rect, picture);
    (response, scale)
}

/// What a wallet makes of the picture: its outline, or the digits that it draws.
fn overlay_ui(
    ui: &Ui,
    view: &View<'_>,
    overlay: Overlay,
    entry: &AssetEntry,
    place: Rect,
    picture: Rect,
) {
    let painter = ui.painter_at(place);
    match overlay {
        Overlay::None => {}
        Overlay::Outline => {
            let width = picture.width().min(picture.height() * theme::CARD_RATIO);
            let card =
                Rect::from_center_size(picture.center(), vec2(width, width / theme::CARD_RATIO));
            let radius = (width * theme::CARD_CORNER).round().min(255.0) as u8;
            let outline = |grow: f32, colour| {
                let stroke = egui::Stroke::new(1.5, colour);
                painter.rect_stroke(card.expand(grow), radius, stroke, StrokeKind::Middle);
            };
            // Two lines of different light: seen on every art.
            outline(0.0, view.theme.accent);
            outline(1.5, view.theme.surface);
        }
        Overlay::Digits => {
            let session = view.state.session();
            let uses = session.map(|s| s.sheet.uses(&entry.url, &s.library)).unwrap_or_default();
            let digits = uses.first().map_or("0000", |place| place.last_four.as_str());
            let font = theme::semibold(picture.height() * 0.09);
            let text = format!("···· {digits}");
            let left = picture.left_bottom() + vec2(picture.width(), -picture.height()) * 0.06;
            let right = picture.right_bottom() - vec2(picture.width(), picture.height()) * 0.06;
            painter.text(left, Align2::LEFT_BOTTOM, &text, font.clone(), Color32::WHITE);
            painter.text(right, Align2::RIGHT_BOTTOM, &text, font, Color32::BLACK);
        }
    }
}

/// Zooms and pans: the wheel and two fingers about the pointer, the tools about the middle.
fn moves_ui(
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
