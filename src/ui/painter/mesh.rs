//! Triangles of egui, filled by the processor.

use egui::Color32;
use egui::epaint::{Mesh, Vertex};

use super::Drawing;
use super::texture::{Rgba, Texture};

/// Parts of a pixel that coordinates are rounded to.
const SUB: f32 = 256.0;
const SUB_I: i64 = 256;

/// Pixels that may be drawn to: left and top included, right and bottom not.
#[derive(Clone, Copy)]
pub(super) struct ClipBox {
    pub(super) left: i64,
    pub(super) top: i64,
    pub(super) right: i64,
    pub(super) bottom: i64,
}

pub(super) struct Canvas {
    drawing: Drawing,
}

/// A corner of a triangle.
#[derive(Clone, Copy)]
struct Corner {
    /// In parts of a pixel.
    x: i64,
    y: i64,
    colour: Rgba,
    uv: [f32; 2],
}

impl Canvas {
    pub(super) fn new(width: usize, height: usize, ground: Color32) -> Self {
        Self { drawing: Drawing { width, height, pixels: vec![ground; width * height] } }
    }

    pub(super) fn into_drawing(self) -> Drawing {
        self.drawing
    }

    pub(super) fn mesh(&mut self, mesh: &Mesh, texture: &Texture, clip: ClipBox, scale: f32) {
        for indices in mesh.indices.chunks_exact(3) {
            let corner = |index: usize| {
                let index = *indices.get(index)? as usize;
                mesh.vertices.get(index).map(|vertex| Corner::new(vertex, scale))
            };
            if let (Some(a), Some(b), Some(c)) = (corner(0), corner(1), corner(2)) {
                self.triangle([a, b, c], texture, clip);
            }
        }
    }

    fn triangle(&mut self, mut corners: [Corner; 3], texture: &Texture, clip: ClipBox) {
        let area = cross(&corners[0], &corners[1], &corners[2]);
        if area == 0 {
            return;
        }
        // One orientation for all, so that one fill rule serves.
        if area < 0 {
            corners.swap(1, 2);
        }
        let edges = [0, 1, 2].map(|i| Edge::new(&corners[i], &corners[(i + 1) % 3]));
        let rows = corners.iter().map(|corner| corner.y);
        let top = rows.clone().min().unwrap_or(0).div_euclid(SUB_I).max(clip.top);
        let bottom = (rows.max().unwrap_or(0).div_euclid(SUB_I) + 1).min(clip.bottom);
        let shade = Shade::new(&corners, texture);
        for row in top..bottom {
            let (mut left, mut right) = (clip.left, clip.right);
            for edge in &edges {
                edge.narrow(row, &mut left, &mut right);
            }
            if left < right {
                self.span(row as usize, left as usize, right as usize, &shade, texture);
            }
        }
    }

    fn span(&mut self, row: usize, left: usize, right: usize, shade: &Shade, texture: &Texture) {
        let start = row * self.drawing.width;
        let Some(pixels) = self.drawing.pixels.get_mut(start + left..start + right) else { return };
        match shade {
            Shade::Solid(source) if source[3] >= 254.5 => pixels.fill(rounded(*source)),
            Shade::Solid(source) if source.iter().all(|part| *part < 0.5) => {}
            Shade::Solid(source) => {
                for pixel in pixels {
                    *pixel = over(*source, *pixel);
                }
            }
            Shade::Smooth(gradient) => {
                let mut at = gradient.at(left as f32 + 0.5, row as f32 + 0.5);
                for pixel in pixels {
                    let texel = texture.sample(at[4], at[5]);
                    let source = std::array::from_fn(|i| texel[i] * at[i] / 255.0);
                    *pixel = over(source, *pixel);
                    for (value, step) in at.iter_mut().zip(gradient.right) {
                        *value += step;
                    }
                }
            }
        }
    }
}

impl Corner {
    fn new(vertex: &Vertex, scale: f32) -> Self {
        // Far outside any canvas the place no longer matters, but the sums must not overflow.
        let fixed = |point: f32| (point * scale * SUB).round().clamp(-1e8, 1e8) as i64;
        Self {
            x: fixed(vertex.pos.x),
            y: fixed(vertex.pos.y),
            colour: vertex.color.to_array().map(f32::from),
            uv: [vertex.uv.x, vertex.uv.y],
        }
    }

    fn values(&self) -> [f32; 6] {
        let [r, g, b, a] = self.colour;
        [r, g, b, a, self.uv[0], self.uv[1]]
    }
}

/// Twice the signed area.
fn cross(a: &Corner, b: &Corner, c: &Corner) -> i64 {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

/// `x * right + y * down + constant >= 0` inside.
struct Edge {
    right: i64,
    down: i64,
    constant: i64,
}

impl Edge {
    fn new(from: &Corner, to: &Corner) -> Self {
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let (right, down) = (-dy, dx);
        // A pixel on an edge belongs to the triangle whose upper or left edge it is.
        let owns = dy < 0 || (dy == 0 && dx > 0);
        let constant = -(right * from.x + down * from.y) - i64::from(!owns);
        Self { right, down, constant }
    }

    /// Narrows a row's pixels to those whose centres are inside.
    fn narrow(&self, row: i64, left: &mut i64, right: &mut i64) {
        let y = row * SUB_I + SUB_I / 2;
        // Value at the centre of pixel 0 of the row, and what each pixel adds.
        let value = self.right * (SUB_I / 2) + self.down * y + self.constant;
        let step = self.right * SUB_I;
        if step > 0 {
            *left = (*left).max(-value.div_euclid(step));
        } else if step < 0 {
            *right = (*right).min(value.div_euclid(-step) + 1);
        } else if value < 0 {
            *right = *left;
        }
    }
}

/// How a triangle is filled.
enum Shade {
    Solid(Rgba),
    Smooth(Gradient),
}

/// Colour and texture coordinates as linear functions of the place in pixels.
struct Gradient {
    origin: [f32; 6],
    right: [f32; 6],
    down: [f32; 6],
}

impl Shade {
    fn new(corners: &[Corner; 3], texture: &Texture) -> Self {
        let [a, b, c] = corners;
        let alike = |other: &Corner| other.colour == a.colour && other.uv == a.uv;
        if alike(b) && alike(c) {
            let texel = texture.sample(a.uv[0], a.uv[1]);
            return Self::Solid(std::array::from_fn(|i| texel[i] * a.colour[i] / 255.0));
        }
        let place = |corner: &Corner| (corner.x as f32 / SUB, corner.y as f32 / SUB);
        let ((ax, ay), (bx, by), (cx, cy)) = (place(a), place(b), place(c));
        let area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
        let (va, vb, vc) = (a.values(), b.values(), c.values());
        let right: [f32; 6] = std::array::from_fn(|i| {
            ((vb[i] - va[i]) * (cy - ay) - (vc[i] - va[i]) * (by - ay)) / area
        });
        let down: [f32; 6] = std::array::from_fn(|i| {
            ((vc[i] - va[i]) * (bx - ax) - (vb[i] - va[i]) * (cx - ax)) / area
        });
        let origin = std::array::from_fn(|i| va[i] - right[i] * ax - down[i] * ay);
        Self::Smooth(Gradient { origin, right, down })
    }
}

impl Gradient {
    fn at(&self, x: f32, y: f32) -> [f32; 6] {
        std::array::from_fn(|i| self.origin[i] + self.right[i] * x + self.down[i] * y)
    }
}

/// Premultiplied source over an opaque or premultiplied ground.
fn over(source: Rgba, ground: Color32) -> Color32 {
    let keep = 1.0 - source[3].clamp(0.0, 255.0) / 255.0;
    let ground = ground.to_array().map(f32::from);
    rounded(std::array::from_fn(|i| source[i] + ground[i] * keep))
}

fn rounded(colour: Rgba) -> Color32 {
    let [r, g, b, a] = colour.map(|value| (value + 0.5).clamp(0.0, 255.0) as u8);
    Color32::from_rgba_premultiplied(r, g, b, a)
}
