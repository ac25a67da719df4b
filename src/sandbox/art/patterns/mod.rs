//! Patterns of card art. Each paints a whole card, opaque, in card units.

mod facets;
mod fields;
mod lines;
mod materials;
mod scenes;
mod sheets;

use super::canvas::{CARD, Canvas, linear};
use super::palette::Palette;
use super::rng::Rng;

/// What a pattern draws from.
pub(super) struct Subject<'a> {
    pub(super) palette: &'a Palette,
    /// The bank's name: some patterns show its initial.
    pub(super) name: &'a str,
}

type Pattern = fn(&mut Canvas, &Subject<'_>, &mut Rng);

pub(super) const ROSETTE: u64 = 0;
pub(super) const SILK: u64 = 1;
pub(super) const CONTOURS: u64 = 2;
pub(super) const FACETS: u64 = 3;
pub(super) const HALFTONE: u64 = 4;
pub(super) const CARBON: u64 = 5;
pub(super) const BRUSHED: u64 = 6;
pub(super) const MONOGRAM: u64 = 7;
pub(super) const BEAMS: u64 = 8;
pub(super) const RIDGES: u64 = 9;
pub(super) const TILES: u64 = 10;
pub(super) const ORBITS: u64 = 11;
pub(super) const RIBBONS: u64 = 12;
pub(super) const SCALES: u64 = 13;
pub(super) const AURORA: u64 = 14;

/// In the order of the names above.
const PATTERNS: [Pattern; 15] = [
    lines::rosette,
    lines::silk,
    fields::contours,
    facets::facets,
    fields::halftone,
    materials::carbon,
    materials::brushed,
    scenes::monogram,
    sheets::beams,
    scenes::ridges,
    facets::tiles,
    scenes::orbits,
    sheets::ribbons,
    facets::scales,
    fields::aurora,
];

/// Paints the pattern number `index`.
pub(super) fn paint(canvas: &mut Canvas, index: usize, subject: &Subject<'_>, rng: &mut Rng) {
    PATTERNS[index % PATTERNS.len()](canvas, subject, rng);
}

/// The usual ground, from the lifted colour at the upper left to the deep one at the lower right,
/// and soft light on it.
fn ground(canvas: &mut Canvas, palette: &Palette, light: impl FnOnce(&mut Canvas)) {
    let stops = [
        (0.0, palette.base.mix(palette.lift, 0.45).alpha(1.0)),
        (0.5, palette.base.alpha(1.0)),
        (1.0, palette.deep.mix(palette.base, 0.25).alpha(1.0)),
    ];
    canvas.soften(|soft| {
        soft.wash(linear((0.0, -60.0), (CARD.0, CARD.1 + 60.0), &stops));
        light(soft);
    });
}
