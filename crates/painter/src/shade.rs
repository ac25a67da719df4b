//! What a part is filled with. The colour of a pixel follows from its place and the part alone, never from
//! where drawing began: so a part that is drawn in pieces is the same as one drawn whole.

use egui::epaint::Vertex;

use super::part::{Part, SUB, fixed};
use super::pixel::{Argb, argb, packed, parts, tinted};
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
        let down = y as f32 + 0.5 - self.at[1];
        std::array::from_fn(|i| self.values[i] + self.down[i] * down)
    }

    /// At the centre of a pixel of a row.
    #[inline(always)]
    pub(super) fn pixel(&self, row: &[f32; N], x: usize) -> [f32; N] {
        let right = x as f32 + 0.5 - self.at[0];
        std::array::from_fn(|i| row[i] + self.right[i] * right)
    }

    fn map<const M: usize>(&self, change: impl Fn(&[f32; N]) -> [f32; M]) -> Slope<M> {
        Slope {
            at: self.at,
            values: change(&self.values),
            right: change(&self.right),
            down: change(&self.down),
        }
    }

    fn through(places: [[f32; 2]; 3], values: [[f32; N]; 3]) -> Self {
        let [[ax, ay], [bx, by], [cx, cy]] = places;
        let [a, b, c] = values;
        let area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
        let right = |i: usize| ((b[i] - a[i]) * (cy - ay) - (c[i] - a[i]) * (by - ay)) / area;
        let down = |i: usize| ((c[i] - a[i]) * (bx - ax) - (b[i] - a[i]) * (cx - ax)) / area;
        Self {
            at: [ax, ay],
            values: a,
            right: std::array::from_fn(right),
            down: std::array::from_fn(down),
        }
    }
}

impl Shade {
    pub(super) fn new(part: &Part<'_>, texture: &Texture, scale: f32) -> Self {
        let [a, b, c, d] = part.vertices;
        let has_one_texel = b.uv == a.uv && c.uv == a.uv && d.uv == a.uv;
        let has_one_colour = b.color == a.color && c.color == a.color;
        if has_one_texel && has_one_colour {
            return Self::Solid(tinted(packed(texture.sample(a.uv.x, a.uv.y)), argb(a.color)));
        }
        let place = |point: f32| fixed(point, scale) as f32 / SUB;
        let places = [a, b, c].map(|vertex| [place(vertex.pos.x), place(vertex.pos.y)]);
        let values = [a, b, c].map(|vertex| {
            let [alpha, red, green, blue] = parts(argb(vertex.color));
            [alpha, red, green, blue, vertex.uv.x, vertex.uv.y]
        });
        let slope = Slope::through(places, values);
        if has_one_texel {
            let texel = texture.sample(a.uv.x, a.uv.y).map(|part| part / 255.0);
            let of_texel = |values: &[f32; 6]| std::array::from_fn(|i| values[i] * texel[i]);
            return Self::Smooth(slope.map(of_texel));
        }
        let straight = has_one_colour.then(|| straight(&[a, b, c], &places, texture)).flatten();
        match straight {
            Some((right, down)) => Self::Straight { right, down, tint: argb(a.color) },
            None => Self::Sampled(slope),
        }
    }
}

/// How far texels lie beside the pixels that they fall on; `None` where they fall between.
fn straight(
    vertices: &[&Vertex; 3],
    places: &[[f32; 2]; 3],
    texture: &Texture,
) -> Option<(i64, i64)> {
    let off = |vertex: &Vertex, place: &[f32; 2]| {
        let at = [vertex.uv.x * texture.width as f32, vertex.uv.y * texture.height as f32];
        [at[0] - place[0], at[1] - place[1]]
    };
    let [right, down] = off(vertices[0], &places[0]).map(f32::round);
    let fits = |(vertex, place): (&&Vertex, &[f32; 2])| {
        let [x, y] = off(vertex, place);
        (x - right).abs() < OFF && (y - down).abs() < OFF
    };
    // What is the same at the corners is so between them.
    let is_near = right.abs() < 1e6 && down.abs() < 1e6;
    (is_near && vertices.iter().zip(places).all(fits)).then_some((right as i64, down as i64))
}
