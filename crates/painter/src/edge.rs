//! Which pixels a triangle covers. Coordinates are fixed-point, so that neighbouring triangles share no
//! pixel and leave no gap.

use super::area::Area;
use super::part::{Part, SUB_I, fixed};

/// Pixels of a row: the row, the first, the one behind the last.
pub(super) type Span = (usize, usize, usize);

/// The rows of a triangle, each with the pixels whose centres are inside.
pub(super) struct Spans {
    edges: [Edge; 3],
    clip: Area,
    row: usize,
}

impl Spans {
    /// As far as they lie within `clip`; `None` where that is nothing.
    pub(super) fn new(part: &Part<'_>, clip: Area, scale: f32) -> Option<Self> {
        let [a, b, c, _] = part.vertices;
        let mut corners =
            [a, b, c].map(|vertex| (fixed(vertex.pos.x, scale), fixed(vertex.pos.y, scale)));
        let [(ax, ay), (bx, by), (cx, cy)] = corners;
        let area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
        if area == 0 {
            return None;
        }
        // One orientation for all, so that one fill rule serves.
        if area < 0 {
            corners.swap(1, 2);
        }
        let edges = [0, 1, 2].map(|i| Edge::new(corners[i], corners[(i + 1) % 3]));
        let row = |place: i64| usize::try_from(place.div_euclid(SUB_I)).unwrap_or(0);
        let top = row(ay.min(by).min(cy)).max(clip.top);
        let bottom = (row(ay.max(by).max(cy)) + 1).min(clip.bottom);
        let clip = Area { top, bottom, ..clip };
        (!clip.is_empty()).then_some(Self { edges, clip, row: top })
    }
}

impl Iterator for Spans {
    type Item = Span;

    #[inline]
    fn next(&mut self) -> Option<Span> {
        while self.row < self.clip.bottom {
            let row = self.row;
            self.row += 1;
            let (mut left, mut right) = (self.clip.left as i64, self.clip.right as i64);
            for edge in &self.edges {
                edge.narrow(row as i64, &mut left, &mut right);
            }
            if left < right {
                return Some((row, left as usize, right as usize));
            }
        }
        None
    }
}

/// `x * right + y * down + constant >= 0` inside.
struct Edge {
    right: i64,
    down: i64,
    constant: i64,
}

impl Edge {
    fn new((from_x, from_y): (i64, i64), (to_x, to_y): (i64, i64)) -> Self {
        let (dx, dy) = (to_x - from_x, to_y - from_y);
        let (right, down) = (-dy, dx);
        // A pixel on an edge belongs to the triangle whose upper or left edge it is.
        let owns = dy < 0 || (dy == 0 && dx > 0);
        let constant = -(right * from_x + down * from_y) - i64::from(!owns);
        Self { right, down, constant }
    }

    /// Narrows a row's pixels to those whose centres are inside.
    #[inline]
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
