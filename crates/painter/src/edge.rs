//! Which pixels triangles cover. Coordinates are fixed-point, so that neighbouring triangles share no
//! pixel and leave no gap.

use std::ops::Range;

use egui::epaint::Vertex;

use super::area::Area;
use super::part::{Fan, Part, SUB_I, first_pixel, fixed};

/// Pixels of a row: the row, the first, the one behind the last.
pub(super) type Span = (usize, usize, usize);

/// Pushes the rows of a triangle, each with the pixels whose centres are inside, as far as they lie within
/// `clip`.
pub(super) fn push_triangle(part: &Part<'_>, clip: Area, scale: f32, spans: &mut Vec<Span>) {
    let [a, b, c, _] = part.vertices;
    let place = |vertex: &Vertex| (fixed(vertex.pos.x, scale), fixed(vertex.pos.y, scale));
    let (a, b, c) = (place(a), place(b), place(c));
    let area = turn(a, b, c);
    if area == 0 {
        return;
    }
    // One orientation for all, so that one fill rule serves.
    let (b, c) = if area < 0 { (c, b) } else { (b, c) };
    let row = |place: i64| usize::try_from(place.div_euclid(SUB_I)).unwrap_or(0);
    let top = row(a.1.min(b.1).min(c.1)).max(clip.top);
    let bottom = (row(a.1.max(b.1).max(c.1)) + 1).min(clip.bottom);
    if top >= bottom {
        return;
    }
    let rows = top..bottom;
    let bound = |from, to| Bound::new(&Edge::new(from, to), &rows);
    let (mut first, mut second, mut third) = (bound(a, b), bound(b, c), bound(c, a));
    for row in rows.clone() {
        let (mut left, mut right) = (clip.left as i64, clip.right as i64);
        for bound in [&mut first, &mut second, &mut third] {
            bound.narrow(&mut left, &mut right);
            bound.go_down();
        }
        if left < right {
            spans.push((row, left as usize, right as usize));
        }
    }
}

/// Pushes the rows of all triangles of a fan at once; `false`, and nothing is pushed, where these are not one
/// convex shape, whose pixels each lie in one of them.
pub(super) fn push_fan(fan: Fan<'_>, clip: Area, scale: f32, spans: &mut Vec<Span>) -> bool {
    let place = |vertex: &Vertex| (fixed(vertex.pos.x, scale), fixed(vertex.pos.y, scale));
    let Some(hub) = fan.hub().map(place) else { return false };
    let rim = fan.rim().map(place);
    let turns = rim.clone().zip(rim.clone().skip(1)).map(|(from, to)| turn(hub, from, to));
    let (least, most) = turns.fold((0, 0), |(least, most), turn| (turn.min(least), turn.max(most)));
    if least == 0 && most == 0 {
        return true;
    }
    if least < 0 && most > 0 {
        return false;
    }
    let begin = spans.len();
    spans.extend((clip.top..clip.bottom).map(|row| (row, NOT_MET, NOT_MET)));
    let Some(rows) = spans.get_mut(begin..) else { return false };
    let ends = rim.clone().skip(1).chain([hub]).chain(rim.clone().take(1));
    let mut is_convex = true;
    for (from, to) in rim.chain([hub]).zip(ends) {
        let (from, to) = if least < 0 { (to, from) } else { (from, to) };
        is_convex &= bound_rows((from, to), clip, rows);
    }
    let is_open = |(_, left, right): &Span| (*left == NOT_MET) != (*right == NOT_MET);
    if !is_convex || rows.iter().any(is_open) {
        spans.truncate(begin);
        return false;
    }
    true
}

/// No edge has been met at an end of a row: it is empty.
const NOT_MET: usize = usize::MAX;

/// Notes where a side of a convex shape bounds the rows of `clip`; `false` where another has bounded one there
/// already.
fn bound_rows((from, to): ((i64, i64), (i64, i64)), clip: Area, rows: &mut [Span]) -> bool {
    let row = |place: i64| usize::try_from(first_pixel(place)).unwrap_or(0);
    let first = row(from.1.min(to.1)).max(clip.top);
    let end = row(from.1.max(to.1)).min(clip.bottom);
    if first >= end {
        return true;
    }
    let mut bound = Bound::new(&Edge::new(from, to), &(first..end));
    let (clip_left, clip_right) = (clip.left as i64, clip.right as i64);
    let Some(rows) = rows.get_mut(first - clip.top..end - clip.top) else { return false };
    for (_, left, right) in rows {
        let (mut from, mut to) = (clip_left, clip_right);
        bound.narrow(&mut from, &mut to);
        bound.go_down();
        // Beyond the clip a row is empty, and its edge has been met all the same.
        let (met, place) = match bound.side {
            Side::Left => (from.min(clip_right), left),
            Side::Right | Side::Flat => (to.max(clip_left), right),
        };
        if std::mem::replace(place, met as usize) != NOT_MET {
            return false;
        }
    }
    true
}

/// Twice the area that lies to the right of the way from one place to the next and the last; below 0 on the
/// left.
#[inline]
fn turn((ax, ay): (i64, i64), (bx, by): (i64, i64), (cx, cy): (i64, i64)) -> i64 {
    (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
}

/// `x * right + y * down + constant >= 0` inside.
struct Edge {
    right: i64,
    down: i64,
    constant: i64,
}

impl Edge {
    #[inline]
    fn new((from_x, from_y): (i64, i64), (to_x, to_y): (i64, i64)) -> Self {
        let (dx, dy) = (to_x - from_x, to_y - from_y);
        let (right, down) = (-dy, dx);
        // A pixel on an edge belongs to the triangle whose upper or left edge it is.
        let owns = dy < 0 || (dy == 0 && dx > 0);
        let constant = -(right * from_x + down * from_y) - i64::from(!owns);
        Self { right, down, constant }
    }
}

/// Which end of the rows an edge bounds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Right,
    /// It lies along the rows.
    Flat,
}

/// Where an edge bounds a row, from one row to the next without a division.
struct Bound {
    side: Side,
    /// What the edge is worth at the centre of pixel 0, in whole steps from pixel to pixel.
    at: i64,
    /// The rest of that.
    rest: i64,
    step: i64,
    /// What each row adds to both.
    by: i64,
    by_rest: i64,
}

impl Bound {
    #[inline]
    fn new(edge: &Edge, rows: &Range<usize>) -> Self {
        let y = rows.start as i64 * SUB_I + SUB_I / 2;
        let value = edge.right * (SUB_I / 2) + edge.down * y + edge.constant;
        let more = edge.down * SUB_I;
        if edge.right == 0 {
            let (side, step) = (Side::Flat, i64::MAX);
            return Self { side, at: value, rest: 0, step, by: more, by_rest: 0 };
        }
        let side = if edge.right > 0 { Side::Left } else { Side::Right };
        let step = (edge.right * SUB_I).abs();
        let more = if rows.len() > 1 { more } else { 0 };
        Self {
            side,
            at: value.div_euclid(step),
            rest: value.rem_euclid(step),
            step,
            by: more.div_euclid(step),
            by_rest: more.rem_euclid(step),
        }
    }

    #[inline]
    fn go_down(&mut self) {
        self.at += self.by;
        self.rest += self.by_rest;
        if self.rest >= self.step {
            self.rest -= self.step;
            self.at += 1;
        }
    }

    /// Narrows a row's pixels to those whose centres are inside.
    #[inline]
    fn narrow(&self, left: &mut i64, right: &mut i64) {
        match self.side {
            Side::Left => *left = (*left).max(-self.at),
            Side::Right => *right = (*right).min(self.at + 1),
            Side::Flat if self.at < 0 => *right = *left,
            Side::Flat => {}
        }
    }
}
