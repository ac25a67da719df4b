//! Draws egui's triangles on the CPU: the window where no graphics card does, pictures without a display,
//! and tests.
//!
//! Blends as egui's own painters do: in gamma space, with premultiplied alpha. The same input gives
//! the same bytes everywhere, whole or in pieces: coordinates are fixed-point, so neighbouring triangles
//! share no pixel and leave no gap, and a pixel's colour follows from its place alone.

mod area;
mod canvas;
mod changes;
mod drawing;
mod edge;
mod history;
mod part;
mod pixel;
mod shade;
mod texture;

use std::collections::HashMap;

use egui::epaint::{ClippedPrimitive, Primitive};
use egui::{Color32, Rect, TextureId, TexturesDelta};
use fearless_simd::Level;

pub use area::Area;
pub use changes::Changes;
pub use drawing::Drawing;
pub use history::History;

use canvas::Canvas;
use texture::Texture;

/// From so many pixels on, a second thread draws half of them.
const WORTH_A_THREAD: usize = 200_000;

/// A frame that is to be drawn.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// What egui tessellated, from the lowest to the highest.
    pub primitives: &'a [ClippedPrimitive],
    /// Scale of the screen times the zoom.
    pub pixels_per_point: f32,
    /// Of the canvas, in pixels.
    pub size: (usize, usize),
    /// What all is drawn on; opaque.
    pub ground: Color32,
}

impl Scene<'_> {
    /// Whole pixels, rounded as egui's painters round their scissor boxes.
    fn clip(&self, rect: Rect) -> Area {
        let pixel = |point: f32, most: usize| {
            (point * self.pixels_per_point).round().clamp(0.0, most as f32) as usize
        };
        let (width, height) = self.size;
        Area {
            left: pixel(rect.min.x, width),
            top: pixel(rect.min.y, height),
            right: pixel(rect.max.x, width),
            bottom: pixel(rect.max.y, height),
        }
    }
}

/// Keeps textures between frames, and draws.
pub struct Painter {
    textures: HashMap<TextureId, Texture>,
    /// Given up in the frame that is to be painted, which may still show them.
    leaving: Vec<TextureId>,
    /// Counts changes of textures.
    version: u64,
    level: Level,
}

impl Default for Painter {
    fn default() -> Self {
        let (textures, leaving) = (HashMap::new(), Vec::new());
        Self { textures, leaving, version: 0, level: Level::new() }
    }
}

impl Painter {
    /// Takes what changed in the textures, and leaves nothing of it behind.
    pub fn update_textures(&mut self, delta: &mut TexturesDelta) {
        self.version += 1;
        for id in self.leaving.drain(..) {
            self.textures.remove(&id);
        }
        for (id, images) in delta.set.drain() {
            for image in images {
                match image.pos {
                    None => {
                        self.textures.insert(id, Texture::new(&image, self.version));
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
        size: (usize, usize),
        ground: Color32,
    ) -> Drawing {
        let mut pixels = vec![0; size.0 * size.1];
        let scene = Scene { primitives, pixels_per_point, size, ground };
        self.paint_areas(&scene, &[Area::whole(size)], &mut pixels);
        let pixels = pixels.into_iter().map(pixel::opaque).collect();
        Drawing { width: size.0, height: size.1, pixels }
    }

    /// Draws areas of a frame, and leaves what lies beside them: pixels of 8 bits of nothing, red, green
    /// and blue, from the highest, row by row. The areas have no pixel in common: what is translucent would
    /// be laid on it twice.
    pub fn paint_areas(&self, scene: &Scene<'_>, areas: &[Area], pixels: &mut [u32]) {
        let (width, height) = scene.size;
        if width == 0 || pixels.len() < width * height {
            return;
        }
        let areas: &[Area] = &cut(areas, Area::whole(scene.size));
        let Some(bounds) = areas.iter().copied().reduce(Area::with) else { return };
        let canvas =
            |pixels, top| Canvas { pixels, width, top, level: self.level, spans: Vec::new() };
        if count(areas) < WORTH_A_THREAD {
            return self.paint_on(&mut canvas(pixels, 0), scene, areas);
        }
        let middle = half(areas, count(areas) / 2, bounds).clamp(0, height);
        let (upper, lower) = pixels.split_at_mut(middle * width);
        let above = cut(areas, Area { bottom: middle, ..bounds });
        let below = cut(areas, Area { top: middle, ..bounds });
        std::thread::scope(|scope| {
            scope.spawn(|| self.paint_on(&mut canvas(lower, middle), scene, &below));
            self.paint_on(&mut canvas(upper, 0), scene, &above);
        });
    }

    fn paint_on(&self, canvas: &mut Canvas<'_>, scene: &Scene<'_>, areas: &[Area]) {
        let Some(bounds) = areas.iter().copied().reduce(Area::with) else { return };
        let ground = pixel::argb(scene.ground) & 0x00ff_ffff;
        for area in areas {
            canvas.clear(*area, ground);
        }
        let scale = scene.pixels_per_point;
        for primitive in scene.primitives {
            let Primitive::Mesh(mesh) = &primitive.primitive else { continue };
            let Some(texture) = self.textures.get(&mesh.texture_id) else { continue };
            let clip = scene.clip(primitive.clip_rect).within(bounds);
            if clip.is_empty() {
                continue;
            }
            for part in part::parts(mesh) {
                let touched = part.touches(scale, clip);
                if touched.is_empty() {
                    continue;
                }
                for area in areas {
                    let area = area.within(touched);
                    if !area.is_empty() {
                        canvas.draw(&part, texture, area, scale);
                    }
                }
            }
        }
    }
}

/// As much of areas as lies within another.
fn cut(areas: &[Area], keep: Area) -> Vec<Area> {
    areas.iter().map(|area| area.within(keep)).filter(|area| !area.is_empty()).collect()
}

/// Pixels of all areas.
fn count(areas: &[Area]) -> usize {
    areas.iter().map(|area| area.width() * area.height()).sum()
}

/// The row above which half of the pixels lie.
fn half(areas: &[Area], most: usize, bounds: Area) -> usize {
    let above = |row: usize| count(&cut(areas, Area { bottom: row, ..bounds }));
    let (mut low, mut high) = (bounds.top, bounds.bottom);
    while low + 1 < high {
        let row = low.midpoint(high);
        if above(row) > most { high = row } else { low = row }
    }
    high
}
