//! The invented banks and what their seeds say.

use super::palette::{self as p, Palette};

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
    bank("Банк Северный мост", p::MIDNIGHT, 9, 0, 11),
    bank("Halden & Rowe", p::BLACK_GOLD, 0, 1, 7),
    bank("Клюква Банк", p::BORDEAUX, 1, 2, 3),
    bank("Meridian Harbour", p::OCEAN, 7, 3, 5),
    bank("Озёрный кредит", p::PETROL, 2, 4, 9),
    bank("Lumen Trust", p::NEON, 8, 5, 2),
    bank("Межрегиональный банк содействия ремёслам и народным промыслам", p::EMERALD, 3, 6, 4),
    bank("Vellum", p::SAND, 6, 7, 6),
    bank("Полесский банк развития", p::FOREST, 2, 3, 8),
    bank("Quillstone Bank", p::GRAPHITE, 5, 1, 12),
    bank("Ледокол Банк", p::ICE, 3, 2, 10),
    bank("Saffron Union", p::SAFFRON, 10, 5, 1),
    bank("Первый Яблочный", p::SUNSET, 1, 0, 13),
    bank("Copperleaf Mutual", p::COPPER, 4, 4, 14),
    bank("Банк «Тихая гавань»", p::LILAC, 7, 6, 15),
    bank("Nightjar", p::AUBERGINE, 6, 7, 16),
    bank("Silverbirch Private", p::SILVER, 4, 3, 17),
    bank("Коралл Экспресс", p::CORAL, 8, 6, 18),
];
