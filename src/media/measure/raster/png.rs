//! Source: the PNG specification, third edition (chunk layout, colour types, animation control).

use super::{ColourModel, RasterFacts};

const SIGNATURE: usize = 8;

/// Reads the chunks; what is not there is not counted.
pub(super) fn measure(bytes: &[u8]) -> RasterFacts {
    let mut facts = RasterFacts::default();
    let mut at = SIGNATURE;
    while let Some(chunk) = Chunk::at(bytes, at) {
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
        at = chunk.end;
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

struct Chunk<'a> {
    name: &'a [u8],
    data: &'a [u8],
    /// Name and data, which the checksum covers.
    covered: &'a [u8],
    checksum: u32,
    end: usize,
}

impl<'a> Chunk<'a> {
    fn at(bytes: &'a [u8], at: usize) -> Option<Self> {
        let number = |from: usize| {
            let four = bytes.get(from..from + 4)?;
            Some(u32::from_be_bytes(four.try_into().ok()?))
        };
        let length = number(at)? as usize;
        let end = at.checked_add(length)?.checked_add(12)?;
        let covered = bytes.get(at + 4..end - 4)?;
        let (name, data) = covered.split_at_checked(4)?;
        Some(Self { name, data, covered, checksum: number(end - 4)?, end })
    }

    fn checksum_holds(&self) -> bool {
        crc32fast::hash(self.covered) == self.checksum
    }
}
