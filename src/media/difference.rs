//! How two pictures differ.

use carddesk_pixels::{PixelBox, PixelDifference, compare};
use image::RgbaImage;

use super::error::LoadError;
use super::raster;

/// What a comparison of two files found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Difference {
    /// The files are the same, byte for byte.
    SameBytes,
    /// Other bytes, and the same pixels.
    SamePixels,
    /// The pixels differ; where, and how much.
    Pixels(PixelDifference),
    /// Their proportions differ: pixels cannot be laid on one another.
    OtherShape,
    /// Other bytes, and one of them at least is no picture.
    NoPictures,
}

/// Difference of two ratios that is a rounding of sizes.
const SAME_SHAPE: f32 = 0.01;

pub(super) fn difference(one: &RgbaImage, other: &RgbaImage) -> Result<Difference, LoadError> {
    let ratio = |image: &RgbaImage| image.width() as f32 / image.height().max(1) as f32;
    if (ratio(one) / ratio(other) - 1.0).abs() > SAME_SHAPE {
        return Ok(Difference::OtherShape);
    }
    let fit = PixelBox {
        width: one.width().min(other.width()),
        height: one.height().min(other.height()),
    };
    let scaled = one.dimensions() != other.dimensions();
    let (one, other) = (raster::scale(one, fit)?, raster::scale(other, fit)?);
    let found = compare(&one, &other, scaled);
    let same = found.most == 0 && !scaled;
    Ok(if same { Difference::SamePixels } else { Difference::Pixels(found) })
}
