//! Source: the GIF89a specification (blocks and sub-blocks).

use super::{ColourModel, RasterFacts};

/// Signature and logical screen descriptor.
const HEADER: usize = 13;

/// Walks the blocks to the trailer.
pub(super) fn measure(bytes: &[u8]) -> RasterFacts {
    let byte = |at: usize| bytes.get(at).copied();
    let table = |flags: u8| if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) };
    let mut facts = RasterFacts { colour: ColourModel::Palette, ..RasterFacts::default() };
    let mut frames = 0_u32;
    let mut at = HEADER + byte(10).map_or(0, table);
    while let Some(kind) = byte(at) {
        at = match kind {
            // An extension; that of a frame's looks can name a transparent colour.
            0x21 => {
                if byte(at + 1) == Some(0xf9) {
                    facts.has_alpha |= byte(at + 3).is_some_and(|flags| flags & 1 == 1);
                }
                after_sub_blocks(bytes, at + 2)
            }
            0x2c => {
                let flags = byte(at + 9).unwrap_or_default();
                facts.interlaced |= flags & 0x40 != 0;
                frames += 1;
                after_sub_blocks(bytes, at + 11 + table(flags))
            }
            0x3b => {
                facts.end_missing = false;
                facts.trailing_bytes = bytes.len() - at - 1;
                break;
            }
            _ => break,
        };
    }
    facts.animated = frames > 1;
    facts
}

fn after_sub_blocks(bytes: &[u8], mut at: usize) -> usize {
    while let Some(length) = bytes.get(at) {
        at += 1 + usize::from(*length);
        if *length == 0 {
            break;
        }
    }
    at
}
