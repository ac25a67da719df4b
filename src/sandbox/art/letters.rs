//! Letters as outlines, so that no format of a logo needs a font.

use resvg::tiny_skia::{Path, PathBuilder};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, MetadataProvider as _};

/// Inter Display Semi Bold, Latin and Cyrillic; see the licence beside it.
static LETTERING: &[u8] = include_bytes!("../../../assets/fonts/card-lettering.otf");

/// A set line of text: capitals stand from y = -`cap` to 0, starting at x = 0.
#[derive(Debug, Clone)]
pub(super) struct LetteringLine {
    /// `None` for a line of blanks.
    pub(super) path: Option<Path>,
    pub(super) width: f32,
}

/// Capitals of a font that does not say how high they are, in its units.
const USUAL_CAPITALS: f32 = 1490.0;

/// Whether the lettering has an outline for every character of `text`.
pub fn lettering_covers(text: &str) -> bool {
    let Ok(font) = FontRef::new(LETTERING) else { return false };
    let letters = font.charmap();
    text.chars().all(|c| letters.map(c).is_some_and(|glyph| glyph.to_u32() != 0))
}

/// Sets `text` with capitals `cap` high and `tracking` (share of `cap`) between letters.
/// Characters that the lettering lacks are left out.
pub(super) fn line(text: &str, cap: f32, tracking: f32) -> LetteringLine {
    let Ok(font) = FontRef::new(LETTERING) else {
        return LetteringLine { path: None, width: 0.0 };
    };
    let (size, location) = (Size::unscaled(), LocationRef::default());
    let capitals = font.metrics(size, location).cap_height.filter(|height| *height > 0.0);
    let scale = cap / capitals.unwrap_or(USUAL_CAPITALS);
    let (letters, outlines) = (font.charmap(), font.outline_glyphs());
    let widths = font.glyph_metrics(size, location);
    let mut pen = Pen { builder: PathBuilder::new(), scale, x: 0.0 };
    for glyph in text.chars().filter_map(|c| letters.map(c)) {
        if let Some(outline) = outlines.get(glyph) {
            // A letter that cannot be drawn leaves its room.
            let _drawn = outline.draw(DrawSettings::unhinted(size, location), &mut pen);
        }
        pen.x += widths.advance_width(glyph).unwrap_or_default() * scale + cap * tracking;
    }
    LetteringLine { width: (pen.x - cap * tracking).max(0.0), path: pen.builder.finish() }
}

struct Pen {
    builder: PathBuilder,
    scale: f32,
    x: f32,
}

impl Pen {
    fn map(&self, x: f32, y: f32) -> (f32, f32) {
        (self.x + x * self.scale, -y * self.scale)
    }
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.map(x, y);
        self.builder.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.map(x, y);
        self.builder.line_to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let ((x1, y1), (x, y)) = (self.map(x1, y1), self.map(x, y));
        self.builder.quad_to(x1, y1, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let ((x1, y1), (x2, y2), (x, y)) = (self.map(x1, y1), self.map(x2, y2), self.map(x, y));
        self.builder.cubic_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.builder.close();
    }
}
