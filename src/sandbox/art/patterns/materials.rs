//! Patterns that imitate a material.

use resvg::tiny_skia::{PathBuilder, Pixmap, PremultipliedColorU8};

use super::super::canvas::{CARD, Canvas, linear, solid};
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
    for _ in 0..420 {
        let y = rng.range(0.0, CARD.1);
        let (x, length) = (rng.range(-300.0, CARD.0), rng.range(200.0, 1100.0));
        let tone = if rng.coin() { light } else { palette.deep };
        let shader = solid(tone.alpha(rng.range(0.03, 0.11)));
        canvas.stroke(polyline(&[(x, y), (x + length, y)]).as_ref(), shader, rng.range(0.8, 2.2));
    }
    // A bevelled inlay, set off by a bright edge and a dark one.
    let far = rng.range(980.0, 1120.0);
    for (shift, tone, alpha) in [(3.0, palette.deep, 0.6), (0.0, light, 0.75)] {
        let mut builder = PathBuilder::new();
        builder.move_to(far + shift, -10.0);
        builder.cubic_to(
            far + 40.0 + shift,
            330.0,
            far + 520.0,
            520.0 + shift,
            1560.0,
            560.0 + shift,
        );
        canvas.stroke(builder.finish().as_ref(), solid(tone.alpha(alpha)), 2.2);
    }
    let mut inlay = PathBuilder::new();
    inlay.move_to(far, -10.0);
    inlay.cubic_to(far + 40.0, 330.0, far + 520.0, 520.0, 1560.0, 560.0);
    inlay.line_to(1560.0, -10.0);
    inlay.close();
    let stops = [(0.0, palette.accent2.alpha(0.34)), (1.0, palette.accent.alpha(0.1))];
    canvas.fill(inlay.finish().as_ref(), linear((CARD.0, 0.0), (far, 560.0), &stops));
}
