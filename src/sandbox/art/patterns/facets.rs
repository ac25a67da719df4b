//! Patterns of repeated or joined pieces.

use std::f32::consts::TAU;

use resvg::tiny_skia::PathBuilder;

use super::super::canvas::{CARD, Canvas, solid};
use super::super::rng::Rng;
use super::super::shape::{polar, polygon};
use super::{Subject, ground};

/// A crumpled sheet of triangles, lit from the upper right.
pub(super) fn facets(canvas: &mut Canvas, subject: &Subject<'_>, rng: &mut Rng) {
    const COLUMNS: usize = 11;
    const ROWS: usize = 8;
    let palette = subject.palette;
    canvas.wash(solid(palette.base.alpha(1.0)));
    let (dx, dy) = (CARD.0 / (COLUMNS - 3) as f32, CARD.1 / (ROWS - 3) as f32);
    let points: Vec<(f32, f32, f32)> = (0..COLUMNS * ROWS)
        .map(|i| {
            let (column, row) = ((i % COLUMNS) as f32, (i / COLUMNS) as f32);
            let shift = if (i / COLUMNS).is_multiple_of(2) { 0.0 } else { 0.5 };
            let x = (column - 1.0 + shift + rng.range(-0.3, 0.3)) * dx;
            let y = (row - 1.0 + rng.range(-0.3, 0.3)) * dy;
            (x, y, rng.range(0.0, 150.0))
        })
        .collect();
    let mut triangle = |a: (f32, f32, f32), b: (f32, f32, f32), c: (f32, f32, f32)| {
        let (u, v) = ((b.0 - a.0, b.1 - a.1, b.2 - a.2), (c.0 - a.0, c.1 - a.1, c.2 - a.2));
        let normal = (u.1 * v.2 - u.2 * v.1, u.2 * v.0 - u.0 * v.2, u.0 * v.1 - u.1 * v.0);
        let length = (normal.0 * normal.0 + normal.1 * normal.1 + normal.2 * normal.2).sqrt();
        let light = (normal.0 * 0.55 - normal.1 * 0.6 + normal.2.abs() * 0.58) / length.max(1.0);
        let (x, y) = ((a.0 + b.0 + c.0) / 3.0 / CARD.0, (a.1 + b.1 + c.1) / 3.0 / CARD.1);
        let along = (0.62 * x + 0.5 * (1.0 - y) - 0.1).clamp(0.0, 1.0);
        let tone = palette.deep.mix(palette.base, (along * 1.7).min(1.0));
        let tone = tone.mix(palette.lift, (along * 1.5 - 0.4).clamp(0.0, 1.0));
        let tone = if light > 0.5 {
            tone.mix(palette.accent, (light - 0.5) * 0.75 * (0.35 + along))
        } else {
            tone.mix(palette.deep, (0.5 - light) * 0.75)
        };
        let path = polygon(&[(a.0, a.1), (b.0, b.1), (c.0, c.1)]);
        canvas.fill(path.as_ref(), solid(tone.alpha(1.0)));
        // Covers the seam that smoothing leaves between neighbours.
        canvas.stroke(path.as_ref(), solid(tone.alpha(1.0)), 1.0);
    };
    for row in 0..ROWS - 1 {
        for column in 0..COLUMNS - 1 {
            let at = |c: usize, r: usize| points[(row + r) * COLUMNS + column + c];
            let (a, b, c, d) = (at(0, 0), at(1, 0), at(0, 1), at(1, 1));
            if row % 2 == 0 {
                triangle(a, b, c);
                triangle(b, d, c);
            } else {
                triangle(a, b, d);
                triangle(a, d, c);
            }
        }
    }
}

/// Quarter circles in squares, fading out towards the left.
pub(super) fn tiles(canvas: &mut Canvas, subject: &Subject<'_>, rng: &mut Rng) {
    let palette = subject.palette;
    ground(canvas, palette, |soft| soft.glow(1300.0, 300.0, 900.0, palette.lift, 0.8));
    let side = CARD.1 / 6.0;
    let tones = [palette.lift, palette.accent, palette.accent2, palette.deep, palette.base];
    for column in 2..10 {
        for row in 0..6 {
            let (x, y) = (column as f32 * side, row as f32 * side);
            let far = (column as f32 - 1.0) / 8.0;
            let (kind, turn, tone) = (rng.below(5), rng.below(4), tones[rng.below(5)]);
            // Free for the card's last digits, for the mark and for the tap sign.
            let taken = row == 5 || (row == 4 && column > 4) || (row == 0 && column > 7);
            if taken || rng.unit() > far * 1.6 {
                continue;
            }
            let shader = solid(tone.alpha(0.14 + 0.62 * far * far));
            let (mx, my) = (x + side / 2.0, y + side / 2.0);
            let corner = [(x, y), (x + side, y), (x + side, y + side), (x, y + side)][turn];
            let start = TAU * turn as f32 / 4.0;
            let path = match kind {
                0 | 1 => sector(corner.0, corner.1, side, start, TAU / 4.0),
                2 => PathBuilder::from_circle(mx, my, side * 0.3),
                3 => {
                    let (ex, ey) = polar(mx, my, side / 2.0, start);
                    sector(ex, ey, side / 2.0, start + TAU / 4.0, TAU / 2.0)
                }
                _ => {
                    let (ax, ay) = (corner.0, corner.1);
                    let b = (if ax > x { x } else { x + side }, ay);
                    polygon(&[(ax, ay), b, (ax, if ay > y { y } else { y + side })])
                }
            };
            canvas.fill(path.as_ref(), shader);
        }
    }
}

/// A slice of a disc from `start` over `sweep` radians.
fn sector(x: f32, y: f32, radius: f32, start: f32, sweep: f32) -> Option<resvg::tiny_skia::Path> {
    let mut points = vec![(x, y)];
    points.extend((0..=36).map(|i| polar(x, y, radius, start + sweep * i as f32 / 36.0)));
    polygon(&points)
}

/// Adds the upper half of a circle.
fn push_arch(to: &mut PathBuilder, x: f32, y: f32, radius: f32) {
    let k = radius * 0.552_285;
    to.move_to(x - radius, y);
    to.cubic_to(x - radius, y - k, x - k, y - radius, x, y - radius);
    to.cubic_to(x + k, y - radius, x + radius, y - k, x + radius, y);
}

/// Overlapping fans in rows, like scales.
pub(super) fn scales(canvas: &mut Canvas, subject: &Subject<'_>, rng: &mut Rng) {
    let palette = subject.palette;
    ground(canvas, palette, |soft| {
        soft.glow(rng.range(900.0, 1400.0), 200.0, 1000.0, palette.lift, 0.9);
    });
    let radius = rng.range(104.0, 128.0);
    let rows = (CARD.1 / (radius * 0.5)) as i32 + 3;
    for row in -1..rows {
        let y = row as f32 * radius * 0.5;
        let shift = if row % 2 == 0 { 0.0 } else { radius };
        for column in -1..9 {
            let x = column as f32 * radius * 2.0 + shift;
            // The fans shine where light falls, and sink into the ground elsewhere.
            let (gx, gy) = ((x - 1180.0) / 900.0, (y - 240.0) / 760.0);
            let shine = (1.0 - (gx * gx + gy * gy).sqrt()).clamp(0.0, 1.0);
            let body = palette.deep.mix(palette.base, 0.35 + 0.5 * shine);
            let body = body.mix(palette.lift, shine * 0.7);
            // Upper halves: the rows below cover the rest.
            let mut fan = PathBuilder::new();
            push_arch(&mut fan, x, y, radius);
            canvas.fill(fan.finish().as_ref(), solid(body.alpha(1.0)));
            let line = palette.accent.mix(palette.accent2, shine).alpha(0.16 + 0.6 * shine);
            let mut arcs = PathBuilder::new();
            for ring in 0..4 {
                let r = radius * (1.0 - 0.22 * ring as f32) - 2.0;
                push_arch(&mut arcs, x, y, r);
            }
            canvas.stroke(arcs.finish().as_ref(), solid(line), 1.8);
        }
    }
}
