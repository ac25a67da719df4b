//! Painting in card units on a picture of any size.

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder as _};
use resvg::tiny_skia::{
    BlendMode, Color, FillRule, FilterQuality, GradientStop, LineCap, LineJoin, LinearGradient,
    Paint, Path, PathBuilder, Pattern, Pixmap, Point, RadialGradient, Rect, Shader, SpreadMode,
    Stroke, SweepGradient, Transform,
};

use super::palette::Rgb;
use super::shape::Drawing;

/// The card's size in its own units: the pixels of usual art, ID-1 in proportion.
pub(super) const CARD: (f32, f32) = (1536.0, 969.0);

/// Quality of JPEG art, of 100.
const JPEG_QUALITY: u8 = 88;

/// A picture that is painted in units of its own.
pub(super) struct Canvas {
    pixmap: Pixmap,
    base: Transform,
}

impl Canvas {
    /// A clear picture of `width` x `height` pixels that `units` fill: scaled alike both ways, the
    /// middle in the middle, what stands over cut off. `None` for a side of 0 or over 8192 pixels.
    pub(super) fn new(width: u32, height: u32, units: (f32, f32)) -> Option<Self> {
        const MAX_SIDE: u32 = 8192;
        if width > MAX_SIDE || height > MAX_SIDE {
            return None;
        }
        let pixmap = Pixmap::new(width, height)?;
        let (w, h) = (width as f32, height as f32);
        let scale = (w / units.0).max(h / units.1);
        let base = Transform::from_row(
            scale,
            0.0,
            0.0,
            scale,
            (w - units.0 * scale) / 2.0,
            (h - units.1 * scale) / 2.0,
        );
        Some(Self { pixmap, base })
    }

    /// Everything, with this paint.
    pub(super) fn wash(&mut self, shader: Shader<'_>) {
        let Some(rect) = Rect::from_xywh(-CARD.0, -CARD.1, CARD.0 * 3.0, CARD.1 * 3.0) else {
            return;
        };
        let paint = Paint { shader, anti_alias: false, ..Paint::default() };
        self.pixmap.fill_rect(rect, &paint, self.base, None);
    }

    pub(super) fn fill(&mut self, path: Option<&Path>, shader: Shader<'_>) {
        self.fill_rule(path, shader, FillRule::Winding);
    }

    pub(super) fn fill_rule(&mut self, path: Option<&Path>, shader: Shader<'_>, rule: FillRule) {
        let Some(path) = path else { return };
        self.pixmap.fill_path(path, &paint(shader), rule, self.base, None);
    }

    pub(super) fn stroke(&mut self, path: Option<&Path>, shader: Shader<'_>, width: f32) {
        let Some(path) = path else { return };
        let stroke = Stroke {
            width,
            line_cap: LineCap::Round,
            line_join: LineJoin::Round,
            ..Stroke::default()
        };
        self.pixmap.stroke_path(path, &paint(shader), &stroke, self.base, None);
    }

    /// A soft light (or shade) around a point, gone at `radius`.
    pub(super) fn glow(&mut self, x: f32, y: f32, radius: f32, colour: Rgb, strength: f32) {
        let stops = [(0.0, strength), (0.35, strength * 0.62), (0.7, strength * 0.17), (1.0, 0.0)];
        let stops: Vec<_> = stops.iter().map(|&(at, alpha)| (at, colour.alpha(alpha))).collect();
        let circle = PathBuilder::from_circle(x, y, radius);
        self.fill(circle.as_ref(), radial(x, y, radius, &stops));
    }

    /// Paints soft light at an eighth of the size and lays it over smoothly: many times faster than
    /// gradients over every pixel, and no eye can tell.
    pub(super) fn soften(&mut self, paint: impl FnOnce(&mut Self)) {
        const TIMES: u32 = 8;
        let (width, height) = (self.pixmap.width(), self.pixmap.height());
        let Some(pixmap) = Pixmap::new(width.div_ceil(TIMES) + 1, height.div_ceil(TIMES) + 1)
        else {
            return;
        };
        let times = TIMES as f32;
        let mut small = Self { pixmap, base: self.base.post_scale(1.0 / times, 1.0 / times) };
        paint(&mut small);
        let shader = Pattern::new(
            small.pixmap.as_ref(),
            SpreadMode::Pad,
            FilterQuality::Bilinear,
            1.0,
            Transform::from_scale(times, times),
        );
        let Some(rect) = Rect::from_xywh(0.0, 0.0, width as f32, height as f32) else { return };
        let paint = Paint { shader, anti_alias: false, ..Paint::default() };
        self.pixmap.fill_rect(rect, &paint, Transform::identity(), None);
    }

    pub(super) fn draw(&mut self, drawing: &Drawing) {
        for shape in &drawing.shapes {
            let shader = Shader::SolidColor(shape.colour.alpha(1.0));
            self.fill_rule(Some(&shape.path), shader, shape.rule);
        }
    }

    /// Repeats a tile of pixels over everything, one pixel to one pixel of the picture.
    pub(super) fn tile(&mut self, tile: &Pixmap, opacity: f32) {
        let (w, h) = (self.pixmap.width() as f32, self.pixmap.height() as f32);
        let Some(rect) = Rect::from_xywh(0.0, 0.0, w, h) else { return };
        let shader = Pattern::new(
            tile.as_ref(),
            SpreadMode::Repeat,
            FilterQuality::Nearest,
            opacity,
            Transform::identity(),
        );
        let paint = Paint { shader, anti_alias: false, ..Paint::default() };
        self.pixmap.fill_rect(rect, &paint, Transform::identity(), None);
    }

    /// Pixels to a unit.
    pub(super) fn scale(&self) -> f32 {
        self.base.sx
    }

    /// As PNG, RGBA of 8 bits.
    pub(super) fn png(self) -> Vec<u8> {
        let (width, height) = (self.pixmap.width(), self.pixmap.height());
        let rgba = self.pixmap.take_demultiplied();
        let mut out = Vec::new();
        let encoder =
            PngEncoder::new_with_quality(&mut out, CompressionType::Fast, FilterType::Paeth);
        match encoder.write_image(&rgba, width, height, ExtendedColorType::Rgba8) {
            Ok(()) => out,
            Err(_) => Vec::new(),
        }
    }

    /// As JPEG; clear pixels turn black.
    pub(super) fn jpeg(self) -> Vec<u8> {
        let (width, height) = (self.pixmap.width(), self.pixmap.height());
        let rgba = self.pixmap.take();
        let rgb: Vec<u8> = rgba.chunks_exact(4).flat_map(|p| [p[0], p[1], p[2]]).collect();
        let mut out = Vec::new();
        let encoder = JpegEncoder::new_with_quality(&mut out, JPEG_QUALITY);
        match encoder.write_image(&rgb, width, height, ExtendedColorType::Rgb8) {
            Ok(()) => out,
            Err(_) => Vec::new(),
        }
    }
}

fn paint(shader: Shader<'_>) -> Paint<'_> {
    Paint { shader, anti_alias: true, blend_mode: BlendMode::SourceOver, ..Paint::default() }
}

/// One colour.
pub(super) fn solid(colour: Color) -> Shader<'static> {
    Shader::SolidColor(colour)
}

/// A gradient between two points; the last colour where the two coincide.
pub(super) fn linear(from: (f32, f32), to: (f32, f32), stops: &[(f32, Color)]) -> Shader<'static> {
    let shader = LinearGradient::new(
        Point::from_xy(from.0, from.1),
        Point::from_xy(to.0, to.1),
        stops.iter().map(|&(at, colour)| GradientStop::new(at, colour)).collect(),
        SpreadMode::Pad,
        Transform::identity(),
    );
    shader.unwrap_or_else(|| flat(stops))
}

/// A gradient from a middle outwards.
pub(super) fn radial(x: f32, y: f32, radius: f32, stops: &[(f32, Color)]) -> Shader<'static> {
    let middle = Point::from_xy(x, y);
    let shader = RadialGradient::new(
        middle,
        0.0,
        middle,
        radius,
        stops.iter().map(|&(at, colour)| GradientStop::new(at, colour)).collect(),
        SpreadMode::Pad,
        Transform::identity(),
    );
    shader.unwrap_or_else(|| flat(stops))
}

/// A gradient around a point, the whole turn from the right, clockwise.
pub(super) fn sweep(x: f32, y: f32, stops: &[(f32, Color)]) -> Shader<'static> {
    let shader = SweepGradient::new(
        Point::from_xy(x, y),
        0.0,
        360.0,
        stops.iter().map(|&(at, colour)| GradientStop::new(at, colour)).collect(),
        SpreadMode::Pad,
        Transform::identity(),
    );
    shader.unwrap_or_else(|| flat(stops))
}

fn flat(stops: &[(f32, Color)]) -> Shader<'static> {
    Shader::SolidColor(stops.last().map_or(Color::TRANSPARENT, |stop| stop.1))
}
