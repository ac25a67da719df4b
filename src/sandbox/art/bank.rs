//! The invented banks and what their seeds say.

use super::emblem as e;
use super::palette::{self as p, Palette};
use super::patterns as t;

/// An invented bank as its cards look.
///
/// `seed` decides the look. Its three lowest bytes choose the palette, the pattern of the art and
/// the emblem of the logo; what is above them varies the drawing. Every number is a good seed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct BankLook {
    /// Name as its logo writes it.
    pub name: &'static str,
    /// Decides palette, pattern and emblem; see above.
    pub seed: u64,
}

impl BankLook {
    pub(super) fn palette(&self) -> Palette {
        Palette::of((self.seed & 0xFF) as usize)
    }

    /// Which pattern; to be taken modulo their number.
    pub(super) fn pattern(&self) -> usize {
        ((self.seed >> 8) & 0xFF) as usize
    }

    /// Which emblem; to be taken modulo their number.
    pub(super) fn emblem(&self) -> usize {
        ((self.seed >> 16) & 0xFF) as usize
    }
}

const fn bank(name: &'static str, palette: u64, pattern: u64, emblem: u64, vary: u64) -> BankLook {
    BankLook { name, seed: palette | pattern << 8 | emblem << 16 | vary << 24 }
}

/// The banks of the sandbox. None of them exists, as far as the authors know.
pub const BANKS: &[BankLook] = &[
    bank("Банк Северный мост", p::MIDNIGHT, t::RIDGES, e::BRIDGE, 11),
    bank("Halden & Rowe", p::BLACK_GOLD, t::ROSETTE, e::DIAMOND, 7),
    bank("Клюква Банк", p::BORDEAUX, t::SILK, e::BERRIES, 3),
    bank("Meridian Harbour", p::OCEAN, t::RIBBONS, e::SAIL, 5),
    bank("Озёрный кредит", p::PETROL, t::CONTOURS, e::TRILLIUM, 9),
    bank("Lumen Trust", p::NEON, t::BEAMS, e::SUNRISE, 2),
    bank(
        "Межрегиональный банк содействия ремёслам и народным промыслам",
        p::EMERALD,
        t::FACETS,
        e::QUARTERS,
        4,
    ),
    bank("Vellum", p::SAND, t::CONTOURS, e::BOOK, 6),
    bank("Полесский банк развития", p::FOREST, t::AURORA, e::FIR, 8),
    bank("Quillstone Bank", p::GRAPHITE, t::CARBON, e::QUILL, 12),
    bank("Ледокол Банк", p::ICE, t::FACETS, e::PEAKS, 10),
    bank("Saffron Union", p::SAFFRON, t::TILES, e::SUNRISE, 1),
    bank("Первый Яблочный", p::SUNSET, t::ORBITS, e::APPLE, 13),
    bank("Copperleaf Mutual", p::COPPER, t::SCALES, e::TRILLIUM, 14),
    bank("Банк «Тихая гавань»", p::LILAC, t::RIBBONS, e::WAVES, 15),
    bank("Nightjar", p::AUBERGINE, t::MONOGRAM, e::MOON, 16),
    bank("Silverbirch Private", p::SILVER, t::BRUSHED, e::PEAKS, 17),
    bank("Коралл Экспресс", p::CORAL, t::HALFTONE, e::QUARTERS, 18),
    bank("Мятный берег", p::MINT, t::SCALES, e::WAVES, 19),
    bank("Rosewater Credit", p::BLUSH, t::SILK, e::DIAMOND, 20),
];
