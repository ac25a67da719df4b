//! Patterns that show a smooth field: contours, dots, light.

use std::f32::consts::TAU;

use resvg::tiny_skia::PathBuilder;

use super::super::canvas::{CARD, Canvas, linear, solid};
use super::super::rng::Rng;
use super::super::shape::polyline;
use super::{Subject, ground};

/// A landscape of round hills.
struct Hills(Vec<[f32; 4]>);

impl Hills {
    fn new(count: usize, rng: &mut Rng) -> Self {
        let mut hill = || {
            let x = rng.range(-100.0, CARD.0 + 100.0);
            let y = rng.range(-100.0, CARD.1 + 100.0);
            [x, y, rng.range(180.0, 420.0), rng.range(0.5, 1.0)]
        };
        Self((0..count).map(|_| hill()).collect())
    }

    fn height(&self, x: f32, y: f32) -> f32 {
        let at = |[cx, cy, reach, height]: &[f32; 4]| {
            let (dx, dy) = ((x - cx) / reach, (y - cy) / reach);
            // Falls like a bell, without a costly exponential.
            height / (1.0 + dx * dx + dy * dy).powi(2)
        };
        self.0.iter().map(at).sum()
    }
}

/// Contour lines of a map.
pub(super) fn contours(canvas: &mut Canvas, subject: &Subject<'_>, rng: &mut Rng) {
    const COLUMNS: usize = 128;
    const ROWS: usize = 81;
    let palette = subject.palette;
    let hills = Hills::new(7, rng);
    ground(canvas, palette, |soft| {
        for [x, y, reach, height] in &hills.0 {
            soft.glow(*x, *y, reach * 1.7, palette.lift, 0.6 * height);
        }
    });
    let step = CARD.0 / (COLUMNS - 1) as f32;
    let place = |column: usize, row: usize| (column as f32 * step, row as f32 * step);
    let heights: Vec<f32> = (0..COLUMNS * ROWS)
        .map(|i| {
            let (x, y) = place(i % COLUMNS, i / COLUMNS);
            hills.height(x, y)
        })
        .collect();
    let top = heights.iter().copied().fold(0.0, f32::max);
    let levels = 22;
    for level in 1..levels {
        let share = level as f32 / levels as f32;
        let wanted = top * share;
        let mut builder = PathBuilder::new();
        for row in 0..ROWS - 1 {
            for column in 0..COLUMNS - 1 {
                let corner = |c: usize, r: usize| {
                    let (x, y) = place(column + c, row + r);
                    (x, y, heights[(row + r) * COLUMNS + column + c])
                };
                let corners = [corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)];
                cross_cell(&mut builder, corners, wanted);
            }
        }
        let main = level % 4 == 0;
        let colour = palette.accent.mix(palette.accent2, share * 0.8);
        let shader = solid(colour.alpha(if main { 0.62 } else { 0.34 }));
        canvas.stroke(builder.finish().as_ref(), shader, if main { 2.4 } else { 1.4 });
    }
}

/// The contour at `level` through one cell of the grid; its corners go round.
fn cross_cell(builder: &mut PathBuilder, corners: [(f32, f32, f32); 4], level: f32) {
    let mut pending: Option<(f32, f32)> = None;
    for index in 0..4 {
        let (a, b) = (corners[index], corners[(index + 1) % 4]);
        if (a.2 < level) == (b.2 < level) {
            continue;
        }
        let t = (level - a.2) / (b.2 - a.2);
        let at = (a.0 + (b.0 - a.0) * t, a.1 + (b.1 - a.1) * t);
        match pending.take() {
            None => pending = Some(at),
            Some(from) => {
                builder.move_to(from.0, from.1);
                builder.line_to(at.0, at.1);
            }
        }
    }
}

/// Dots that grow and shrink along a wave.
pub(super) fn halftone(canvas: &mut Canvas, subject: &Subject<'_>, rng: &mut Rng) {
    let palette = subject.palette;
    ground(canvas, palette, |soft| {
        soft.glow(1250.0, 250.0, 950.0, palette.lift, 1.0);
        soft.glow(1500.0, 700.0, 500.0, palette.accent, 0.25);
    });
    let (sin, cos) = rng.range(0.25, 0.6).sin_cos();
    let phase = rng.range(0.0, TAU);
    let pitch = 27.0;
    let shader = || {
        let stops = [
            (0.0, palette.accent.alpha(0.15)),
            (0.55, palette.accent.alpha(0.75)),
            (1.0, palette.accent2.alpha(0.9)),
        ];
        linear((300.0, 0.0), (CARD.0, 500.0), &stops)
    };
    for row in -50..70 {
        let mut builder = PathBuilder::new();
        for column in -30..80 {
            let (u, v) = (column as f32 * pitch, row as f32 * pitch);
            let shift = if row % 2 == 0 { 0.0 } else { pitch / 2.0 };
            let (x, y) = ((u + shift) * cos - v * sin, (u + shift) * sin + v * cos);
            if !(-20.0..CARD.0 + 20.0).contains(&x) || !(-20.0..CARD.1 + 20.0).contains(&y) {
                continue;
            }
            let wave = ((x / 240.0 + phase).sin() + (y / 170.0 - x / 420.0 + phase).cos()) * 0.25;
            let side = ((x - 250.0) / 1250.0).clamp(0.0, 1.0);
            let radius = 12.5 * (wave + 0.5) * side;
            if radius > 0.7 {
                builder.push_circle(x, y, radius);
            }
        }
        canvas.fill(builder.finish().as_ref(), shader());
    }
}

/// Curtains of light in the night sky.
pub(super) fn aurora(canvas: &mut Canvas, subject: &Subject<'_>, rng: &mut Rng) {
    let palette = subject.palette;
    let tones = [palette.lift, palette.accent, palette.accent2, palette.lift, palette.accent];
    ground(canvas, palette, |soft| {
        for (index, tone) in tones.into_iter().enumerate() {
            let x = 200.0 + 300.0 * index as f32 + rng.range(-120.0, 120.0);
            let y = rng.range(80.0, 760.0);
            let strength = if index % 3 == 0 { 0.9 } else { 0.5 };
            soft.glow(x, y, rng.range(480.0, 760.0), tone, strength);
        }
        soft.glow(rng.range(300.0, 800.0), 900.0, 700.0, palette.deep, 0.9);
        soft.glow(rng.range(900.0, 1300.0), 40.0, 420.0, palette.deep, 0.55);
    });
    let phase = rng.range(0.0, TAU);
    for curtain in 0..3 {
        let curtain = curtain as f32;
        for line in 0..18 {
            let t = line as f32 / 17.0;
            let points: Vec<_> = (0..=40)
                .map(|i| {
                    let x = -30.0 + 1600.0 * i as f32 / 40.0;
                    let bend = (x / 380.0 + phase + curtain * 1.9).sin() * (70.0 + 60.0 * curtain);
                    let lean = (x / 170.0 + phase * 2.0 + t * 1.2).sin() * 16.0 * t;
                    (x, 330.0 + 150.0 * curtain + bend + lean - 9.0 * t * t * 14.0)
                })
                .collect();
            let colour = palette.accent.mix(palette.accent2, curtain / 2.0);
            let shader = solid(colour.alpha(0.36 * (1.0 - t) + 0.02));
            canvas.stroke(polyline(&points).as_ref(), shader, 1.5);
        }
    }
}
