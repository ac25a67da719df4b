//! Patterns of fine lines.

use super::super::canvas::{CARD, Canvas, linear, solid};
use super::super::palette::Palette;
use super::super::rng::Rng;
use super::super::shape::polyline;

/// Waves of fine lines that pass into each other like folds of silk.
pub(super) fn silk(canvas: &mut Canvas, palette: &Palette, rng: &mut Rng) {
    let stops = [(0.0, palette.base.alpha(1.0)), (1.0, palette.deep.alpha(1.0))];
    canvas.wash(linear((0.0, 0.0), (CARD.0, CARD.1), &stops));
    canvas.glow(rng.range(900.0, 1500.0), 200.0, 800.0, palette.lift, 0.8);
    let phase = rng.range(0.0, 6.0);
    for line in 0..60 {
        let t = line as f32 / 59.0;
        let points: Vec<_> = (0..=64)
            .map(|i| {
                let x = -20.0 + 1580.0 * i as f32 / 64.0;
                let y =
                    300.0 + 420.0 * t + (90.0 - 160.0 * t) * (x / 260.0 + phase + t * 2.4).sin();
                (x, y)
            })
            .collect();
        let colour = palette.accent.mix(palette.accent2, t).alpha(0.35);
        canvas.stroke(polyline(&points).as_ref(), solid(colour), 1.6);
    }
}
