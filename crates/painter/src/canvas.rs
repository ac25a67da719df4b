//! Rows of pixels that parts are drawn on.

use fearless_simd::{Level, dispatch};

use super::area::Area;
use super::edge::{Span, push_fan, push_triangle};
use super::part::{Kind, Part, first_pixel, fixed};
use super::pixel::{Argb, Rgb, multiplied, over, packed, parts, tinted, weakened};
use super::shade::{Shade, Slope};
use super::texture::{Row, Texture};

/// Some rows of a canvas.
pub(super) struct Canvas<'a> {
    pub(super) pixels: &'a mut [Rgb],
    pub(super) width: usize,
    /// The first of the rows.
    pub(super) top: usize,
    pub(super) level: Level,
    /// To be used again.
    pub(super) spans: Vec<Span>,
}

impl Canvas<'_> {
    pub(super) fn clear(&mut self, area: Area, ground: Rgb) {
        for y in area.top..area.bottom {
            if let Some(pixels) = self.span((y, area.left, area.right)) {
                pixels.fill(ground);
            }
        }
    }

    /// Draws as much of a part as lies within `clip`.
    pub(super) fn draw(&mut self, part: &Part<'_>, texture: &Texture, clip: Area, scale: f32) {
        let mut spans = std::mem::take(&mut self.spans);
        spans.clear();
        match part.kind {
            Kind::Rectangle => {
                push_rectangle(part, clip, scale, &mut spans);
                self.fill(&spans, &Shade::new(part, texture, scale), texture);
            }
            Kind::Triangle => self.draw_triangle(part, texture, (clip, scale), &mut spans),
            Kind::Fan(fan) => {
                let shade = Shade::of_fan(fan, texture, scale);
                match shade.filter(|_| push_fan(fan, clip, scale, &mut spans)) {
                    Some(shade) => self.fill(&spans, &shade, texture),
                    None => {
                        for part in fan.triangles() {
                            spans.clear();
                            self.draw_triangle(&part, texture, (clip, scale), &mut spans);
                        }
                    }
                }
            }
        }
        self.spans = spans;
    }

    fn draw_triangle(
        &mut self,
        part: &Part<'_>,
        texture: &Texture,
        (clip, scale): (Area, f32),
        spans: &mut Vec<Span>,
    ) {
        push_triangle(part, clip, scale, spans);
        if !spans.is_empty() {
            self.fill(spans, &Shade::new(part, texture, scale), texture);
        }
    }

    fn fill(&mut self, spans: &[Span], shade: &Shade, texture: &Texture) {
        let level = self.level;
        dispatch!(level, simd => {
            let _ = simd;
            self.fill_spans(spans, shade, texture);
        });
    }

    #[inline(always)]
    fn fill_spans(&mut self, spans: &[Span], shade: &Shade, texture: &Texture) {
        match shade {
            Shade::Solid(colour) if colour >> 24 == 255 => {
                let pixel = colour & 0x00ff_ffff;
                for span in spans {
                    if let Some(pixels) = self.span(*span) {
                        pixels.fill(pixel);
                    }
                }
            }
            Shade::Solid(0) => {}
            Shade::Solid(colour) => {
                for span in spans {
                    if let Some(pixels) = self.span(*span) {
                        for pixel in pixels {
                            *pixel = over(*colour, *pixel);
                        }
                    }
                }
            }
            Shade::Straight { right, down, tint } => {
                for (y, first, end) in spans {
                    let Some(pixels) = self.span((*y, *first, *end)) else { continue };
                    let (x, row) = (*first as i64 + right, *y as i64 + down);
                    match texture.row(x, row, pixels.len()) {
                        Some(Row::Coverage(texels)) => coverage(pixels, texels, *tint),
                        Some(Row::Colour(texels)) => colours(pixels, texels, *tint),
                        None => beyond(pixels, texture, (x, row), *tint),
                    }
                }
            }
            Shade::Smooth(slope) => {
                for span in spans {
                    self.smooth(*span, slope);
                }
            }
            Shade::Sampled(slope) => {
                for span in spans {
                    self.sampled(*span, slope, texture);
                }
            }
        }
    }

    /// `None` where it is empty, too.
    #[inline(always)]
    fn span(&mut self, (y, first, end): Span) -> Option<&mut [Rgb]> {
        if first >= end {
            return None;
        }
        let start = y.checked_sub(self.top)? * self.width;
        self.pixels.get_mut(start + first..start + end)
    }

    #[inline(always)]
    fn smooth(&mut self, span: Span, slope: &Slope<4>) {
        let row = slope.row(span.0);
        if let Some(pixels) = self.span(span) {
            for (x, pixel) in (span.1..).zip(pixels) {
                *pixel = over(packed(slope.pixel(&row, x)), *pixel);
            }
        }
    }

    #[inline(always)]
    fn sampled(&mut self, span: Span, slope: &Slope<6>, texture: &Texture) {
        let row = slope.row(span.0);
        if let Some(pixels) = self.span(span) {
            for (x, pixel) in (span.1..).zip(pixels) {
                let [alpha, red, green, blue, u, v] = slope.pixel(&row, x);
                let texel = texture.sample(u, v);
                let seen = multiplied(texel, [alpha, red, green, blue]);
                *pixel = over(packed(seen), *pixel);
            }
        }
    }
}

fn push_rectangle(part: &Part<'_>, clip: Area, scale: f32, spans: &mut Vec<Span>) {
    let [upper, _, _, lower] = part.vertices;
    let pixel = |place: f32| usize::try_from(first_pixel(fixed(place, scale))).unwrap_or(0);
    let covered = Area {
        left: pixel(upper.pos.x),
        top: pixel(upper.pos.y),
        right: pixel(lower.pos.x),
        bottom: pixel(lower.pos.y),
    };
    let Area { left, top, right, bottom } = covered.within(clip);
    if left < right && top < bottom {
        spans.extend((top..bottom).map(|y| (y, left, right)));
    }
}

#[inline(always)]
fn coverage(pixels: &mut [Rgb], texels: &[u8], tint: Argb) {
    for (pixel, texel) in pixels.iter_mut().zip(texels) {
        *pixel = over(weakened(tint, u32::from(*texel)), *pixel);
    }
}

#[inline(always)]
fn colours(pixels: &mut [Rgb], texels: &[Argb], tint: Argb) {
    if tint == Argb::MAX {
        for (pixel, texel) in pixels.iter_mut().zip(texels) {
            *pixel = over(*texel, *pixel);
        }
    } else {
        for (pixel, texel) in pixels.iter_mut().zip(texels) {
            *pixel = over(tinted(*texel, tint), *pixel);
        }
    }
}

/// Where some of the texels lie beyond the texture: its edge goes on, or it is repeated.
fn beyond(pixels: &mut [Rgb], texture: &Texture, (x, y): (i64, i64), tint: Argb) {
    let tint = parts(tint);
    let v = (y as f32 + 0.5) / texture.height as f32;
    for (x, pixel) in (x..).zip(pixels) {
        let texel = texture.sample((x as f32 + 0.5) / texture.width as f32, v);
        *pixel = over(packed(multiplied(texel, tint)), *pixel);
    }
}
