//! The invented banks and what their seeds say.

use super::palette::{self as p, Palette};
use super::patterns as t;

/// An invented bank as its cards look.
///
/// `seed` decides the look. Its four lowest bytes choose the palette, the pattern of the art, the
/// emblem of the logo and the sort of emblem's ground; what is above varies the drawing. Every
/// number is a good seed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct BankLook {
    /// Name as its logo writes it.
    pub name: &'static str,
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
    bank("Банк Северный мост", p::MIDNIGHT, t::RIDGES, 0, 11),
    bank("Halden & Rowe", p::BLACK_GOLD, t::ROSETTE, 1, 7),
    bank("Клюква Банк", p::BORDEAUX, t::SILK, 2, 3),
    bank("Meridian Harbour", p::OCEAN, t::RIBBONS, 3, 5),
    bank("Озёрный кредит", p::PETROL, t::CONTOURS, 4, 9),
    bank("Lumen Trust", p::NEON, t::BEAMS, 5, 2),
    bank(
        "Межрегиональный банк содействия ремёслам и народным промыслам",
        p::EMERALD,
        t::FACETS,
        6,
        4,
    ),
    bank("Vellum", p::SAND, t::BRUSHED, 7, 6),
    bank("Полесский банк развития", p::FOREST, t::AURORA, 3, 8),
    bank("Quillstone Bank", p::GRAPHITE, t::CARBON, 1, 12),
    bank("Ледокол Банк", p::ICE, t::FACETS, 2, 10),
    bank("Saffron Union", p::SAFFRON, t::TILES, 5, 1),
    bank("Первый Яблочный", p::SUNSET, t::ORBITS, 0, 13),
    bank("Copperleaf Mutual", p::COPPER, t::SCALES, 4, 14),
    bank("Банк «Тихая гавань»", p::LILAC, t::SILK, 6, 15),
    bank("Nightjar", p::AUBERGINE, t::MONOGRAM, 7, 16),
    bank("Silverbirch Private", p::SILVER, t::BRUSHED, 3, 17),
    bank("Коралл Экспресс", p::CORAL, t::HALFTONE, 6, 18),
];
