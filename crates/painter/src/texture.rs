//! Textures that the processor samples.

use egui::epaint::{ImageData, ImageDelta};
use egui::{Color32, TextureFilter, TextureWrapMode};

use super::area::Area;
use super::pixel::{Argb, argb, mixed, parts};

/// Texels beyond any texture.
const FAR: f32 = 1e9;

/// A picture that meshes are filled with.
pub(super) struct Texture {
    pub(super) width: usize,
    pub(super) height: usize,
    texels: Texels,
    nearest: bool,
    wrap: TextureWrapMode,
    /// Another number for each picture that took the place of another.
    pub(super) version: u64,
    /// What was replaced since it was asked last, in texels.
    changed: Option<Area>,
}

/// Rows of texels.
pub(super) enum Texels {
    /// White of so much strength: what letters are made of, in a quarter of the room.
    Coverage(Vec<u8>),
    Colour(Vec<Argb>),
}

/// A part of a row.
pub(super) enum Row<'a> {
    Coverage(&'a [u8]),
    Colour(&'a [Argb]),
}

impl Texture {
    pub(super) fn new(delta: &ImageDelta, version: u64) -> Self {
        let ImageData::Color(image) = &delta.image;
        let [width, height] = image.size;
        let texels = if image.pixels.iter().all(is_coverage) {
            Texels::Coverage(image.pixels.iter().map(Color32::a).collect())
        } else {
            Texels::Colour(image.pixels.iter().copied().map(argb).collect())
        };
        let nearest = delta.options.magnification == TextureFilter::Nearest;
        let wrap = delta.options.wrap_mode;
        Self { width, height, texels, nearest, wrap, version, changed: None }
    }

    /// Replaces a part, the upper left corner of which is at `at`.
    pub(super) fn update(&mut self, [left, top]: [usize; 2], delta: &ImageDelta) {
        let ImageData::Color(image) = &delta.image;
        let [width, height] = image.size;
        if left + width > self.width {
            return;
        }
        if let Texels::Coverage(texels) = &self.texels
            && !image.pixels.iter().all(is_coverage)
        {
            let colours = texels.iter().map(|part| u32::from_be_bytes([*part; 4])).collect();
            self.texels = Texels::Colour(colours);
        }
        for (row, pixels) in image.pixels.chunks_exact(width.max(1)).enumerate() {
            let start = (top + row) * self.width + left;
            let place = start..start + width;
            match &mut self.texels {
                Texels::Coverage(texels) => {
                    let texels = texels.get_mut(place).into_iter().flatten();
                    texels.zip(pixels).for_each(|(texel, pixel)| *texel = pixel.a());
                }
                Texels::Colour(texels) => {
                    let texels = texels.get_mut(place).into_iter().flatten();
                    texels.zip(pixels).for_each(|(texel, pixel)| *texel = argb(*pixel));
                }
            }
        }
        let now = Area { left, top, right: left + width, bottom: top + height };
        self.changed = Some(self.changed.map_or(now, |before| before.with(now)));
    }

    /// What was replaced since this was called last, in texels.
    pub(super) fn take_changed(&mut self) -> Option<Area> {
        self.changed.take()
    }

    /// `width` texels from a place on; `None` where they do not all lie within.
    #[inline(always)]
    pub(super) fn row(&self, x: i64, y: i64, width: usize) -> Option<Row<'_>> {
        let (x, y) = (usize::try_from(x).ok()?, usize::try_from(y).ok()?);
        if x + width > self.width {
            return None;
        }
        let start = y * self.width + x;
        Some(match &self.texels {
            Texels::Coverage(texels) => Row::Coverage(texels.get(start..start + width)?),
            Texels::Colour(texels) => Row::Colour(texels.get(start..start + width)?),
        })
    }

    /// The colour at texture coordinates: alpha, red, green, blue from 0 to 255.
    pub(super) fn sample(&self, u: f32, v: f32) -> [f32; 4] {
        // Coordinates may lie anywhere; far outside only the direction counts.
        let place = |part: f32, size: usize| (part * size as f32).clamp(-FAR, FAR);
        let (x, y) = (place(u, self.width), place(v, self.height));
        // What is of one colour has none but the first texel.
        if x <= 0.5 && y <= 0.5 && self.wrap == TextureWrapMode::ClampToEdge {
            return self.texel(0, 0);
        }
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
        let upper = mixed(self.texel(left, top), self.texel(right, top), right_share);
        let lower = mixed(self.texel(left, bottom), self.texel(right, bottom), right_share);
        mixed(upper, lower, lower_share)
    }

    fn texel(&self, x: i64, y: i64) -> [f32; 4] {
        let (x, y) = (self.wrapped(x, self.width), self.wrapped(y, self.height));
        let place = y * self.width + x;
        match &self.texels {
            Texels::Coverage(texels) => {
                [f32::from(texels.get(place).copied().unwrap_or_default()); 4]
            }
            Texels::Colour(texels) => parts(texels.get(place).copied().unwrap_or_default()),
        }
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

fn is_coverage(pixel: &Color32) -> bool {
    let [red, green, blue, alpha] = pixel.to_array();
    red == alpha && green == alpha && blue == alpha
}
