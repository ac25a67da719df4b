use std::io::Cursor;

use fearless_simd::{Level, dispatch};
use image::{
    ColorType, DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, Limits, RgbaImage,
};

use super::bench::Bench;
use super::error::LoadError;
use super::limits;
use super::picture::{Picture, PixelBox};
use super::png;
use super::reduce::Reduced;
use super::rows::{Pixel, Row, TakesRows};
use super::sniff::MediaKind;

fn format(kind: MediaKind) -> Option<ImageFormat> {
    match kind {
        MediaKind::Png => Some(ImageFormat::Png),
        MediaKind::Jpeg => Some(ImageFormat::Jpeg),
        MediaKind::WebP => Some(ImageFormat::WebP),
        MediaKind::Gif => Some(ImageFormat::Gif),
        MediaKind::Svg | MediaKind::Pdf | MediaKind::Html | MediaKind::Text | MediaKind::Other => {
            None
        }
    }
}

/// Width and height from the header; nothing is decoded or allocated for them.
pub(super) fn dimensions(kind: MediaKind, bytes: &[u8]) -> Result<(u32, u32), LoadError> {
    let format = format(kind).ok_or(LoadError::Unsupported { found: kind })?;
    let reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.into_dimensions().map_err(|error| undecodable(&error))
}

/// Whether a picture of this size is decoded at all.
///
/// # Errors
/// It has no pixels, or too many.
pub(super) fn check_size((width, height): (u32, u32)) -> Result<(), LoadError> {
    let pixels = u64::from(width) * u64::from(height);
    if pixels == 0 {
        return Err(LoadError::Undecodable { reason: "it has no pixels".to_owned() });
    }
    if width > limits::SIDE || height > limits::SIDE || pixels > limits::PIXELS {
        return Err(LoadError::TooManyPixels { width, height });
    }
    Ok(())
}

/// Decodes a raster (of an animation, the first frame), as it is stored: turning by EXIF is left to
/// who reads [`RasterFacts`](super::RasterFacts). Its size must have been checked. Rows are handed
/// over only of a file that could be read to its end. Whether every checksum of the pixels was
/// looked at on the way; where not, [`png::pixels_are_sound`] is still to be asked of a PNG.
pub(super) fn read(
    bench: &mut Bench,
    kind: MediaKind,
    bytes: &[u8],
    taker: &mut impl TakesRows,
) -> Result<bool, LoadError> {
    if kind == MediaKind::Png
        && let Some(usual) = png::Usual::of(bytes)
        && usual.read(bench, taker)
    {
        return Ok(true);
    }
    match decode_any(bench, kind, bytes)? {
        Decoded::Rgb { width } => hand_over_rgb(&bench.stored, width, taker),
        Decoded::Rgba(image) => {
            hand_over(&image, taker);
            bench.rgba = image.into_raw();
        }
    }
    Ok(false)
}

/// The rows of a picture that is decoded already.
pub(super) fn hand_over(image: &RgbaImage, taker: &mut impl TakesRows) {
    let (pixels, _) = image.as_raw().as_chunks();
    for (y, row) in (0..).zip(pixels.chunks_exact(image.width().max(1) as usize)) {
        taker.row(Row::new(y, row));
    }
}

/// Row by row: a whole picture with alpha would be written to memory and read again.
fn hand_over_rgb(stored: &[u8], width: u32, taker: &mut impl TakesRows) {
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

/// Decodes a raster into an image of its own; its size is checked.
pub(super) fn decode(
    bench: &mut Bench,
    kind: MediaKind,
    bytes: &[u8],
) -> Result<RgbaImage, LoadError> {
    let (width, height) = dimensions(kind, bytes)?;
    check_size((width, height))?;
    let mut rgba = Vec::with_capacity(4 * width as usize * height as usize);
    read(bench, kind, bytes, &mut rgba)?;
    RgbaImage::from_raw(width, height, rgba).ok_or_else(too_short)
}

/// A picture of a raster within a box.
pub(super) fn draw(
    bench: &mut Bench,
    kind: MediaKind,
    bytes: &[u8],
    fit: PixelBox,
) -> Result<Picture, LoadError> {
    let size = dimensions(kind, bytes)?;
    check_size(size)?;
    let mut reduced = Reduced::new(bench, size, fit);
    read(bench, kind, bytes, &mut reduced)?;
    reduced.finish(bench)
}

/// What a decoder gave.
enum Decoded {
    /// Three bytes a pixel, in the bench's `stored`.
    Rgb {
        width: u32,
    },
    Rgba(RgbaImage),
}

/// Memory is checked from the header, before anything is allocated. A cut PNG is refused: its
/// decoder gives back nothing of it. The image takes the bench's buffer with it.
fn decode_any(bench: &mut Bench, kind: MediaKind, bytes: &[u8]) -> Result<Decoded, LoadError> {
    let format = format(kind).ok_or(LoadError::Unsupported { found: kind })?;
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut allowed = Limits::default();
    allowed.max_image_width = Some(limits::SIDE);
    allowed.max_image_height = Some(limits::SIDE);
    // Sixteen bits a channel take twice the memory on the way.
    allowed.max_alloc = Some(2 * limits::DECODE_BYTES);
    reader.limits(allowed);
    let decoder = reader.into_decoder().map_err(|error| undecodable(&error))?;
    let (width, height) = decoder.dimensions();
    let size = width as usize * height as usize;
    match decoder.color_type() {
        ColorType::Rgba8 => {
            let mut rgba = std::mem::take(&mut bench.rgba);
            rgba.resize(4 * size, 0);
            decoder.read_image(&mut rgba).map_err(|error| undecodable(&error))?;
            RgbaImage::from_raw(width, height, rgba).map(Decoded::Rgba).ok_or_else(too_short)
        }
        ColorType::Rgb8 => {
            bench.stored.resize(3 * size, 0);
            decoder.read_image(&mut bench.stored).map_err(|error| undecodable(&error))?;
            Ok(Decoded::Rgb { width })
        }
        _ => {
            let image = DynamicImage::from_decoder(decoder).map_err(|error| undecodable(&error))?;
            Ok(Decoded::Rgba(image.into_rgba8()))
        }
    }
}

fn too_short() -> LoadError {
    LoadError::Undecodable { reason: "it lacks pixels".to_owned() }
}

fn undecodable(error: &image::ImageError) -> LoadError {
    LoadError::Undecodable { reason: error.to_string() }
}

/// An image within a box.
pub(super) fn scale(image: &RgbaImage, fit: PixelBox) -> Result<Picture, LoadError> {
    let mut bench = Bench::default();
    let mut reduced = Reduced::new(&mut bench, image.dimensions(), fit);
    hand_over(image, &mut reduced);
    reduced.finish(&mut bench)
}
