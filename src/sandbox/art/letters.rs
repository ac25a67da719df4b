//! Letters as outlines, so that no format of a logo needs a font.

use resvg::tiny_skia::{Path, PathBuilder};
use ttf_parser::{Face, OutlineBuilder};

/// Inter Display Semi Bold, Latin and Cyrillic; see the licence beside it.
static LETTERING: &[u8] = include_bytes!("../../../assets/fonts/card-lettering.otf");

/// A set line of text: capitals stand from y = -`cap` to 0, starting at x = 0.
#[derive(Debug, Clone)]
pub(super) struct LetteringLine {
    /// `None` for a line of blanks.
    pub(super) path: Option<Path>,
    pub(super) width: f32,
}

/// Whether the lettering has an outline for every character of `text`.
pub fn lettering_covers(text: &str) -> bool {
    let Ok(face) = Face::parse(LETTERING, 0) else { return false };
    text.chars().all(|c| face.glyph_index(c).is_some_and(|glyph| glyph.0 != 0))
}

/// Sets `text` with capitals `cap` high and `tracking` (share of `cap`) between letters.
/// Characters that the lettering lacks are left out.
pub(super) fn line(text: &str, cap: f32, tracking: f32) -> LetteringLine {
    let Ok(face) = Face::parse(LETTERING, 0) else {
        return LetteringLine { path: None, width: 0.0 };
    };
    let cap_units = face.capital_height().filter(|h| *h > 0).unwrap_or(1490);
    let scale = cap / f32::from(cap_units);
    let mut pen = Pen { builder: PathBuilder::new(), scale, x: 0.0 };
    for glyph in text.chars().filter_map(|c| face.glyph_index(c)) {
        face.outline_glyph(glyph, &mut pen);
        let advance = face.glyph_hor_advance(glyph).unwrap_or_default();
        pen.x += f32::from(advance) * scale + cap * tracking;
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

impl OutlineBuilder for Pen {
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
