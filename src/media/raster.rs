//! Any raster, row by row; and what is made of its rows.

use fearless_simd::{Level, dispatch};
use image::{ColorType, ImageDecoder as _, RgbaImage};

use super::buffers::{Buffers, PooledBuffers};
use super::decoder;
use super::error::LoadError;
use super::limits;
use super::picture::{Picture, PixelBox};
use super::png;
use super::reduce::Reduced;
use super::renderer::Renderer;
use super::rows::{Pixel, Row, TakesRows};
use super::sniff::MediaKind;

/// What decoding takes.
pub(super) struct DecodeContext<'a> {
    pub(super) buffers: PooledBuffers<'a>,
    /// Where some formats are decoded.
    pub(super) renderer: &'a Renderer,
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
    context: &mut DecodeContext<'_>,
    kind: MediaKind,
    bytes: &[u8],
    taker: &mut impl TakesRows,
) -> Result<bool, LoadError> {
    if kind == MediaKind::Png
        && let Some(usual) = png::Usual::of(bytes)
        && usual.read(&mut context.buffers, taker)
    {
        return Ok(true);
    }
    if decoder::needs_process(kind) {
        let size = decoder::dimensions(kind, bytes)?;
        let picture = decoder::in_process(context.renderer, bytes, size)?;
        hand_over_rgba(&picture.rgba, picture.width, taker);
    } else {
        decode(&mut context.buffers, kind, bytes, taker)?;
    }
    Ok(false)
}

/// The rows of a picture that is decoded already.
pub(super) fn hand_over(image: &RgbaImage, taker: &mut impl TakesRows) {
    hand_over_rgba(image.as_raw(), image.width(), taker);
}

fn hand_over_rgba(stored: &[u8], width: u32, taker: &mut impl TakesRows) {
    let (pixels, _) = stored.as_chunks();
    for (y, row) in (0..).zip(pixels.chunks_exact(width.max(1) as usize)) {
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

/// Pixels of another kind than RGB and RGBA of 8 bits, row by row for the same reason.
fn hand_over_other<const BYTES: usize>(
    stored: &[u8],
    width: u32,
    taker: &mut impl TakesRows,
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

/// Decodes a raster into an image of its own; its size is checked.
pub(super) fn decode_whole(
    mut context: DecodeContext<'_>,
    kind: MediaKind,
    bytes: &[u8],
) -> Result<RgbaImage, LoadError> {
    let (width, height) = decoder::dimensions(kind, bytes)?;
    check_size((width, height))?;
    let mut rgba = Vec::with_capacity(4 * width as usize * height as usize);
    read(&mut context, kind, bytes, &mut rgba)?;
    RgbaImage::from_raw(width, height, rgba).ok_or_else(decoder::too_short)
}

/// A picture of a raster within a box.
pub(super) fn draw(
    mut context: DecodeContext<'_>,
    kind: MediaKind,
    bytes: &[u8],
    fit: PixelBox,
) -> Result<Picture, LoadError> {
    let size = decoder::dimensions(kind, bytes)?;
    check_size(size)?;
    let mut reduced = Reduced::new(&mut context.buffers, size, fit);
    read(&mut context, kind, bytes, &mut reduced)?;
    reduced.finish(&mut context.buffers)
}

/// The picture of a small PNG that this program wrote and anybody may have changed since.
///
/// # Errors
/// It is no PNG, larger than the box, or damaged.
pub fn small_png(bytes: &[u8], largest: PixelBox) -> Result<Picture, LoadError> {
    let (width, height) = decoder::dimensions(MediaKind::Png, bytes)?;
    check_size((width, height))?;
    if width > largest.width || height > largest.height {
        return Err(LoadError::TooManyPixels { width, height });
    }
    let mut buffers = Buffers::default();
    let mut reduced = Reduced::new(&mut buffers, (width, height), largest);
    decode(&mut buffers, MediaKind::Png, bytes, &mut reduced)?;
    reduced.finish(&mut buffers)
}

/// Decodes in this process. A cut PNG is refused: its decoder gives back nothing of it.
fn decode(
    buffers: &mut Buffers,
    kind: MediaKind,
    bytes: &[u8],
    taker: &mut impl TakesRows,
) -> Result<(), LoadError> {
    let decoder = decoder::decoder(kind, bytes)?;
    let (width, height) = decoder.dimensions();
    let colour = decoder.color_type();
    let pixels = width as usize * height as usize;
    let stored = &mut buffers.stored;
    stored.resize(usize::from(colour.bytes_per_pixel()) * pixels, 0);
    decoder.read_image(stored).map_err(|error| decoder::undecodable(&error))?;
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
        other => return Err(LoadError::Undecodable { reason: format!("pixels of {other:?}") }),
    }
    Ok(())
}

/// An image within a box.
pub(super) fn scale(image: &RgbaImage, fit: PixelBox) -> Result<Picture, LoadError> {
    let mut buffers = Buffers::default();
    let mut reduced = Reduced::new(&mut buffers, image.dimensions(), fit);
    hand_over(image, &mut reduced);
    reduced.finish(&mut buffers)
}
