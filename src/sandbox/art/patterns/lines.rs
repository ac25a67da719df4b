//! Patterns of fine lines.

use std::f32::consts::TAU;

use resvg::tiny_skia::PathBuilder;

use super::super::canvas::{Canvas, linear, solid};
use super::super::rng::Rng;
use super::super::shape::{polar, polyline};
use super::{Subject, ground};

/// Waves of fine lines that pass into each other like folds of silk.
pub(super) fn silk(canvas: &mut Canvas, subject: &Subject<'_>, rng: &mut Rng) {
    let palette = subject.palette;
    let lit = rng.range(700.0, 1300.0);
    ground(canvas, palette, |soft| {
        soft.glow(lit, 260.0, 900.0, palette.lift, 0.95);
        soft.glow(1500.0, 900.0, 800.0, palette.accent2, 0.22);
    });
    let phase = rng.range(0.0, TAU);
    let stretch = rng.range(250.0, 330.0);
    for sheet in 0..2 {
        let sheet = sheet as f32;
        let colour = if sheet == 0.0 { palette.accent } else { palette.accent2 };
        for line in 0..34 {
            let t = line as f32 / 33.0;
            let fold = (90.0 + 60.0 * sheet) - 230.0 * t;
            let points: Vec<_> = (0..=44)
                .map(|i| {
                    let x = -20.0 + 1580.0 * i as f32 / 44.0;
                    let turn = x / (stretch + 60.0 * sheet) + phase + sheet * 2.1 + t * 1.7;
                    let slow = (x / 610.0 + phase * 0.7 + t).sin();
                    (x, 400.0 + 130.0 * sheet + 250.0 * t + fold * turn.sin() + 90.0 * slow)
                })
                .collect();
            let strength = 0.16 + 0.5 * (1.0 - (2.0 * t - 1.0).abs());
            let stops = [(0.0, colour.alpha(strength * 0.2)), (1.0, colour.alpha(strength))];
            let shader = linear((0.0, 0.0), (1200.0, 0.0), &stops);
            canvas.stroke(polyline(&points).as_ref(), shader, 1.7);
        }
    }
}

/// An engraver's rosette, cut off by the card's right edge.
pub(super) fn rosette(canvas: &mut Canvas, subject: &Subject<'_>, rng: &mut Rng) {
    let palette = subject.palette;
    let (x, y) = (rng.range(1080.0, 1220.0), rng.range(430.0, 540.0));
    ground(canvas, palette, |soft| soft.glow(x, y, 900.0, palette.lift, 0.9));
    // Circles whose middles go round a circle: their crossings are the rosette.
    let (spread, radius) = (rng.range(150.0, 200.0), rng.range(330.0, 380.0));
    let count = 52;
    for turn in 0..count {
        let share = turn as f32 / count as f32;
        let (cx, cy) = polar(x, y, spread, TAU * share);
        let tone = palette.accent.mix(palette.accent2, (share * TAU).sin() * 0.5 + 0.5);
        let circle = PathBuilder::from_circle(cx, cy, radius);
        canvas.stroke(circle.as_ref(), solid(tone.alpha(0.42)), 1.5);
    }
    let petals = 10.0 + rng.below(5) as f32 * 2.0;
    for ring in 0..12 {
        let level = ring as f32 / 11.0;
        let points: Vec<_> = (0..=240)
            .map(|i| {
                let angle = TAU * i as f32 / 240.0;
                let wave = (petals * angle + level * 2.6).sin();
                polar(x, y, 60.0 + 90.0 * level + (10.0 + 16.0 * level) * wave, angle)
            })
            .collect();
        let colour = palette.accent2.alpha(0.4);
        canvas.stroke(polyline(&points).as_ref(), solid(colour), 1.2);
    }
    for rim in 0..5 {
        let far = spread + radius + 16.0 + 9.0 * rim as f32;
        let circle = PathBuilder::from_circle(x, y, far);
        let colour = palette.accent.alpha(0.36 - 0.06 * rim as f32);
        canvas.stroke(circle.as_ref(), solid(colour), 1.4);
    }
}
