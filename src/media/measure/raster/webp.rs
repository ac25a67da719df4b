//! Source: the WebP container specification (RIFF chunks).

use super::RasterFacts;

/// Reads the chunks that the file's own length covers.
pub(super) fn measure(bytes: &[u8]) -> RasterFacts {
    let mut facts = RasterFacts::default();
    let Some(said) = le32(bytes, 4).map(|length| length.saturating_add(8)) else { return facts };
    facts.end_missing = said > bytes.len();
    facts.trailing_bytes = bytes.len().saturating_sub(said);
    let mut at = 12;
    while let (Some(name), Some(length)) = (bytes.get(at..at + 4), le32(bytes, at + 4)) {
        let data = at + 8;
        match name {
            b"VP8X" => {
                let flags = bytes.get(data).copied().unwrap_or_default();
                facts.has_alpha |= flags & 0x10 != 0;
                facts.animated |= flags & 0x02 != 0;
            }
            // Its fifth byte tells whether alpha is used.
            b"VP8L" => facts.has_alpha |= bytes.get(data + 4).is_some_and(|b| b & 0x10 != 0),
            _ => {}
        }
        // Chunks are padded to even lengths.
        let Some(next) = data.checked_add(length.saturating_add(length & 1)) else { break };
        at = next;
        if at >= bytes.len() {
            break;
        }
    }
    facts
}

fn le32(bytes: &[u8], at: usize) -> Option<usize> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    usize::try_from(u32::from_le_bytes(four.try_into().ok()?)).ok()
}
