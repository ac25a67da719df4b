//! What meshes are made of: triangles, and rectangles of two of them.

use egui::epaint::{Mesh, Vertex};

use super::area::Area;

/// Parts of a pixel that coordinates are rounded to.
pub(super) const SUB: f32 = 256.0;
pub(super) const SUB_I: i64 = 256;

/// A triangle, or a rectangle along the axes of one colour with a picture that lies straight in it: most
/// of what is drawn, and letters all of it.
#[derive(Clone, Copy)]
pub(super) struct Part<'a> {
    /// Of a rectangle: upper left, upper right, lower left, lower right. Of a triangle the last is the
    /// third once more.
    pub(super) vertices: [&'a Vertex; 4],
    pub(super) is_rectangle: bool,
}

/// The parts of a mesh, in the order in which they are drawn.
pub(super) fn parts(mesh: &Mesh) -> impl Iterator<Item = Part<'_>> {
    let mut rest = mesh.indices.as_slice();
    std::iter::from_fn(move || {
        loop {
            if let Some(part) = rest.first_chunk().and_then(|six| rectangle(mesh, six)) {
                rest = rest.get(6..).unwrap_or_default();
                return Some(part);
            }
            let three: &[u32; 3] = rest.first_chunk()?;
            rest = rest.get(3..).unwrap_or_default();
            let vertex = |index: u32| mesh.vertices.get(index as usize);
            if let (Some(a), Some(b), Some(c)) =
                (vertex(three[0]), vertex(three[1]), vertex(three[2]))
            {
                return Some(Part { vertices: [a, b, c, c], is_rectangle: false });
            }
        }
    })
}

/// As `Mesh::add_rect_with_uv` makes them.
fn rectangle<'a>(mesh: &'a Mesh, indices: &[u32; 6]) -> Option<Part<'a>> {
    let [a, b, c, again_c, again_b, d] = *indices;
    if (c, b) != (again_c, again_b) {
        return None;
    }
    let vertex = |index: u32| mesh.vertices.get(index as usize);
    let (a, b, c, d) = (vertex(a)?, vertex(b)?, vertex(c)?, vertex(d)?);
    let has_one_colour = b.color == a.color && c.color == a.color && d.color == a.color;
    let is_straight = a.pos.x == c.pos.x
        && b.pos.x == d.pos.x
        && a.pos.y == b.pos.y
        && c.pos.y == d.pos.y
        && a.pos.x < b.pos.x
        && a.pos.y < c.pos.y;
    let lies_straight =
        a.uv.x == c.uv.x && b.uv.x == d.uv.x && a.uv.y == b.uv.y && c.uv.y == d.uv.y;
    (has_one_colour && is_straight && lies_straight)
        .then_some(Part { vertices: [a, b, c, d], is_rectangle: true })
}

/// A place in parts of a pixel. Far outside any canvas it no longer matters, but sums must not overflow.
pub(super) fn fixed(point: f32, scale: f32) -> i64 {
    (point * scale * SUB).round().clamp(-1e8, 1e8) as i64
}

/// The first pixel whose centre is not before a place.
pub(super) fn first_pixel(place: i64) -> i64 {
    (place + SUB_I / 2 - 1).div_euclid(SUB_I)
}

impl Part<'_> {
    /// Pixels that it may touch, as far as they lie within `bounds`.
    pub(super) fn touches(&self, scale: f32, bounds: Area) -> Area {
        let [a, b, c, d] = self.vertices.map(|vertex| vertex.pos * scale);
        let left = a.x.min(b.x).min(c.x).min(d.x);
        let right = a.x.max(b.x).max(c.x).max(d.x);
        let top = a.y.min(b.y).min(c.y).min(d.y);
        let bottom = a.y.max(b.y).max(c.y).max(d.y);
        // The cast holds what is not a number, or far outside, within the canvas; a pixel more, since
        // places are rounded.
        let first = |place: f32| (place - 1.0).max(0.0) as usize;
        let last = |place: f32| (place + 2.0).max(0.0) as usize;
        let all =
            Area { left: first(left), top: first(top), right: last(right), bottom: last(bottom) };
        all.within(bounds)
    }
}
