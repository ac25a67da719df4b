//! The parts of a PNG file.

const SIGNATURE: usize = 8;

/// One part, as it stands in the file.
pub(in crate::media) struct Chunk<'a> {
    pub(in crate::media) name: &'a [u8],
    pub(in crate::media) data: &'a [u8],
    /// Name and data, which the checksum covers.
    covered: &'a [u8],
    checksum: u32,
    /// Where the next one begins.
    pub(in crate::media) end: usize,
}

/// The parts of a file in their order, as far as they are whole.
pub(in crate::media) fn chunks(bytes: &[u8]) -> impl Iterator<Item = Chunk<'_>> {
    let first = Chunk::at(bytes, SIGNATURE);
    std::iter::successors(first, |chunk| Chunk::at(bytes, chunk.end))
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

    pub(in crate::media) fn checksum_holds(&self) -> bool {
        crc32fast::hash(self.covered) == self.checksum
    }
}
