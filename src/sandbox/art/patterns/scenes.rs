//! Patterns with one large figure.

use std::f32::consts::TAU;

use resvg::tiny_skia::{PathBuilder, Transform};

use super::super::canvas::{CARD, Canvas, linear, radial, solid};
use super::super::letters;
use super::super::rng::Rng;
use super::super::shape::polar;
use super::{Subject, ground};

/// Ranges of hills behind each other, in haze, under a moon.
pub(super) fn ridges(canvas: &mut Canvas, subject: &Subject<'_>, rng: &mut Rng) {
    let palette = subject.palette;
    let sky = [
        (0.0, palette.deep.mix(palette.base, 0.6).alpha(1.0)),
        (0.6, palette.base.mix(palette.lift, 0.75).alpha(1.0)),
        (1.0, palette.lift.mix(palette.accent, 0.5).alpha(1.0)),
    ];
    canvas.wash(linear((0.0, 0.0), (0.0, 640.0), &sky));
    let (x, y) = (rng.range(1000.0, 1200.0), rng.range(230.0, 300.0));
    canvas.glow(x, y, 420.0, palette.accent, 0.55);
    let moon = PathBuilder::from_circle(x, y, 92.0);
    let stops = [(0.0, palette.accent2.alpha(0.95)), (1.0, palette.accent.alpha(0.85))];
    canvas.fill(moon.as_ref(), linear((x, y - 92.0), (x, y + 92.0), &stops));
    let layers = 6;
    for layer in 0..layers {
        let depth = layer as f32 / (layers - 1) as f32;
        let base = 430.0 + 400.0 * depth;
        let phases: Vec<f32> = (0..5).map(|_| rng.range(0.0, TAU)).collect();
        let mut builder = PathBuilder::new();
        builder.move_to(-10.0, CARD.1 + 10.0);
        for i in 0..=130 {
            let px = -10.0 + 1560.0 * i as f32 / 130.0;
            let mut rise = 0.0;
            let (mut length, mut height) = (360.0 - 90.0 * depth, 86.0 - 20.0 * depth);
            for phase in &phases {
                rise += height * (px / length + phase).sin();
                length *= 0.47;
                height *= 0.46;
            }
            builder.line_to(px, base + rise);
        }
        builder.line_to(CARD.0 + 10.0, CARD.1 + 10.0);
        builder.close();
        let tone = palette.lift.mix(palette.accent, 0.25 * (1.0 - depth));
        let tone = tone.mix(palette.base, (depth * 1.8).min(1.0));
        let tone = tone.mix(palette.deep, (depth * 1.6 - 0.6).clamp(0.0, 0.95));
        // Haze lies in the valleys.
        let haze = tone.mix(palette.lift, 0.4 * (1.0 - depth));
        let stops = [(0.0, tone.alpha(1.0)), (1.0, haze.alpha(1.0))];
        canvas.fill(
            builder.finish().as_ref(),
            linear((0.0, base - 80.0), (0.0, base + 190.0), &stops),
        );
    }
}

/// Discs within discs around a corner, with planets on their rims.
pub(super) fn orbits(canvas: &mut Canvas, subject: &Subject<'_>, rng: &mut Rng) {
    let palette = subject.palette;
    ground(canvas, palette, |_| {});
    let (x, y) = (rng.range(1240.0, 1420.0), rng.range(560.0, 800.0));
    for disc in 0..5 {
        let radius = 1080.0 - 205.0 * disc as f32;
        let near = palette.lift.mix(palette.accent, 0.14 * disc as f32);
        let stops = [(0.0, near.alpha(0.62)), (1.0, palette.deep.alpha(0.2))];
        let circle = PathBuilder::from_circle(x, y, radius);
        let from = (x - radius * 0.75, y - radius * 0.75);
        canvas.fill(circle.as_ref(), linear(from, (x + radius * 0.4, y + radius * 0.6), &stops));
        let rim = [(0.0, palette.accent2.alpha(0.85)), (0.6, palette.accent.alpha(0.1))];
        canvas.stroke(circle.as_ref(), linear(from, (x, y), &rim), 1.8);
        let size = rng.range(9.0, 30.0);
        let (px, py) = polar(x, y, radius, TAU / 2.0 + rng.range(-0.25, 0.3));
        if disc % 2 == 0 {
            let stops = [(0.0, palette.accent2.alpha(1.0)), (1.0, palette.accent.alpha(1.0))];
            let planet = PathBuilder::from_circle(px, py, size);
            canvas.fill(
                planet.as_ref(),
                radial(px - size * 0.4, py - size * 0.4, size * 1.4, &stops),
            );
        }
    }
}

/// The bank's initial, larger than the card, with its outline echoed.
pub(super) fn monogram(canvas: &mut Canvas, subject: &Subject<'_>, rng: &mut Rng) {
    let palette = subject.palette;
    ground(canvas, palette, |soft| soft.glow(1300.0, 200.0, 1000.0, palette.lift, 0.9));
    let line = letters::line(&initial(subject.name), 1060.0, 0.0);
    let turn = Transform::from_rotate(rng.range(-16.0, -8.0));
    let place = turn.post_translate(1000.0 - line.width * 0.22, 1080.0);
    let letter = line.path.and_then(|path| path.transform(place));
    // Wide strokes under narrower ones leave bands of even width around the letter.
    for band in 0..4 {
        let tone = palette.lift.mix(palette.accent, 0.15 * band as f32);
        let stops = [(0.0, tone.alpha(0.3)), (1.0, palette.deep.alpha(0.16))];
        let shader = linear((1500.0, 0.0), (600.0, CARD.1), &stops);
        canvas.stroke(letter.as_ref(), shader, 400.0 - 100.0 * band as f32);
    }
    let stops = [
        (0.0, palette.accent2.alpha(0.9)),
        (0.4, palette.accent.mix(palette.lift, 0.35).alpha(0.9)),
        (1.0, palette.lift.mix(palette.deep, 0.45).alpha(0.95)),
    ];
    canvas.fill(letter.as_ref(), linear((1500.0, -40.0), (860.0, CARD.1), &stops));
    canvas.stroke(letter.as_ref(), solid(palette.accent2.alpha(0.5)), 2.0);
}

/// The first letter of the name's first word that differs between banks.
fn initial(name: &str) -> String {
    let words = || name.split_whitespace();
    let word = words().find(|word| !matches!(*word, "Банк" | "Bank" | "The")).or(words().next());
    let letter = word.and_then(|word| word.chars().find(|c| c.is_alphabetic()));
    letter.into_iter().flat_map(char::to_uppercase).collect()
}
