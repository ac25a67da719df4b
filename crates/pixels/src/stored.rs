//! Rows of pixels, as decoders store them.

use fearless_simd::{Level, dispatch};
use image::{ColorType, RgbaImage};

use crate::rows::{Pixel, Row, TakesRows};

/// Hands over the rows of what a decoder has stored; false, and nothing handed over, where it is of a
/// kind that no raster here is stored as.
pub fn hand_over_stored(
    stored: &[u8],
    width: u32,
    colour: ColorType,
    taker: &mut dyn TakesRows,
) -> bool {
    const OPAQUE: u8 = u8::MAX;
    match colour {
        ColorType::Rgb8 => hand_over_rgb(stored, width, taker),
        ColorType::Rgba8 => hand_over_rgba(stored, width, taker),
        ColorType::L8 => hand_over_other(stored, width, taker, |[l]| [l, l, l, OPAQUE]),
        ColorType::La8 => hand_over_other(stored, width, taker, |[l, a]| [l, l, l, a]),
        ColorType::L16 => hand_over_other(stored, width, taker, |l| {
            let l = eight(l);
            [l, l, l, OPAQUE]
        }),
        ColorType::La16 => hand_over_other(stored, width, taker, |[l, m, a, b]| {
            let (l, a) = (eight([l, m]), eight([a, b]));
            [l, l, l, a]
        }),
        ColorType::Rgb16 => hand_over_other(stored, width, taker, |[r, s, g, h, b, c]| {
            [eight([r, s]), eight([g, h]), eight([b, c]), OPAQUE]
        }),
        ColorType::Rgba16 => hand_over_other(stored, width, taker, |[r, s, g, h, b, c, a, z]| {
            [eight([r, s]), eight([g, h]), eight([b, c]), eight([a, z])]
        }),
        _ => return false,
    }
    true
}

/// Hands over the rows of a picture that is decoded already.
pub fn hand_over(image: &RgbaImage, taker: &mut dyn TakesRows) {
    hand_over_rgba(image.as_raw(), image.width(), taker);
}

/// The same of bytes, RGBA and not premultiplied.
pub fn hand_over_rgba(stored: &[u8], width: u32, taker: &mut dyn TakesRows) {
    let (pixels, _) = stored.as_chunks();
    for (y, row) in (0..).zip(pixels.chunks_exact(width.max(1) as usize)) {
        taker.row(Row::new(y, row));
    }
}

/// Row by row: a whole picture with alpha would be written to memory and read again.
fn hand_over_rgb(stored: &[u8], width: u32, taker: &mut dyn TakesRows) {
    let level = Level::new();
    let mut row = vec![Pixel::default(); width as usize];
    let (stored, _) = stored.as_chunks::<3>();
    for (y, stored) in (0..).zip(stored.chunks_exact(row.len().max(1))) {
        dispatch!(level, _simd => with_alpha(stored, &mut row));
        taker.row(Row::opaque(y, &row));
    }
}

#[inline(always)]
fn with_alpha(stored: &[[u8; 3]], row: &mut [Pixel]) {
    for (pixel, [r, g, b]) in row.iter_mut().zip(stored) {
        *pixel = [*r, *g, *b, u8::MAX];
    }
}

/// Pixels of another kind than RGB and RGBA of 8 bits, row by row for the same reason.
fn hand_over_other<const BYTES: usize>(
    stored: &[u8],
    width: u32,
    taker: &mut dyn TakesRows,
    pixel: impl Fn([u8; BYTES]) -> Pixel,
) {
    let mut row = vec![Pixel::default(); width as usize];
    let (stored, _) = stored.as_chunks::<BYTES>();
    for (y, stored) in (0..).zip(stored.chunks_exact(row.len().max(1))) {
        row.iter_mut().zip(stored).for_each(|(to, from)| *to = pixel(*from));
        taker.row(Row::new(y, &row));
    }
}

/// Eight bits of sixteen, the nearest.
fn eight([one, other]: [u8; 2]) -> u8 {
    let sixteen = u32::from(u16::from_ne_bytes([one, other]));
    u8::try_from((sixteen + 128) / 257).unwrap_or(u8::MAX)
}
