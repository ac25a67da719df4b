//! Colours of the invented banks.

use resvg::tiny_skia::Color;

/// An opaque sRGB colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rgb(pub(super) u8, pub(super) u8, pub(super) u8);

/// Lettering over dark art. Not white: its luminance (about 0.6) keeps 1.5:1 on white paper too.
pub(super) const PALE: Rgb = Rgb(0xC9, 0xCE, 0xDA);

impl Rgb {
    pub(super) const fn hex(rgb: u32) -> Self {
        Self((rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8)
    }

    /// As a paint; `alpha` from 0 to 1.
    pub(super) fn alpha(self, alpha: f32) -> Color {
        let alpha = (alpha.clamp(0.0, 1.0) * 255.0).round() as u8;
        Color::from_rgba8(self.0, self.1, self.2, alpha)
    }

    /// `share` of `other` in this colour, from 0 to 1.
    pub(super) fn mix(self, other: Self, share: f32) -> Self {
        let share = share.clamp(0.0, 1.0);
        let mix = |a: u8, b: u8| (f32::from(a) + (f32::from(b) - f32::from(a)) * share) as u8;
        Self(mix(self.0, other.0), mix(self.1, other.1), mix(self.2, other.2))
    }
}

/// One bank's colours, from the deepest of its ground to the two it accents with.
#[derive(Debug, Clone, Copy)]
pub(super) struct Palette {
    pub(super) deep: Rgb,
    pub(super) base: Rgb,
    pub(super) lift: Rgb,
    pub(super) accent: Rgb,
    pub(super) accent2: Rgb,
    /// `Some` on light palettes: the dark one that plain art takes, as logos for any card are pale.
    pub(super) night: Option<usize>,
}

impl Palette {
    /// The palette of a seed's lowest byte.
    pub(super) fn of(index: usize) -> Self {
        PALETTES[index % PALETTES.len()]
    }

    /// The same bank's palette for art that foreign, pale logos are laid over.
    pub(super) fn dark(self) -> Self {
        self.night.map_or(self, Self::of)
    }

    pub(super) fn is_light(&self) -> bool {
        self.night.is_some()
    }

    /// Colour of lettering drawn into the art.
    pub(super) fn ink(&self) -> Rgb {
        if self.is_light() { self.accent2 } else { Rgb(0xFF, 0xFF, 0xFF) }
    }
}

const fn dark(deep: u32, base: u32, lift: u32, accent: u32, accent2: u32) -> Palette {
    Palette {
        deep: Rgb::hex(deep),
        base: Rgb::hex(base),
        lift: Rgb::hex(lift),
        accent: Rgb::hex(accent),
        accent2: Rgb::hex(accent2),
        night: None,
    }
}

const fn light(ground: [u32; 3], accent: u32, accent2: u32, night: usize) -> Palette {
    let mut palette = dark(ground[0], ground[1], ground[2], accent, accent2);
    palette.night = Some(night);
    palette
}

pub(super) const MIDNIGHT: u64 = 0;
pub(super) const EMERALD: u64 = 1;
pub(super) const BORDEAUX: u64 = 2;
pub(super) const GRAPHITE: u64 = 3;
pub(super) const AUBERGINE: u64 = 4;
pub(super) const PETROL: u64 = 5;
pub(super) const COPPER: u64 = 6;
pub(super) const BLACK_GOLD: u64 = 7;
pub(super) const FOREST: u64 = 8;
pub(super) const SUNSET: u64 = 9;
pub(super) const OCEAN: u64 = 10;
pub(super) const CORAL: u64 = 11;
pub(super) const NEON: u64 = 12;
pub(super) const SAND: u64 = 13;
pub(super) const ICE: u64 = 14;
pub(super) const MINT: u64 = 15;
pub(super) const BLUSH: u64 = 16;
pub(super) const SILVER: u64 = 17;
pub(super) const LILAC: u64 = 18;
pub(super) const SAFFRON: u64 = 19;

/// In the order of the names above.
const PALETTES: [Palette; 20] = [
    dark(0x070B24, 0x122058, 0x2E4FC4, 0x6FA8FF, 0xB78CFF),
    dark(0x031C18, 0x084437, 0x13806A, 0x5FE0B5, 0xE6D08A),
    dark(0x20040D, 0x560927, 0x9E2249, 0xFF7D8F, 0xF2C57C),
    dark(0x0C0E11, 0x22262D, 0x4A525E, 0xA3B0C2, 0xD9B26A),
    dark(0x150724, 0x3A145C, 0x7A35B5, 0xD78BFF, 0xFF9EC7),
    dark(0x02161C, 0x084250, 0x12819A, 0x5CDDEB, 0xF5B872),
    dark(0x1B0D07, 0x582813, 0xA85A2C, 0xFFB680, 0xFFE0B5),
    dark(0x090806, 0x1B1812, 0x3E3726, 0xD8B25C, 0xF7E3A8),
    dark(0x07130B, 0x15371E, 0x2F6B3B, 0x9BD770, 0xF0E29A),
    dark(0x260A38, 0x8A1D62, 0xEE574F, 0xFFB04A, 0xFFE08A),
    dark(0x020E38, 0x04439A, 0x0E8FE0, 0x6BE3FF, 0xC9F5FF),
    dark(0x3A0A1E, 0xCF3157, 0xFF7B5C, 0xFFC27A, 0xFFE9C9),
    dark(0x0D0630, 0x3A0CA3, 0x7209B7, 0xF72585, 0x4CC9F0),
    light([0xCDBA9C, 0xE6D9C3, 0xF8F1E4], 0xA9783F, 0x4A341C, 7),
    light([0xBCD3E8, 0xDCE9F4, 0xF7FBFF], 0x2F6FB5, 0x163A68, 0),
    light([0xA9D9C7, 0xD3EFE4, 0xF4FCF8], 0x1C8A6A, 0x0C4A3A, 1),
    light([0xE8B9B4, 0xF6DAD4, 0xFFF4F0], 0xC0505F, 0x6E1F35, 2),
    light([0xA9AFB8, 0xD2D6DC, 0xF3F5F7], 0x5A6472, 0x23272E, 3),
    light([0xBFB2E3, 0xDCD4F2, 0xF6F3FD], 0x6A4BC0, 0x2F1D6B, 4),
    light([0xF0AE2E, 0xF8CE58, 0xFFE9A6], 0x9A5508, 0x4A2604, 6),
];
