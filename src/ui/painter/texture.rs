//! Textures that the processor samples.

use egui::epaint::{ImageData, ImageDelta};
use egui::{Color32, TextureFilter, TextureWrapMode};

/// Premultiplied colour in gamma space, components from 0 to 255.
pub(super) type Rgba = [f32; 4];

/// Texels beyond any texture.
const FAR: f32 = 1e9;

/// A picture that meshes are filled with.
pub(super) struct Texture {
    width: usize,
    height: usize,
    pixels: Vec<Color32>,
    nearest: bool,
    wrap: TextureWrapMode,
}

impl Texture {
    pub(super) fn new(delta: &ImageDelta) -> Self {
        let ImageData::Color(image) = &delta.image;
        let [width, height] = image.size;
        Self {
            width,
            height,
            pixels: image.pixels.clone(),
            nearest: delta.options.magnification == TextureFilter::Nearest,
            wrap: delta.options.wrap_mode,
        }
    }

    /// Replaces a part, the upper left corner of which is at `at`.
    pub(super) fn update(&mut self, [left, top]: [usize; 2], delta: &ImageDelta) {
        let ImageData::Color(image) = &delta.image;
        let [width, _] = image.size;
        for (row, pixels) in image.pixels.chunks_exact(width.max(1)).enumerate() {
            let start = (top + row) * self.width + left;
            if left + width <= self.width
                && let Some(target) = self.pixels.get_mut(start..start + width)
            {
                target.copy_from_slice(pixels);
            }
        }
    }

    /// The colour at texture coordinates.
    pub(super) fn sample(&self, u: f32, v: f32) -> Rgba {
        // Coordinates may lie anywhere; far outside only the direction counts.
        let place = |part: f32, size: usize| (part * size as f32).clamp(-FAR, FAR);
        let (x, y) = (place(u, self.width), place(v, self.height));
        if self.nearest {
            return self.texel(x.floor() as i64, y.floor() as i64);
        }
        let (x, y) = (x - 0.5, y - 0.5);
        let (left, top) = (x.floor(), y.floor());
        let (right_share, lower_share) = (x - left, y - top);
        let (left, top) = (left as i64, top as i64);
        // Most samples of text and of pictures at their own size fall on one texel.
        if right_share < 1.0 / 512.0 && lower_share < 1.0 / 512.0 {
            return self.texel(left, top);
        }
        let (right, bottom) = (left + 1, top + 1);
        let upper = mix(self.texel(left, top), self.texel(right, top), right_share);
        let lower = mix(self.texel(left, bottom), self.texel(right, bottom), right_share);
        mix(upper, lower, lower_share)
    }

    fn texel(&self, x: i64, y: i64) -> Rgba {
        let (x, y) = (self.wrapped(x, self.width), self.wrapped(y, self.height));
        let pixel = self.pixels.get(y * self.width + x).copied();
        pixel.unwrap_or(Color32::TRANSPARENT).to_array().map(f32::from)
    }

    fn wrapped(&self, place: i64, size: usize) -> usize {
        let size = (size as i64).max(1);
        let wrapped = match self.wrap {
            TextureWrapMode::ClampToEdge => place.clamp(0, size - 1),
            TextureWrapMode::Repeat => place.rem_euclid(size),
            TextureWrapMode::MirroredRepeat => {
                let place = place.rem_euclid(2 * size);
                if place < size { place } else { 2 * size - 1 - place }
            }
        };
        wrapped as usize
    }
}

fn mix(a: Rgba, b: Rgba, share: f32) -> Rgba {
    std::array::from_fn(|i| a[i] + (b[i] - a[i]) * share)
}
