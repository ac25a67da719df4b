//! Patterns that imitate a material.

use resvg::tiny_skia::{PathBuilder, Pixmap, PremultipliedColorU8};

use super::super::canvas::{CARD, Canvas, linear, solid, sweep};
use super::super::palette::{Palette, Rgb};
use super::super::rng::Rng;
use super::super::shape::{polygon, polyline};
use super::Subject;

/// Woven carbon under lacquer, with a coloured stripe.
pub(super) fn carbon(canvas: &mut Canvas, subject: &Subject<'_>, rng: &mut Rng) {
    let palette = subject.palette;
    canvas.wash(solid(palette.deep.alpha(1.0)));
    if let Some(tile) = weave(canvas.scale(), palette) {
        canvas.tile(&tile, 1.0);
    }
    let lean = rng.range(180.0, 320.0);
    let light = Rgb(0xFF, 0xFF, 0xFF);
    let stops = [
        (0.0, palette.accent.alpha(0.0)),
        (0.42, palette.accent.alpha(0.05)),
        (0.5, light.alpha(0.22)),
        (0.56, palette.accent.alpha(0.08)),
        (1.0, palette.deep.alpha(0.55)),
    ];
    canvas.wash(linear((240.0, -lean), (1500.0, CARD.1 + lean), &stops));
    for (x, width, alpha) in [(1120.0, 26.0, 0.95), (1168.0, 10.0, 0.75), (1196.0, 4.0, 0.5)] {
        let stripe = polygon(&[
            (x + lean, -10.0),
            (x + width + lean, -10.0),
            (x + width - lean, CARD.1 + 10.0),
            (x - lean, CARD.1 + 10.0),
        ]);
        let stops = [
            (0.0, palette.accent2.alpha(alpha)),
            (0.6, palette.accent2.mix(palette.deep, 0.35).alpha(alpha)),
            (1.0, palette.accent2.mix(palette.deep, 0.75).alpha(alpha)),
        ];
        canvas.fill(stripe.as_ref(), linear((x, 0.0), (x - lean, CARD.1), &stops));
    }
}

/// One repeat of a two-by-two twill: threads four wide, each rounded by light.
fn weave(scale: f32, palette: &Palette) -> Option<Pixmap> {
    let thread = ((7.0 * scale).round() as u32).clamp(2, 64);
    let side = thread * 4;
    let mut tile = Pixmap::new(side, side)?;
    let high = palette.base.mix(palette.lift, 0.55);
    for (index, pixel) in (0u32..).zip(tile.pixels_mut()) {
        let (x, y) = (index % side, index / side);
        let over = (x / thread + y / thread) % 4 < 2;
        let across = if over { y % thread } else { x % thread };
        let bulge = (across as f32 + 0.5) / thread as f32 * 2.0 - 1.0;
        let shine = (1.0 - bulge * bulge) * if over { 0.85 } else { 0.38 };
        let tone = palette.deep.mix(high, shine);
        *pixel = PremultipliedColorU8::from_rgba(tone.0, tone.1, tone.2, 255)?;
    }
    Some(tile)
}

/// Metal brushed from left to right.
pub(super) fn brushed(canvas: &mut Canvas, subject: &Subject<'_>, rng: &mut Rng) {
    let palette = subject.palette;
    let shine = palette.lift.mix(palette.accent, 0.12);
    let stops = [
        (0.0, palette.base.alpha(1.0)),
        (0.2, shine.alpha(1.0)),
        (0.38, palette.base.mix(palette.deep, 0.35).alpha(1.0)),
        (0.62, shine.alpha(1.0)),
        (0.8, palette.base.alpha(1.0)),
        (1.0, palette.deep.alpha(1.0)),
    ];
    let lean = rng.range(120.0, 260.0);
    canvas.wash(linear((0.0, -lean), (CARD.0, CARD.1 - 200.0), &stops));
    let light = palette.lift.mix(Rgb(0xFF, 0xFF, 0xFF), 0.5);
    for _ in 0..220 {
        let y = rng.range(0.0, CARD.1);
        let (x, length) = (rng.range(-300.0, CARD.0), rng.range(200.0, 1100.0));
        let tone = if rng.coin() { light } else { palette.deep };
        let shader = solid(tone.alpha(rng.range(0.03, 0.11)));
        canvas.stroke(polyline(&[(x, y), (x + length, y)]).as_ref(), shader, rng.range(0.8, 2.2));
    }
    spun(canvas, palette, rng);
}

/// A disc turned on a lathe, let into the metal: its light stands in rays.
fn spun(canvas: &mut Canvas, palette: &Palette, rng: &mut Rng) {
    let light = palette.lift.mix(Rgb(0xFF, 0xFF, 0xFF), 0.35);
    let shade = palette.base.mix(palette.deep, 0.7);
    let (x, y) = (rng.range(1120.0, 1230.0), rng.range(380.0, 470.0));
    let radius = rng.range(500.0, 560.0);
    let rays = 7;
    let mut stops = vec![(0.0, shade.alpha(1.0))];
    for ray in 0..rays {
        let middle = (ray as f32 + 0.5) / rays as f32;
        stops.push((middle - 0.04, palette.base.alpha(1.0)));
        stops.push((middle, light.mix(palette.base, rng.range(0.0, 0.45)).alpha(1.0)));
        stops.push((middle + 0.045, palette.base.mix(shade, 0.6).alpha(1.0)));
    }
    stops.push((1.0, shade.alpha(1.0)));
    let disc = PathBuilder::from_circle(x, y, radius);
    for (width, alpha) in [(44.0, 0.07), (20.0, 0.12)] {
        canvas.stroke(disc.as_ref(), solid(palette.deep.alpha(alpha)), width);
    }
    canvas.fill(disc.as_ref(), sweep(x, y, &stops));
    let mut r = 14.0;
    while r < radius {
        let circle = PathBuilder::from_circle(x, y, r);
        let tone = if rng.coin() { light } else { palette.deep };
        canvas.stroke(circle.as_ref(), solid(tone.alpha(rng.range(0.04, 0.16))), 1.2);
        r += rng.range(9.0, 24.0);
    }
    let rim = [(0.0, light.alpha(0.95)), (0.5, palette.accent.alpha(0.5)), (1.0, light.alpha(0.3))];
    let shader = linear((x - radius, y - radius), (x + radius, y + radius), &rim);
    canvas.stroke(disc.as_ref(), shader, 3.0);
    let boss = PathBuilder::from_circle(x, y, 14.0);
    canvas.fill(boss.as_ref(), solid(palette.accent2.alpha(0.9)));
}
