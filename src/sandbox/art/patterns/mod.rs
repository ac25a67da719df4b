//! Patterns of card art, one family to a file or two.

mod lines;

use super::bank::BankLook;
use super::canvas::Canvas;
use super::palette::Palette;
use super::rng::Rng;

/// Paints the whole card in its bank's pattern, opaque.
pub(super) fn paint(canvas: &mut Canvas, palette: &Palette, bank: &BankLook, rng: &mut Rng) {
    let _ = bank;
    lines::silk(canvas, palette, rng);
}
