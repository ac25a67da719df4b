//! What a part is filled with. The colour of a pixel follows from its place and the part alone, never from
//! where drawing began: so a part that is drawn in pieces is the same as one drawn whole.

use egui::epaint::Vertex;

use super::part::{Fan, Part, SUB, fixed};
use super::pixel::{Argb, argb, multiplied, packed, parts, tinted};
use super::texture::Texture;

/// How far texels may lie from pixels, in texels, and count as on them.
const OFF: f32 = 1.0 / 128.0;

pub(super) enum Shade {
    Solid(Argb),
    /// A texel on each pixel, so far beside it and below, in a colour.
    Straight {
        right: i64,
        down: i64,
        tint: Argb,
    },
    /// One texel, in colours that change along the way.
    Smooth(Slope<4>),
    /// Texels between pixels; behind the colour the texture coordinates.
    Sampled(Slope<6>),
}

/// Values as linear functions of the place in pixels.
pub(super) struct Slope<const N: usize> {
    /// A place, and the values there.
    at: [f32; 2],
    values: [f32; N],
    right: [f32; N],
    down: [f32; N],
}

impl<const N: usize> Slope<N> {
    /// What all pixels of a row have in common.
    #[inline(always)]
    pub(super) fn row(&self, y: usize) -> [f32; N] {
        moved(&self.values, &self.down, y as f32 + 0.5 - self.at[1])
    }

    /// At the centre of a pixel of a row.
    #[inline(always)]
    pub(super) fn pixel(&self, row: &[f32; N], x: usize) -> [f32; N] {
        moved(row, &self.right, x as f32 + 0.5 - self.at[0])
    }

    fn through(places: [[f32; 2]; 3], [a, b, c]: [[f32; N]; 3]) -> Self {
        let [[ax, ay], [bx, by], [cx, cy]] = places;
        let area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
        let (mut right, mut down) = ([0.0; N], [0.0; N]);
        let mut i = 0;
        while i < N {
            right[i] = ((b[i] - a[i]) * (cy - ay) - (c[i] - a[i]) * (by - ay)) / area;
            down[i] = ((c[i] - a[i]) * (bx - ax) - (b[i] - a[i]) * (cx - ax)) / area;
            i += 1;
        }
        Self { at: [ax, ay], values: a, right, down }
    }
}

#[inline(always)]
fn moved<const N: usize>(from: &[f32; N], by: &[f32; N], times: f32) -> [f32; N] {
    let mut to = *from;
    let mut i = 0;
    while i < N {
        to[i] += by[i] * times;
        i += 1;
    }
    to
}

impl Shade {
    pub(super) fn new(part: &Part<'_>, texture: &Texture, scale: f32) -> Self {
        let [a, b, c, d] = part.vertices;
        let has_one_texel = b.uv == a.uv && c.uv == a.uv && d.uv == a.uv;
        let has_one_colour = b.color == a.color && c.color == a.color;
        if has_one_texel && has_one_colour {
            return Self::solid(a, texture);
        }
        if has_one_colour && let Some(straight) = straight([a, b, c].into_iter(), texture, scale) {
            return straight;
        }
        let places = [placed(a, scale), placed(b, scale), placed(c, scale)];
        if has_one_texel {
            let texel = texture.sample(a.uv.x, a.uv.y);
            // Colours are linear, and stay so times the texel.
            let seen = |vertex: &Vertex| multiplied(parts(argb(vertex.color)), texel);
            return Self::Smooth(Slope::through(places, [seen(a), seen(b), seen(c)]));
        }
        let values = |vertex: &Vertex| {
            let [alpha, red, green, blue] = parts(argb(vertex.color));
            [alpha, red, green, blue, vertex.uv.x, vertex.uv.y]
        };
        Self::Sampled(Slope::through(places, [values(a), values(b), values(c)]))
    }

    /// Of all triangles of a fan; `None` where they have not all the same.
    pub(super) fn of_fan(fan: Fan<'_>, texture: &Texture, scale: f32) -> Option<Self> {
        let hub = fan.hub()?;
        if fan.rim().all(|vertex| vertex.uv == hub.uv) {
            return Some(Self::solid(hub, texture));
        }
        straight(std::iter::once(hub).chain(fan.rim()), texture, scale)
    }

    fn solid(vertex: &Vertex, texture: &Texture) -> Self {
        let texel = packed(texture.sample(vertex.uv.x, vertex.uv.y));
        Self::Solid(tinted(texel, argb(vertex.color)))
    }
}

#[inline(always)]
fn placed(vertex: &Vertex, scale: f32) -> [f32; 2] {
    let place = |point: f32| fixed(point, scale) as f32 / SUB;
    [place(vertex.pos.x), place(vertex.pos.y)]
}

/// Texels that fall on pixels; `None` where they fall between, or not all alike.
fn straight<'a>(
    mut vertices: impl Iterator<Item = &'a Vertex>,
    texture: &Texture,
    scale: f32,
) -> Option<Shade> {
    let off = |vertex: &Vertex| {
        let [x, y] = placed(vertex, scale);
        let [u, v] = [vertex.uv.x * texture.width as f32, vertex.uv.y * texture.height as f32];
        [u - x, v - y]
    };
    let first = vertices.next()?;
    let [right, down] = off(first);
    // Far away no texel is met exactly.
    if !(right.abs() < 1e6 && down.abs() < 1e6) {
        return None;
    }
    let (right, down) = (rounded(right), rounded(down));
    let fits = |vertex: &Vertex| {
        let [x, y] = off(vertex);
        (x - right as f32).abs() < OFF && (y - down as f32).abs() < OFF
    };
    // What is the same at the corners is so between them.
    let tint = argb(first.color);
    let (right, down) = (fits(first) && vertices.all(fits)).then_some((right, down))?;
    Some(Shade::Straight { right: i64::from(right), down: i64::from(down), tint })
}

/// Without a call of the C library.
fn rounded(place: f32) -> i32 {
    (place + 0.5_f32.copysign(place)) as i32
}
