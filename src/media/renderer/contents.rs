//! What a page of a PDF is made of, found by drawing it on nothing.

use hayro::hayro_interpret::font::{Glyph, GlyphId, GlyphRun, OutlineGlyph};
use hayro::hayro_interpret::hayro_cmap::BfString;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps,
    InterpreterCache, InterpreterSettings, Paint, SoftMask, TransformExt as _, interpret_page,
};
use hayro::hayro_syntax::page::Page;
use hayro::kurbo::{BezPath, Rect, Shape as _};

/// Share of the page from which a rectangle is its ground.
const GROUND: f64 = 0.9;
/// Rectangles that are remembered; a page of more is no picture.
const MOST_PLATES: usize = 1000;

/// What is seen on a page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Contents {
    /// Pictures alone; rectangles under and on them do not count.
    pub(super) raster_only: bool,
    /// A letter that its font has no shape for.
    pub(super) unknown_letters: bool,
}

pub(super) fn contents(page: &Page<'_>, settings: &InterpreterSettings) -> Contents {
    let cache = InterpreterCache::new();
    let (width, height) = page.render_dimensions();
    let target = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let transform = page.initial_transform(true).to_kurbo();
    let mut context = Context::new(transform, target, &cache, page.xref(), settings.clone());
    let mut counter = Counter { page: target, ..Counter::default() };
    interpret_page(page, &mut context, &mut counter);
    let is_beside = |plate: &Rect| !counter.pictures.iter().any(|picture| holds(picture, plate));
    let drawn = counter.drawn || counter.plates.iter().any(is_beside);
    Contents {
        raster_only: !counter.pictures.is_empty() && !drawn,
        unknown_letters: counter.unknown_letters,
    }
}

#[derive(Default)]
struct Counter {
    page: Rect,
    /// Where pictures are.
    pictures: Vec<Rect>,
    /// Rectangles that are neither the ground nor white.
    plates: Vec<Rect>,
    /// Paths, or letters.
    drawn: bool,
    unknown_letters: bool,
}

impl Counter {
    /// Whether something of these bounds is seen.
    fn is_seen(&self, bounds: Rect, props: &DrawProps<'_>, mode: &DrawMode) -> bool {
        let is_clear = match &props.paint {
            Paint::Color(colour) => colour.to_rgba().to_rgba8()[3] == 0,
            Paint::Pattern(_) => false,
        };
        let page = self.page;
        let is_on_page = bounds.x0 <= page.x1
            && bounds.x1 >= page.x0
            && bounds.y0 <= page.y1
            && bounds.y1 >= page.y0;
        is_on_page && !is_clear && !matches!(mode, DrawMode::Invisible)
    }
}

impl<'a> Device<'a> for Counter {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        let bounds = props.transform.transform_rect_bbox(path.bounding_box());
        self.drawn |= self.is_seen(bounds, &props, mode);
    }

    fn draw_rect(&mut self, rect: &Rect, props: DrawProps<'a>, mode: &DrawMode) {
        let bounds = props.transform.transform_rect_bbox(*rect);
        if !self.is_seen(bounds, &props, mode) {
            return;
        }
        let seen = bounds.intersect(self.page);
        let is_plain = match (&props.paint, mode) {
            (Paint::Color(colour), DrawMode::Fill(_)) => {
                let is_white = colour.to_rgba().to_rgba8()[..3].iter().all(|c| *c == u8::MAX);
                is_white || seen.area() >= GROUND * self.page.area()
            }
            (Paint::Color(_) | Paint::Pattern(_), _) => false,
        };
        match &props.paint {
            _ if is_plain => {}
            Paint::Color(_) if self.plates.len() < MOST_PLATES => self.plates.push(seen),
            Paint::Color(_) | Paint::Pattern(_) => self.drawn = true,
        }
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        for placed in run.glyphs() {
            let place = props.transform * placed.transform();
            match &**placed {
                Glyph::Outline(letter) => {
                    let outline = letter.outline();
                    let bounds = place.transform_rect_bbox(outline.bounding_box());
                    if !self.is_seen(bounds, &props, mode) {
                        continue;
                    }
                    let is_empty = outline.elements().is_empty();
                    self.drawn |= !is_empty;
                    self.unknown_letters |= is_unknown(letter, is_empty);
                }
                Glyph::Type3(_) => self.drawn |= !matches!(mode, DrawMode::Invisible),
            }
        }
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        let own = Rect::new(0.0, 0.0, f64::from(image.width()), f64::from(image.height()));
        let bounds = props.transform.transform_rect_bbox(own).intersect(self.page);
        if bounds.area() > 0.0 && self.pictures.len() < MOST_PLATES {
            self.pictures.push(bounds);
        }
    }

    fn push_clip_path(&mut self, _: &ClipPath) {}

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}

/// Whether a rectangle is within a picture, give or take a point.
fn holds(picture: &Rect, plate: &Rect) -> bool {
    let room = picture.inflate(1.0, 1.0);
    room.x0 <= plate.x0 && room.y0 <= plate.y0 && room.x1 >= plate.x1 && room.y1 >= plate.y1
}

/// Whether a letter is drawn as the box, or as the nothing, that stands for a shape that is not
/// there. Blanks may have none.
fn is_unknown(letter: &OutlineGlyph, is_empty: bool) -> bool {
    let is_letter = |c: char| {
        !c.is_whitespace()
            && !c.is_control()
            && !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{fffd}')
    };
    letter.glyph_id() == GlyphId::NOTDEF
        && match letter.as_unicode() {
            Some(BfString::Char(c)) => is_letter(c),
            Some(BfString::String(text)) => text.chars().any(is_letter),
            None => !is_empty,
        }
}
