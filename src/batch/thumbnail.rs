//! Small pictures for reports and for the window.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{MulDiv, PixelType, ResizeAlg, ResizeOptions, Resizer};
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder as _};

use crate::media::{Picture, PixelBox, small_png};

use super::record::Thumbnail;

/// `None` where it cannot be encoded.
pub(super) fn thumbnail(picture: &Picture) -> Option<Thumbnail> {
    let fit = Thumbnail::FIT;
    let (width, height) = if picture.width <= fit.width && picture.height <= fit.height {
        (picture.width, picture.height)
    } else {
        fit.fit(picture.width as f32, picture.height as f32)
    };
    let source =
        ImageRef::new(picture.width, picture.height, &picture.rgba, PixelType::U8x4).ok()?;
    let mut small = Image::new(width, height, PixelType::U8x4);
    // The mean of what falls into a pixel, premultiplied as it is.
    let filter = ResizeAlg::Convolution(fast_image_resize::FilterType::Box);
    let options = ResizeOptions::new().resize_alg(filter).use_alpha(false);
    Resizer::new().resize(&source, &mut small, &options).ok()?;
    // PNG does not premultiply.
    MulDiv::new().divide_alpha_inplace(&mut small).ok()?;
    let mut png = Vec::new();
    let encoder =
        PngEncoder::new_with_quality(&mut png, CompressionType::Default, FilterType::Adaptive);
    encoder.write_image(small.buffer(), width, height, ExtendedColorType::Rgba8).ok()?;
    Some(Thumbnail { width, height, png: BASE64.encode(&png) })
}

impl Thumbnail {
    /// Pixels that one takes at most.
    pub const FIT: PixelBox = PixelBox { width: 160, height: 120 };

    /// The pixels, premultiplied; `None` where a file that was changed holds no thumbnail.
    pub fn picture(&self) -> Option<Picture> {
        let png = BASE64.decode(&self.png).ok()?;
        small_png(&png, Self::FIT).ok()
    }
}
