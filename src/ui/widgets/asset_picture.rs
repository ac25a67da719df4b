//! A file of card art in its place, whatever its state.

use egui::{
    Align2, Color32, CornerRadius, Label, Rect, Sense, StrokeKind, Ui, Vec2, epaint, pos2, vec2,
};

use crate::domain::{AssetKind, Variant};
use crate::i18n::Text;
use crate::media::{Block, Document, Span};
use crate::model::{AssetAction, Ground};

use super::super::format::error_text;
use super::super::icons;
use super::super::theme::{self, size};
use super::super::view::{Shown, View};
use super::button::name_as_button;
use super::text::{file_name, muted};

/// The largest rectangle of a picture's shape within a place, centred.
pub(in crate::ui) fn fit_inside(place: Rect, picture: [usize; 2]) -> Rect {
    let picture = vec2(picture[0] as f32, picture[1] as f32);
    if picture.x <= 0.0 || picture.y <= 0.0 {
        return place;
    }
    let scale = (place.width() / picture.x).min(place.height() / picture.y);
    Rect::from_center_size(place.center(), picture * scale)
}

/// Squares that show through transparent pixels.
pub(in crate::ui) fn checkerboard(painter: &egui::Painter, rect: Rect, colours: [Color32; 2]) {
    const STEP: f32 = 8.0;
    painter.rect_filled(rect, 0.0, colours[0]);
    let mut mesh = epaint::Mesh::default();
    let (columns, rows) = ((rect.width() / STEP).ceil(), (rect.height() / STEP).ceil());
    for row in 0..rows as i32 {
        for column in (row % 2..columns as i32).step_by(2) {
            let min = rect.min + vec2(column as f32, row as f32) * STEP;
            let max = pos2((min.x + STEP).min(rect.max.x), (min.y + STEP).min(rect.max.y));
            mesh.add_colored_rect(Rect::from_min_max(min, max), colours[1]);
        }
    }
    painter.add(mesh);
}

/// The chosen ground under a picture.
pub(in crate::ui) fn ground_ui(ui: &Ui, view: &View<'_>, rect: Rect, ground: Ground) {
    let painter = ui.painter_at(rect);
    match ground {
        Ground::Checkerboard => checkerboard(&painter, rect, view.theme.checker),
        Ground::Light => {
            painter.rect_filled(rect, 0.0, theme::Theme::LIGHT.surface);
        }
        Ground::Dark => {
            painter.rect_filled(rect, 0.0, theme::Theme::DARK.ground);
        }
    }
}

/// An asset in every state, in a place of fixed size, on a checkerboard. A click asks for the
/// large picture.
pub(in crate::ui) fn asset_picture_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    variant: &Variant,
    kind: &AssetKind,
    place: Vec2,
) {
    let (rect, response) = ui.allocate_exact_size(place, Sense::click());
    let file = file_name(view, &variant.url);
    let name = view.t(Text::AssetOpenNamed { kind: kind.as_str(), file: &file }).into_owned();
    name_as_button(&response, &name, None);
    let response = response.on_hover_cursor(egui::CursorIcon::ZoomIn);
    let fit = view.pixels(place);
    let shown = view.asset(variant, kind, fit);
    let painter = ui.painter_at(rect);
    match shown {
        Shown::Picture { texture, size } => {
            checkerboard(&painter, rect, view.theme.checker);
            let uv = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
            painter.image(texture, fit_inside(rect, size), uv, Color32::WHITE);
        }
        Shown::Text(document) => text_preview(&painter, view, rect, document),
        Shown::Waiting { long } => waiting(&painter, view, rect, long),
        Shown::Failed(error) => {
            let said = error_text::load_error(view.texts, error);
            failure(&painter, view, rect, &said.what);
            response.clone().on_hover_text(format!("{}\n{}", said.what, said.meaning));
        }
    }
    frame(ui, view, rect, response.has_focus());
    if response.clicked() {
        view.act(AssetAction::Open { variant: variant.clone(), kind: kind.clone() });
    }
}

/// The line round a picture; a thicker one has the focus.
pub(super) fn frame(ui: &Ui, view: &View<'_>, rect: Rect, has_focus: bool) {
    let stroke = match has_focus {
        true => egui::Stroke::new(2.0, view.theme.accent),
        false => view.theme.line_stroke(),
    };
    ui.painter().rect_stroke(rect, CornerRadius::same(3), stroke, StrokeKind::Inside);
}

fn waiting(painter: &egui::Painter, view: &View<'_>, rect: Rect, long: bool) {
    painter.rect_filled(rect, 0.0, view.theme.ground);
    let text = view.t(if long { Text::AssetTakesLong } else { Text::AssetLoading });
    let font = egui::FontId::proportional(size::CAPTION);
    painter.text(rect.center(), Align2::CENTER_CENTER, text, font, view.theme.muted);
}

fn failure(painter: &egui::Painter, view: &View<'_>, rect: Rect, what: &str) {
    let colour = view.theme.danger;
    painter.rect_filled(rect, 0.0, view.theme.tint(colour));
    let centre = rect.center();
    let font = theme::icon(18.0);
    painter.text(centre - vec2(0.0, 12.0), Align2::CENTER_CENTER, icons::IMAGE_OFF, font, colour);
    let mut job = epaint::text::LayoutJob::simple(
        what.to_owned(),
        egui::FontId::proportional(size::CAPTION),
        colour,
        rect.width() - 12.0,
    );
    job.halign = egui::Align::Center;
    job.wrap.max_rows = 2;
    let galley = painter.layout_job(job);
    painter.galley(centre + vec2(0.0, 2.0), galley, colour);
}

fn text_preview(painter: &egui::Painter, view: &View<'_>, rect: Rect, document: &Document) {
    painter.rect_filled(rect, 0.0, view.theme.surface);
    let text = document.plain_text(400);
    let font = egui::FontId::proportional(10.0);
    let galley = painter.layout(text, font, view.theme.muted, rect.width() - 16.0);
    painter.galley(rect.min + vec2(8.0, 6.0), galley, view.theme.muted);
}

/// Formatted, inert text: links are shown, never followed.
pub(in crate::ui) fn document_ui(ui: &mut Ui, view: &View<'_>, document: &Document) {
    ui.spacing_mut().item_spacing.y = 6.0;
    for block in &document.blocks {
        match block {
            Block::Heading { level, spans } => {
                let points = if *level <= 1 { size::TITLE } else { size::STRONG };
                spans_ui(ui, view, spans, points, true);
            }
            Block::Paragraph(spans) => spans_ui(ui, view, spans, size::BODY, false),
            Block::ListItem { depth, marker, spans } => {
                ui.horizontal_top(|ui| {
                    ui.add_space(16.0 * f32::from(*depth));
                    ui.label(muted(view, marker.as_str()));
                    ui.vertical(|ui| spans_ui(ui, view, spans, size::BODY, false));
                });
            }
            Block::TableRow(cells) => {
                ui.columns(cells.len().clamp(1, 6), |columns| {
                    for (ui, cell) in columns.iter_mut().zip(cells) {
                        spans_ui(ui, view, cell, size::BODY, false);
                    }
                });
            }
            Block::Rule => {
                ui.separator();
            }
        }
    }
}

fn spans_ui(ui: &mut Ui, view: &View<'_>, spans: &[Span], points: f32, heading: bool) {
    let mut job = epaint::text::LayoutJob::default();
    for span in spans {
        let bold = heading || span.strong;
        let font = if bold { theme::semibold(points) } else { egui::FontId::proportional(points) };
        let colour = if span.link.is_some() { view.theme.accent } else { view.theme.text };
        let mut format = egui::TextFormat::simple(font, colour);
        format.italics = span.emphasis;
        job.append(&span.text, 0.0, format);
        if let Some(link) = span.link.as_ref().filter(|link| **link != span.text) {
            let mono =
                egui::TextFormat::simple(egui::FontId::monospace(size::CAPTION), view.theme.muted);
            job.append(&format!(" ({link})"), 0.0, mono);
        }
    }
    ui.add(Label::new(job).wrap());
}
