//! Small pictures as files of their own.

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, MulDiv, PixelType, ResizeAlg, ResizeOptions, Resizer};
use image::codecs::png::{self, CompressionType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder as _};

use crate::picture::{Picture, PixelBox};

/// A small picture as a PNG file.
pub struct SmallPng {
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// The file.
    pub bytes: Vec<u8>,
}

/// A picture within a box, never enlarged; `None` where it cannot be encoded.
pub fn to_small_png(picture: &Picture, fit: PixelBox) -> Option<SmallPng> {
    let (width, height) = if picture.width <= fit.width && picture.height <= fit.height {
        (picture.width, picture.height)
    } else {
        fit.fit(picture.width as f32, picture.height as f32)
    };
    let source =
        ImageRef::new(picture.width, picture.height, &picture.rgba, PixelType::U8x4).ok()?;
    let mut small = Image::new(width, height, PixelType::U8x4);
    // The mean of what falls into a pixel, premultiplied as it is.
    let filter = ResizeAlg::Convolution(FilterType::Box);
    let options = ResizeOptions::new().resize_alg(filter).use_alpha(false);
    Resizer::new().resize(&source, &mut small, &options).ok()?;
    // PNG does not premultiply.
    MulDiv::new().divide_alpha_inplace(&mut small).ok()?;
    let mut bytes = Vec::new();
    let quality = CompressionType::Default;
    let encoder = PngEncoder::new_with_quality(&mut bytes, quality, png::FilterType::Adaptive);
    encoder.write_image(small.buffer(), width, height, ExtendedColorType::Rgba8).ok()?;
    Some(SmallPng { width, height, bytes })
}
