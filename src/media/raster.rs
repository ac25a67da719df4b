//! Any raster, row by row; and what is made of its rows.

use carddesk_pixels::{
    Buffers, Picture, PixelBox, PooledBuffers, Reduced, TakesRows, hand_over, hand_over_rgba,
    hand_over_stored, png,
};
use image::{ImageDecoder as _, RgbaImage};

use super::decoder;
use super::error::LoadError;
use super::limits;
use super::renderer::Renderer;
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
    taker: &mut dyn TakesRows,
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
    finished(reduced.finish(&mut context.buffers))
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
    finished(reduced.finish(&mut buffers))
}

/// Decodes in this process. A cut PNG is refused: its decoder gives back nothing of it.
fn decode(
    buffers: &mut Buffers,
    kind: MediaKind,
    bytes: &[u8],
    taker: &mut dyn TakesRows,
) -> Result<(), LoadError> {
    let decoder = decoder::decoder(kind, bytes)?;
    let (width, height) = decoder.dimensions();
    let colour = decoder.color_type();
    let pixels = width as usize * height as usize;
    let stored = &mut buffers.stored;
    stored.resize(usize::from(colour.bytes_per_pixel()) * pixels, 0);
    decoder.read_image(stored).map_err(|error| decoder::undecodable(&error))?;
    if hand_over_stored(stored, width, colour, taker) {
        return Ok(());
    }
    Err(LoadError::Undecodable { reason: format!("pixels of {colour:?}") })
}

/// An image within a box.
pub(super) fn scale(image: &RgbaImage, fit: PixelBox) -> Result<Picture, LoadError> {
    let mut buffers = Buffers::default();
    let mut reduced = Reduced::new(&mut buffers, image.dimensions(), fit);
    hand_over(image, &mut reduced);
    finished(reduced.finish(&mut buffers))
}

/// A picture that was made smaller.
pub(super) fn finished(picture: Result<Picture, String>) -> Result<Picture, LoadError> {
    picture.map_err(|reason| LoadError::Undecodable { reason })
}
