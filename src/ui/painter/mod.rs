//! Draws egui's triangles on the CPU: for pictures without a display, and for tests.
//!
//! Blends as egui's own painters do: in gamma space, with premultiplied alpha. The same input gives
//! the same bytes everywhere: coordinates are fixed-point, so neighbouring triangles share no pixel
//! and leave no gap.

mod mesh;
mod texture;

use std::collections::HashMap;

use egui::epaint::{ClippedPrimitive, Primitive};
use egui::{Color32, Rect, TextureId, TexturesDelta};

use mesh::{Canvas, ClipBox};
use texture::Texture;

/// A picture of opaque pixels.
#[derive(Clone, PartialEq, Eq)]
pub struct Drawing {
    /// Pixels.
    pub width: usize,
    /// Pixels.
    pub height: usize,
    /// Row by row from the top.
    pub pixels: Vec<Color32>,
}

impl std::fmt::Debug for Drawing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Drawing({}x{})", self.width, self.height)
    }
}

impl Drawing {
    /// As PNG.
    ///
    /// # Errors
    /// Those of the encoder: a side of zero.
    pub fn to_png(&self) -> Result<Vec<u8>, image::ImageError> {
        let rgba: Vec<u8> = self.pixels.iter().flat_map(Color32::to_array).collect();
        let mut png = Vec::new();
        let encoder = image::codecs::png::PngEncoder::new(&mut png);
        let (width, height) = (self.width as u32, self.height as u32);
        let colour = image::ExtendedColorType::Rgba8;
        image::ImageEncoder::write_image(encoder, &rgba, width, height, colour)?;
        Ok(png)
    }

    /// The pixel at a place; transparent outside.
    pub fn at(&self, x: usize, y: usize) -> Color32 {
        let inside = x < self.width && y < self.height;
        let pixel = inside.then(|| self.pixels.get(y * self.width + x)).flatten();
        pixel.copied().unwrap_or(Color32::TRANSPARENT)
    }
}

/// Keeps textures between frames, and draws.
#[derive(Default)]
pub struct Painter {
    textures: HashMap<TextureId, Texture>,
    /// Given up in the frame that is to be painted, which may still show them.
    leaving: Vec<TextureId>,
}

impl Painter {
    /// Takes what changed in the textures, and leaves nothing of it behind.
    pub fn update_textures(&mut self, delta: &mut TexturesDelta) {
        for id in self.leaving.drain(..) {
            self.textures.remove(&id);
        }
        for (id, images) in delta.set.drain() {
            for image in images {
                match image.pos {
                    None => {
                        self.textures.insert(id, Texture::new(&image));
                    }
                    Some(at) => {
                        if let Some(texture) = self.textures.get_mut(&id) {
                            texture.update(at, &image);
                        }
                    }
                }
            }
        }
        self.leaving.extend(delta.free.drain());
    }

    /// Draws a frame of `width` x `height` pixels on an opaque ground.
    pub fn paint(
        &self,
        primitives: &[ClippedPrimitive],
        pixels_per_point: f32,
        (width, height): (usize, usize),
        ground: Color32,
    ) -> Drawing {
        let mut canvas = Canvas::new(width, height, ground);
        for primitive in primitives {
            let Primitive::Mesh(mesh) = &primitive.primitive else { continue };
            let Some(texture) = self.textures.get(&mesh.texture_id) else { continue };
            let clip = clip_box(primitive.clip_rect, pixels_per_point, width, height);
            canvas.mesh(mesh, texture, clip, pixels_per_point);
        }
        canvas.into_drawing()
    }
}

/// Whole pixels, rounded as egui's painters round their scissor boxes.
fn clip_box(rect: Rect, pixels_per_point: f32, width: usize, height: usize) -> ClipBox {
    let pixel =
        |point: f32, most: usize| (point * pixels_per_point).round().clamp(0.0, most as f32) as i64;
    ClipBox {
        left: pixel(rect.min.x, width),
        top: pixel(rect.min.y, height),
        right: pixel(rect.max.x, width),
        bottom: pixel(rect.max.y, height),
    }
}
