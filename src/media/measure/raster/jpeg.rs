//! Source: ITU-T T.81 (markers, frame header), Exif 2.32 (orientation).

use super::{ColourModel, RasterFacts, be16};

const START_OF_SCAN: u8 = 0xda;
const END: u8 = 0xd9;
const APP1: u8 = 0xe1;

/// Walks the markers to the end of the picture.
pub(super) fn measure(bytes: &[u8]) -> RasterFacts {
    let mut facts = RasterFacts::default();
    // Past the mark that every JPEG begins with.
    let mut at = 2;
    while let Some((marker, after)) = next_marker(bytes, at) {
        match marker {
            END => {
                facts.end_missing = false;
                facts.trailing_bytes = bytes.len() - after;
                break;
            }
            // These stand alone.
            0x01 | 0xd0..=0xd8 => {
                at = after;
                continue;
            }
            _ => {}
        }
        let Some(length) = be16(bytes, after).map(usize::from) else { break };
        let segment = bytes.get(after + 2..after + length.max(2)).unwrap_or_default();
        match marker {
            // Frame headers; C4, C8 and CC among them are something else.
            0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => {
                frame(&mut facts, marker, segment);
            }
            APP1 => facts.orientation = orientation(segment).unwrap_or(facts.orientation),
            _ => {}
        }
        at = after + length.max(2);
        if marker == START_OF_SCAN {
            at = end_of_scan(bytes, at);
        }
    }
    facts
}

/// The next marker and where what follows it begins. Anything before it is skipped, as decoders do.
fn next_marker(bytes: &[u8], from: usize) -> Option<(u8, usize)> {
    let rest = bytes.get(from..)?;
    let mut at = rest.iter().position(|byte| *byte == 0xff)?;
    loop {
        match rest.get(at)? {
            0xff => at += 1,
            0 => at += rest.get(at..)?.iter().position(|byte| *byte == 0xff)?,
            marker => return Some((*marker, from + at + 1)),
        }
    }
}

/// Where the compressed data ends: at a marker that is neither an escaped FF nor a restart.
fn end_of_scan(bytes: &[u8], from: usize) -> usize {
    let pairs = bytes.get(from..).unwrap_or_default().windows(2);
    let is_end = |pair: &[u8]| pair[0] == 0xff && !matches!(pair[1], 0 | 0xd0..=0xd7 | 0xff);
    pairs.into_iter().position(is_end).map_or(bytes.len(), |offset| from + offset)
}

fn frame(facts: &mut RasterFacts, marker: u8, segment: &[u8]) {
    let byte = |index: usize| segment.get(index).copied().unwrap_or_default();
    facts.bit_depth = byte(0);
    facts.interlaced = matches!(marker, 0xc2 | 0xc6 | 0xca | 0xce);
    facts.colour = match byte(5) {
        1 => ColourModel::Grey,
        4 => ColourModel::Cmyk,
        _ => ColourModel::Rgb,
    };
}

/// The orientation in an EXIF segment: a small TIFF file of either byte order.
fn orientation(segment: &[u8]) -> Option<u8> {
    const TAG: u16 = 0x0112;
    let tiff = segment.strip_prefix(b"Exif\0\0")?;
    let little = tiff.starts_with(b"II");
    let short = |at: usize| {
        let two = <[u8; 2]>::try_from(tiff.get(at..at.checked_add(2)?)?).ok()?;
        Some(if little { u16::from_le_bytes(two) } else { u16::from_be_bytes(two) })
    };
    let directory = if little {
        u32::from_le_bytes(tiff.get(4..8)?.try_into().ok()?)
    } else {
        u32::from_be_bytes(tiff.get(4..8)?.try_into().ok()?)
    };
    let directory = usize::try_from(directory).ok()?;
    let entries = usize::from(short(directory)?);
    let at = (0..entries)
        .map(|index| directory.saturating_add(2 + 12 * index))
        .find(|at| short(*at) == Some(TAG))?;
    u8::try_from(short(at + 8)?).ok().filter(|value| (1..=8).contains(value))
}
