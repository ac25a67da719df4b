use std::io::Cursor;

use fast_image_resize::images::Image;
use fast_image_resize::{FilterType, MulDiv, PixelType, ResizeAlg, ResizeError, ResizeOptions};
use image::{
    ColorType, DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, Limits, RgbaImage,
};

use super::bench::Bench;
use super::error::LoadError;
use super::limits;
use super::picture::{Picture, PixelBox};
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

/// Decodes a raster (of an animation, the first frame), as it is stored: turning by EXIF is left to
/// who reads [`RasterFacts`](super::RasterFacts). Size and memory are checked from the header,
/// before anything is allocated. A cut PNG is refused: its decoder gives back nothing of it.
///
/// The image takes the bench's buffer with it; [`scale_on`] gives it back.
pub(super) fn decode_on(
    bench: &mut Bench,
    kind: MediaKind,
    bytes: &[u8],
) -> Result<RgbaImage, LoadError> {
    let (width, height) = dimensions(kind, bytes)?;
    let pixels = u64::from(width) * u64::from(height);
    if pixels == 0 {
        return Err(LoadError::Undecodable { reason: "it has no pixels".to_owned() });
    }
    if width > limits::SIDE || height > limits::SIDE || pixels > limits::PIXELS {
        return Err(LoadError::TooManyPixels { width, height });
    }
    let format = format(kind).ok_or(LoadError::Unsupported { found: kind })?;
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut allowed = Limits::default();
    allowed.max_image_width = Some(limits::SIDE);
    allowed.max_image_height = Some(limits::SIDE);
    // Sixteen bits a channel take twice the memory on the way.
    allowed.max_alloc = Some(2 * limits::DECODE_BYTES);
    reader.limits(allowed);
    let decoder = reader.into_decoder().map_err(|error| undecodable(&error))?;
    let size = usize::try_from(pixels).unwrap_or(usize::MAX);
    let mut rgba = std::mem::take(&mut bench.rgba);
    match decoder.color_type() {
        ColorType::Rgba8 => {
            rgba.resize(4 * size, 0);
            decoder.read_image(&mut rgba).map_err(|error| undecodable(&error))?;
        }
        ColorType::Rgb8 => {
            bench.stored.resize(3 * size, 0);
            decoder.read_image(&mut bench.stored).map_err(|error| undecodable(&error))?;
            rgba.resize(4 * size, 0);
            let (stored, _) = bench.stored.as_chunks::<3>();
            let (pixels, _) = rgba.as_chunks_mut::<4>();
            for (pixel, [r, g, b]) in pixels.iter_mut().zip(stored) {
                *pixel = [*r, *g, *b, u8::MAX];
            }
        }
        _ => {
            let image = DynamicImage::from_decoder(decoder).map_err(|error| undecodable(&error))?;
            return Ok(image.into_rgba8());
        }
    }
    let too_short = || LoadError::Undecodable { reason: "it lacks pixels".to_owned() };
    RgbaImage::from_raw(width, height, rgba).ok_or_else(too_short)
}

fn undecodable(error: &image::ImageError) -> LoadError {
    LoadError::Undecodable { reason: error.to_string() }
}

/// [`scale_on`] a bench of its own.
pub(super) fn scale(image: RgbaImage, fit: PixelBox) -> Result<Picture, LoadError> {
    scale_on(&mut Bench::default(), image, fit)
}

/// A picture within a box: premultiplied before it is resized, so that transparent pixels lend
/// their colour to no edge. Never enlarged.
pub(super) fn scale_on(
    bench: &mut Bench,
    image: RgbaImage,
    fit: PixelBox,
) -> Result<Picture, LoadError> {
    let (width, height) = image.dimensions();
    let (to_width, to_height) = fit.fit(width as f32, height as f32);
    bench.rgba = image.into_raw();
    let failed = |reason: String| LoadError::Undecodable { reason };
    let mut premultiplied = Image::from_slice_u8(width, height, &mut bench.rgba, PixelType::U8x4)
        .map_err(|error| failed(error.to_string()))?;
    MulDiv::new()
        .multiply_alpha_inplace(&mut premultiplied)
        .map_err(|error| failed(error.to_string()))?;
    if to_width >= width && to_height >= height {
        return Ok(Picture { width, height, rgba: premultiplied.buffer().to_vec() });
    }
    let mut target = Image::new(to_width, to_height, PixelType::U8x4);
    let filter = ResizeAlg::Convolution(FilterType::CatmullRom);
    let options = ResizeOptions::new().resize_alg(filter).use_alpha(false);
    bench
        .resizer
        .resize(&premultiplied, &mut target, &options)
        .map_err(|error: ResizeError| failed(error.to_string()))?;
    let mut rgba = target.into_vec();
    // The filter overshoots: a colour must not exceed its alpha.
    for pixel in rgba.chunks_exact_mut(4) {
        let alpha = pixel[3];
        for channel in &mut pixel[..3] {
            *channel = (*channel).min(alpha);
        }
    }
    Ok(Picture { width: to_width, height: to_height, rgba })
}
