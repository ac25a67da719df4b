//! Patterns of translucent sheets.

use resvg::tiny_skia::PathBuilder;

use super::super::canvas::{CARD, Canvas, linear, solid};
use super::super::rng::Rng;
use super::super::shape::{polygon, polyline};
use super::{Subject, ground};

/// Beams of light falling aslant.
pub(super) fn beams(canvas: &mut Canvas, subject: &Subject<'_>, rng: &mut Rng) {
    let palette = subject.palette;
    ground(canvas, palette, |soft| {
        soft.glow(1400.0, 60.0, 1000.0, palette.lift, 1.0);
        soft.glow(1050.0, 900.0, 700.0, palette.accent, 0.28);
    });
    let lean = rng.range(380.0, 620.0);
    for beam in 0..9 {
        let x = 260.0 + 150.0 * beam as f32 + rng.range(-70.0, 70.0);
        let width = rng.range(60.0, 300.0);
        let tone = match beam % 3 {
            0 => palette.accent,
            1 => palette.lift,
            _ => palette.accent2,
        };
        let strength = rng.range(0.18, 0.46);
        let sheet = polygon(&[
            (x + lean, -10.0),
            (x + width + lean, -10.0),
            (x + width - lean, CARD.1 + 10.0),
            (x - lean, CARD.1 + 10.0),
        ]);
        // Across the beam: one bright edge, fading to nothing at the other.
        let stops = [(0.0, tone.alpha(strength)), (1.0, tone.alpha(0.0))];
        let slope = lean * 2.0 / CARD.1;
        let (nx, ny) = (1.0 / (1.0 + slope * slope), slope / (1.0 + slope * slope));
        let from = (x, CARD.1 / 2.0);
        let to = (x + width * nx, CARD.1 / 2.0 + width * ny);
        canvas.fill(sheet.as_ref(), linear(from, to, &stops));
        let edge = polyline(&[(x + lean, -10.0), (x - lean, CARD.1 + 10.0)]);
        let stops = [(0.0, tone.alpha(0.7)), (0.6, tone.alpha(0.3)), (1.0, tone.alpha(0.0))];
        canvas.stroke(edge.as_ref(), linear((x + lean, 0.0), (x - lean, CARD.1), &stops), 1.6);
    }
}

/// Broad ribbons that curl over each other.
pub(super) fn ribbons(canvas: &mut Canvas, subject: &Subject<'_>, rng: &mut Rng) {
    let palette = subject.palette;
    ground(canvas, palette, |soft| soft.glow(1350.0, 120.0, 900.0, palette.lift, 0.7));
    let sway = rng.range(-60.0, 60.0);
    let tones = [palette.deep, palette.base, palette.lift, palette.accent, palette.accent2];
    for ribbon in 0..5 {
        let n = ribbon as f32;
        let drop = 150.0 * n + sway;
        // Each throws a shadow on the one behind. The handles at the joint lie on one line.
        let mut builder = PathBuilder::new();
        builder.move_to(-20.0, 560.0 + drop * 0.9);
        builder.cubic_to(
            420.0,
            330.0 + drop,
            620.0,
            980.0 + drop * 0.3,
            1000.0,
            560.0 + drop * 0.7,
        );
        builder.cubic_to(1180.0, 363.0 + drop * 0.888, 1330.0, 270.0 + drop, 1560.0, 230.0 + drop);
        let edge = builder.clone().finish();
        builder.line_to(1560.0, 1000.0);
        builder.line_to(-20.0, 1000.0);
        builder.close();
        let body = builder.finish();
        for (width, alpha) in [(50.0, 0.04), (32.0, 0.05), (14.0, 0.08)] {
            canvas.stroke(edge.as_ref(), solid(palette.deep.alpha(alpha)), width);
        }
        let (near, far) = (tones[4 - ribbon], tones[(5 - ribbon).min(4)]);
        let stops = [
            (0.0, palette.base.mix(near, 0.25).alpha(1.0)),
            (0.45, palette.base.mix(near, 0.8).alpha(1.0)),
            (0.7, palette.base.mix(far, 0.95).alpha(1.0)),
            (1.0, near.mix(palette.deep, 0.25).alpha(1.0)),
        ];
        canvas.fill(body.as_ref(), linear((0.0, 700.0), (CARD.0, 200.0 + drop), &stops));
        let shine =
            [(0.0, far.alpha(0.0)), (0.6, palette.accent2.alpha(0.75)), (1.0, far.alpha(0.1))];
        canvas.stroke(edge.as_ref(), linear((0.0, 0.0), (CARD.0, 0.0), &shine), 2.0);
    }
}
