//! What meshes are made of: triangles, rectangles of two of them, and fans of several.

use egui::epaint::{Mesh, Vertex};

use super::area::Area;

/// Parts of a pixel that coordinates are rounded to.
pub(super) const SUB: f32 = 256.0;
pub(super) const SUB_I: i64 = 256;
/// Triangles that are worth to be taken together.
const LEAST_FAN: usize = 3;

/// Some triangles that are drawn together.
#[derive(Clone, Copy)]
pub(super) struct Part<'a> {
    /// Of a rectangle: upper left, upper right, lower left, lower right. Of a triangle, and of the first one
    /// of a fan, the last is the third once more.
    pub(super) vertices: [&'a Vertex; 4],
    pub(super) kind: Kind<'a>,
}

#[derive(Clone, Copy)]
pub(super) enum Kind<'a> {
    Triangle,
    /// Along the axes, of one colour, with a picture that lies straight in it: letters above all.
    Rectangle,
    /// Of one colour: what is inside of rounded shapes.
    Fan(Fan<'a>),
}

/// Triangles that have a vertex in common, each with the side of the one before.
#[derive(Clone, Copy)]
pub(super) struct Fan<'a> {
    mesh: &'a Mesh,
    /// Three a triangle.
    indices: &'a [u32],
    order: Order,
}

/// How a triangle names the vertex that all have in common, and the two others.
#[derive(Clone, Copy)]
enum Order {
    HubFirst,
    HubSecond,
}

impl Order {
    /// Hub, from, to.
    #[inline]
    fn of(self, [a, b, c]: [u32; 3]) -> [u32; 3] {
        match self {
            Self::HubFirst => [a, b, c],
            Self::HubSecond => [b, a, c],
        }
    }
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
            let triangle = triangle(mesh, three);
            if let Some(first) = triangle
                && let Some(fan) = fan(mesh, rest)
            {
                rest = rest.get(fan.indices.len()..).unwrap_or_default();
                return Some(Part { kind: Kind::Fan(fan), ..first });
            }
            rest = rest.get(3..).unwrap_or_default();
            if triangle.is_some() {
                return triangle;
            }
        }
    })
}

#[inline]
fn triangle<'a>(mesh: &'a Mesh, [a, b, c]: &[u32; 3]) -> Option<Part<'a>> {
    let vertex = |index: &u32| mesh.vertices.get(*index as usize);
    let (a, b, c) = (vertex(a)?, vertex(b)?, vertex(c)?);
    Some(Part { vertices: [a, b, c, c], kind: Kind::Triangle })
}

/// As `Mesh::add_rect_with_uv` makes them.
#[inline]
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
        .then_some(Part { vertices: [a, b, c, d], kind: Kind::Rectangle })
}

/// As egui fills convex shapes.
#[inline]
fn fan<'a>(mesh: &'a Mesh, rest: &'a [u32]) -> Option<Fan<'a>> {
    let (triangles, _) = rest.as_chunks::<3>();
    let [first, second, ..] = triangles else { return None };
    let order = [Order::HubFirst, Order::HubSecond].into_iter().find(|order| {
        let ([hub, _, to], [next_hub, from, _]) = (order.of(*first), order.of(*second));
        hub == next_hub && to == from
    })?;
    let [hub, mut last, _] = order.of(*first);
    let colour = mesh.vertices.get(hub as usize)?.color;
    let is_alike =
        |index: u32| mesh.vertices.get(index as usize).is_some_and(|other| other.color == colour);
    if !is_alike(last) {
        return None;
    }
    let mut count = 0;
    for triangle in triangles {
        let [centre, from, to] = order.of(*triangle);
        if centre != hub || from != last || !is_alike(to) {
            break;
        }
        last = to;
        count += 1;
    }
    let indices = rest.get(..3 * count)?;
    (count >= LEAST_FAN).then_some(Fan { mesh, indices, order })
}

impl<'a> Fan<'a> {
    pub(super) fn triangles(self) -> impl Iterator<Item = Part<'a>> {
        let (triangles, _) = self.indices.as_chunks();
        triangles.iter().filter_map(move |three| triangle(self.mesh, three))
    }

    /// The vertex that all triangles have in common.
    pub(super) fn hub(self) -> Option<&'a Vertex> {
        self.named(0, 0)
    }

    /// The other vertices, one after the other.
    pub(super) fn rim(self) -> impl Iterator<Item = &'a Vertex> + Clone {
        self.named(0, 1).into_iter().chain(self.ends(0))
    }

    /// Where the triangles end, from one on.
    fn ends(self, first: usize) -> impl Iterator<Item = &'a Vertex> + Clone {
        (first..self.indices.len() / 3).filter_map(move |triangle| self.named(triangle, 2))
    }

    #[inline]
    fn named(self, triangle: usize, name: usize) -> Option<&'a Vertex> {
        let (triangles, _) = self.indices.as_chunks();
        let index = self.order.of(*triangles.get(triangle)?)[name];
        self.mesh.vertices.get(index as usize)
    }
}

/// A place in parts of a pixel. Far outside any canvas it no longer matters, but sums must not overflow.
#[inline]
pub(super) fn fixed(point: f32, scale: f32) -> i64 {
    let place = f64::from((point * scale * SUB).clamp(-1e8, 1e8));
    // Rounded without a call of the C library.
    i64::from((place + 0.5_f64.copysign(place)) as i32)
}

/// The first pixel whose centre is not before a place.
pub(super) fn first_pixel(place: i64) -> i64 {
    (place + SUB_I / 2 - 1).div_euclid(SUB_I)
}

impl<'a> Part<'a> {
    /// Each vertex once.
    pub(super) fn corners(&self) -> impl Iterator<Item = &'a Vertex> + Clone {
        let (count, more) = match self.kind {
            Kind::Rectangle => (4, None),
            Kind::Triangle => (3, None),
            Kind::Fan(fan) => (3, Some(fan.ends(1))),
        };
        self.vertices.into_iter().take(count).chain(more.into_iter().flatten())
    }

    /// Pixels that it may touch, as far as they lie within `bounds`.
    #[inline]
    pub(super) fn touches(&self, scale: f32, bounds: Area) -> Area {
        let [a, b, c, d] = self.vertices.map(|vertex| vertex.pos);
        let (mut min, mut max) = match self.kind {
            Kind::Rectangle => (a, d),
            Kind::Triangle | Kind::Fan(_) => (a.min(b).min(c), a.max(b).max(c)),
        };
        if let Kind::Fan(fan) = self.kind {
            for vertex in fan.ends(1) {
                (min, max) = (min.min(vertex.pos), max.max(vertex.pos));
            }
        }
        // The cast holds what is not a number, or far outside, within the canvas; a pixel more, since
        // places are rounded.
        let first = |place: f32| (place * scale - 1.0).max(0.0) as u32 as usize;
        let last = |place: f32| (place * scale + 2.0).max(0.0) as u32 as usize;
        let all =
            Area { left: first(min.x), top: first(min.y), right: last(max.x), bottom: last(max.y) };
        all.within(bounds)
    }
}
