//! Source: the PNG specification, third edition (chunk layout, colour types, animation control).

use super::{ColourModel, RasterFacts};
use carddesk_pixels::png::chunks;

/// Reads the chunks; what is not there is not counted.
pub(super) fn measure(bytes: &[u8]) -> RasterFacts {
    let mut facts = RasterFacts::default();
    for chunk in chunks(bytes) {
        facts.bad_checksums += u32::from(!chunk.checksum_holds());
        match chunk.name {
            b"IHDR" => header(&mut facts, chunk.data),
            b"tRNS" => facts.has_alpha = true,
            b"acTL" => facts.animated = chunk.data.get(..4).is_some_and(|n| n > &[0, 0, 0, 1][..]),
            b"IEND" => {
                facts.end_missing = false;
                facts.trailing_bytes = bytes.len().saturating_sub(chunk.end);
                break;
            }
            _ => {}
        }
    }
    facts
}

fn header(facts: &mut RasterFacts, data: &[u8]) {
    let byte = |index: usize| data.get(index).copied().unwrap_or_default();
    facts.bit_depth = byte(8);
    facts.interlaced = byte(12) == 1;
    facts.has_alpha |= matches!(byte(9), 4 | 6);
    facts.colour = match byte(9) {
        0 | 4 => ColourModel::Grey,
        3 => ColourModel::Palette,
        _ => ColourModel::Rgb,
    };
}
