//! The parts of a PNG file.

use std::borrow::Cow;

const SIGNATURE: usize = 8;
const DATA: &[u8] = b"IDAT";
const END: &[u8] = b"IEND";
/// The name of a part that no decoder knows or must know.
const BETWEEN: &[u8] = b"vpAg";

/// One part, as it stands in the file.
pub struct Chunk<'a> {
    pub name: &'a [u8],
    pub data: &'a [u8],
    /// Length, name, data and checksum.
    whole: &'a [u8],
    checksum: u32,
    /// Where the next one begins.
    pub end: usize,
}

/// The parts of a file in their order, as far as they are whole.
pub fn chunks(bytes: &[u8]) -> impl Iterator<Item = Chunk<'_>> {
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
        let whole = bytes.get(at..end)?;
        let (name, data) = bytes.get(at + 4..end - 4)?.split_at_checked(4)?;
        Some(Self { name, data, whole, checksum: number(end - 4)?, end })
    }

    pub fn checksum_holds(&self) -> bool {
        // Of name and data.
        let covered = self.whole.get(4..self.whole.len() - 4).unwrap_or_default();
        crc32fast::hash(covered) == self.checksum
    }
}

/// A file with nothing but its picture: without profiles, texts and the like, which a decoder would
/// unpack or keep, and with its data in one part, since a decoder takes its time over each. Parts
/// that a decoder must know stay, so that it refuses those that it does not.
pub fn picture_alone(bytes: &[u8]) -> Cow<'_, [u8]> {
    let mut end = SIGNATURE;
    let (mut has_more, mut parts_of_data) = (false, 0);
    for chunk in chunks(bytes) {
        has_more |= !is_of_picture(chunk.name);
        parts_of_data += u32::from(chunk.name == DATA);
        end = chunk.end;
        if chunk.name == END {
            break;
        }
    }
    // The last part may be cut: what there is of it may be enough.
    let rest = bytes.get(end..).unwrap_or_default();
    let is_rest_of_picture = rest.get(4..8).is_some_and(is_of_picture);
    if !has_more && parts_of_data <= 1 && (rest.is_empty() || is_rest_of_picture) {
        return Cow::Borrowed(bytes);
    }
    let mut alone = Vec::with_capacity(bytes.len());
    alone.extend_from_slice(bytes.get(..SIGNATURE).unwrap_or(bytes));
    let whole = chunks(bytes).take_while(|chunk| chunk.end <= end);
    Alone { out: &mut alone, data_at: None, is_apart: false }.take(whole);
    if is_rest_of_picture {
        alone.extend_from_slice(rest);
    }
    Cow::Owned(alone)
}

/// A file that is being written.
struct Alone<'a> {
    out: &'a mut Vec<u8>,
    /// Where the part with data begins to which more may be added.
    data_at: Option<usize>,
    /// Something stood between the parts with data, and was left out.
    is_apart: bool,
}

impl Alone<'_> {
    fn take<'a>(&mut self, chunks: impl Iterator<Item = Chunk<'a>>) {
        for chunk in chunks {
            if !is_of_picture(chunk.name) {
                self.is_apart = self.data_at.is_some();
            } else if chunk.name == DATA && chunk.checksum_holds() {
                self.data(chunk.data);
            } else {
                self.end_data();
                self.out.extend_from_slice(chunk.whole);
            }
        }
        self.end_data();
    }

    fn data(&mut self, data: &[u8]) {
        // Data that is interrupted is an error, and stays one.
        if self.is_apart {
            self.end_data();
            self.out.extend_from_slice(&[0; 4]);
            self.out.extend_from_slice(BETWEEN);
            self.out.extend_from_slice(&crc32fast::hash(BETWEEN).to_be_bytes());
        }
        if self.data_at.is_none() {
            self.data_at = Some(self.out.len());
            self.out.extend_from_slice(&[0; 4]);
            self.out.extend_from_slice(DATA);
        }
        self.out.extend_from_slice(data);
    }

    /// Writes the length and the checksum of the part with data.
    fn end_data(&mut self) {
        self.is_apart = false;
        let Some(at) = self.data_at.take() else { return };
        let covered = self.out.get(at + 4..).unwrap_or_default();
        let checksum = crc32fast::hash(covered);
        let length = u32::try_from(covered.len() - DATA.len()).unwrap_or(u32::MAX);
        if let Some(place) = self.out.get_mut(at..at + 4) {
            place.copy_from_slice(&length.to_be_bytes());
        }
        self.out.extend_from_slice(&checksum.to_be_bytes());
    }
}

/// The beginning of a file's picture, up to its first compressed byte: as much as tells its size.
pub fn head(bytes: &[u8]) -> Vec<u8> {
    let mut head = bytes.get(..SIGNATURE).unwrap_or(bytes).to_vec();
    let before = chunks(bytes).take_while(|chunk| chunk.name != DATA && chunk.name != END);
    before.filter(|chunk| is_of_picture(chunk.name)).for_each(|chunk| {
        head.extend_from_slice(chunk.whole);
    });
    head.extend_from_slice(&[0; 4]);
    head.extend_from_slice(DATA);
    head
}

fn is_of_picture(name: &[u8]) -> bool {
    name == b"tRNS" || name.first().is_some_and(u8::is_ascii_uppercase)
}
