/// Structure of a PNG file (source: the PNG specification, third edition, chunk layout).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PngFacts {
    /// 0 grey, 2 RGB, 3 palette, 4 grey with alpha, 6 RGB with alpha.
    pub colour_type: u8,
    /// Bits a channel.
    pub bit_depth: u8,
    pub interlaced: bool,
    /// Whether pixels can be transparent: an alpha channel or a `tRNS` chunk.
    pub has_alpha: bool,
    /// Chunks whose checksum is wrong.
    pub bad_checksums: u32,
    /// No `IEND` chunk: the file is cut.
    pub end_missing: bool,
    /// Bytes after `IEND`.
    pub trailing_bytes: usize,
}

const SIGNATURE: usize = 8;

/// Reads the chunks; what is not there is not counted.
pub(crate) fn measure(bytes: &[u8]) -> PngFacts {
    let mut facts = PngFacts { end_missing: true, ..PngFacts::default() };
    let mut at = SIGNATURE;
    while let Some(chunk) = Chunk::at(bytes, at) {
        facts.bad_checksums += u32::from(!chunk.checksum_holds());
        match chunk.name {
            b"IHDR" => {
                let byte = |index: usize| chunk.data.get(index).copied().unwrap_or_default();
                facts.bit_depth = byte(8);
                facts.colour_type = byte(9);
                facts.interlaced = byte(12) == 1;
                facts.has_alpha |= matches!(facts.colour_type, 4 | 6);
            }
            b"tRNS" => facts.has_alpha = true,
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
        crc32(self.covered) == self.checksum
    }
}

/// CRC-32 as PNG uses it, a nibble at a time: a table of sixteen is enough here.
fn crc32(bytes: &[u8]) -> u32 {
    const POLYNOMIAL: u32 = 0xedb8_8320;
    let mut table = [0_u32; 16];
    for (index, entry) in (0_u32..).zip(table.iter_mut()) {
        *entry =
            (0..4).fold(
                index,
                |value, _| {
                    if value & 1 == 1 { (value >> 1) ^ POLYNOMIAL } else { value >> 1 }
                },
            );
    }
    let step = |crc: u32, nibble: u32| table[((crc ^ nibble) & 15) as usize] ^ (crc >> 4);
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        let byte = u32::from(*byte);
        step(step(crc, byte), byte >> 4)
    })
}
