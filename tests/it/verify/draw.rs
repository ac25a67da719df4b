//! Pictures for the corpus.
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder as _};

/// Size of art where the size does not matter, of the shape of a card.
pub(super) const ART: (u32, u32) = (160, 101);
/// The same of a logo.
pub(super) const LOGO: (u32, u32) = (137, 28);

/// A PNG with alpha.
pub(super) fn clear((width, height): (u32, u32), pixel: impl Fn(u32, u32) -> [u8; 4]) -> Vec<u8> {
    let pixels = pixels((width, height), pixel);
    png(&pixels, (width, height), ExtendedColorType::Rgba8)
}

/// A PNG without alpha.
pub(super) fn opaque((width, height): (u32, u32), pixel: impl Fn(u32, u32) -> [u8; 3]) -> Vec<u8> {
    let pixels = pixels((width, height), pixel);
    png(&pixels, (width, height), ExtendedColorType::Rgb8)
}

pub(super) fn jpeg(
    (width, height): (u32, u32),
    quality: u8,
    pixel: impl Fn(u32, u32) -> [u8; 3],
) -> Vec<u8> {
    let mut out = Vec::new();
    let pixels = pixels((width, height), pixel);
    JpegEncoder::new_with_quality(&mut out, quality)
        .write_image(&pixels, width, height, ExtendedColorType::Rgb8)
        .unwrap();
    out
}

fn pixels<const N: usize>(
    (width, height): (u32, u32),
    pixel: impl Fn(u32, u32) -> [u8; N],
) -> Vec<u8> {
    (0..height)
        .flat_map(|y| (0..width).map(move |x| (x, y)))
        .flat_map(|(x, y)| pixel(x, y))
        .collect()
}

fn png(pixels: &[u8], (width, height): (u32, u32), colour: ExtendedColorType) -> Vec<u8> {
    let mut out = Vec::new();
    PngEncoder::new_with_quality(&mut out, CompressionType::Fast, FilterType::Sub)
        .write_image(pixels, width, height, colour)
        .unwrap();
    out
}

/// Dark blue that lightens to the right and downwards: art without a fault.
pub(super) fn blue(x: u32, y: u32) -> [u8; 3] {
    [(20 + x / 8 % 40) as u8, (40 + y / 8 % 40) as u8, 120]
}

pub(super) fn art(size: (u32, u32)) -> Vec<u8> {
    opaque(size, blue)
}

/// Art that is drawn anew wherever `cover` has something else.
pub(super) fn covered(cover: impl Fn(u32, u32) -> Option<[u8; 4]>) -> Vec<u8> {
    clear(ART, |x, y| {
        let [r, g, b] = blue(x, y);
        cover(x, y).unwrap_or([r, g, b, 255])
    })
}

/// Which corner's rounding a place lies outside of, from 0 (top left) to 3 (bottom right).
pub(super) fn outside(
    (width, height): (u32, u32),
    radius: u32,
    (x, y): (u32, u32),
) -> Option<usize> {
    let inset = |at: u32, size: u32| radius.saturating_sub(at.min(size - 1 - at));
    let is_outside = inset(x, width).pow(2) + inset(y, height).pow(2) > radius.pow(2);
    let corner = usize::from(x >= width / 2) + 2 * usize::from(y >= height / 2);
    is_outside.then_some(corner)
}

/// A mark of one colour on a transparent ground: a bar through the middle.
pub(super) fn mark(size: (u32, u32), colour: [u8; 3]) -> Vec<u8> {
    let [r, g, b] = colour;
    let (from_x, from_y) = (size.0 / 8, size.1 / 4);
    clear(size, |x, y| {
        let inside =
            (from_x..size.0 - from_x).contains(&x) && (from_y..size.1 - from_y).contains(&y);
        if inside { [r, g, b, 255] } else { [0; 4] }
    })
}

/// Noise that is the same each time.
pub(super) fn noise(x: u32, y: u32) -> u32 {
    let mut n = x.wrapping_mul(0x9e37_79b9) ^ y.wrapping_mul(0x85eb_ca6b);
    n ^= n >> 15;
    n = n.wrapping_mul(0x2c1b_3c6d);
    (n ^ (n >> 12)) & 0xff
}
