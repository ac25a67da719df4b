//! Decoded pixels, and the boxes they fit into.

use std::fmt;

/// Longest side of a picture that is made, in pixels.
pub const SIDE: u32 = 4096;

/// A place to fit a picture into, in pixels; neither side is zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PixelBox {
    /// In physical pixels.
    pub width: u32,
    /// In physical pixels.
    pub height: u32,
}

impl PixelBox {
    /// The box that a vector file is drawn in to be measured: what is found does not depend on where it
    /// is shown.
    pub const LOOK: Self = Self { width: 512, height: 512 };

    /// The largest size of a picture's shape that fits: each side at least 1 and at most
    /// [`SIDE`]. For what is no size, the box itself.
    pub fn fit(self, width: f32, height: f32) -> (u32, u32) {
        let (most_x, most_y) = (self.width.clamp(1, SIDE), self.height.clamp(1, SIDE));
        if !(width.is_finite() && height.is_finite() && width > 0.0 && height > 0.0) {
            return (most_x, most_y);
        }
        let scale = (most_x as f32 / width).min(most_y as f32 / height);
        let side = |side: f32, most: u32| ((side * scale).round() as u32).clamp(1, most);
        (side(width, most_x), side(height, most_y))
    }
}

/// Decoded pixels: RGBA, 8 bits each, premultiplied, row by row from the top.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// `width * height * 4` bytes.
    pub rgba: Vec<u8>,
}

impl Picture {
    /// The same pixels, not premultiplied; `None` where they are not as many as its size says.
    pub fn into_straight(self) -> Option<image::RgbaImage> {
        let mut straight = self.rgba;
        for pixel in straight.chunks_exact_mut(4) {
            let alpha = u32::from(pixel[3]);
            for channel in &mut pixel[..3] {
                // Of a channel over its alpha, as of no alpha, there is nothing to undo.
                let undone = (u32::from(*channel) * 255 + alpha / 2).checked_div(alpha);
                *channel = undone.map_or(0, |value| value.min(255) as u8);
            }
        }
        image::RgbaImage::from_raw(self.width, self.height, straight)
    }
}

impl fmt::Debug for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Picture({}x{})", self.width, self.height)
    }
}
