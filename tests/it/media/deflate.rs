//! Compressed data by hand: plain copies, and bombs without the work of compressing them.

/// Data in stored blocks, with the frame of a gzip file.
pub(crate) fn gzip(data: &[u8]) -> Vec<u8> {
    gzip_frame(&stored(data), crc32(data), data.len())
}

/// Data in stored blocks, with the frame of zlib: what PNG and PDF hold.
pub(crate) fn zlib(data: &[u8]) -> Vec<u8> {
    let mut out = vec![0x78, 0x01];
    out.extend(stored(data));
    out.extend(adler32(data).to_be_bytes());
    out
}

/// A pattern (of at most four bytes) over and over, a thousandth as long. The checksums at the end
/// are those of nothing: a bomb is not read so far.
pub(crate) fn gzip_bomb(pattern: &[u8], length: usize) -> Vec<u8> {
    gzip_frame(&repeated(pattern, length), 0, length)
}

pub(crate) fn zlib_bomb(pattern: &[u8], length: usize) -> Vec<u8> {
    let mut out = vec![0x78, 0x01];
    out.extend(repeated(pattern, length));
    out.extend([0; 4]);
    out
}

fn gzip_frame(deflated: &[u8], sum: u32, length: usize) -> Vec<u8> {
    let mut out = vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];
    out.extend_from_slice(deflated);
    out.extend(sum.to_le_bytes());
    out.extend((length as u32).to_le_bytes());
    out
}

fn stored(data: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(data.len() + 16);
    let mut pieces = data.chunks(0xffff).peekable();
    if pieces.peek().is_none() {
        out.extend([1, 0, 0, 0xff, 0xff]);
    }
    while let Some(piece) = pieces.next() {
        let length = piece.len() as u16;
        out.push(u8::from(pieces.peek().is_none()));
        out.extend(length.to_le_bytes());
        out.extend((!length).to_le_bytes());
        out.extend_from_slice(piece);
    }
    out
}

/// One block with codes of its own: a copy of 258 bytes takes two bits.
fn repeated(pattern: &[u8], length: usize) -> Vec<u8> {
    assert!((1..=4).contains(&pattern.len()), "distances up to four take no further bits");
    let mut bits = Bits::default();
    // The last block, with codes of its own: 286 for literals and lengths, 4 for distances, and
    // all 19 for the lengths of codes.
    bits.put(0b101, 3);
    bits.put(286 - 257, 5);
    bits.put(4 - 1, 5);
    bits.put(19 - 4, 4);
    // Codes for the lengths of codes: zeros run (18) and 0, 1, 4 are used, two bits each.
    for symbol in [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15] {
        bits.put(if [0, 1, 4, 18].contains(&symbol) { 2 } else { 0 }, 3);
    }
    let code_length = |bits: &mut Bits, length: u32| match length {
        0 => bits.put_code(0, 2),
        1 => bits.put_code(1, 2),
        _ => bits.put_code(2, 2),
    };
    // Literals of the pattern and the end (256) have codes of four bits; a copy of 258 (285) has
    // one bit, and so has the only distance.
    let mut used: Vec<u32> = pattern.iter().map(|byte| u32::from(*byte)).collect();
    used.sort_unstable();
    used.dedup();
    // Filled up to eight, since a set of codes must be complete.
    used.extend(256..264 - used.len() as u32);
    for symbol in 0..286 {
        let length = if symbol == 285 { 1 } else { 4 * u32::from(used.contains(&symbol)) };
        code_length(&mut bits, length);
    }
    for distance in 1..=4 {
        code_length(&mut bits, u32::from(distance == pattern.len()));
    }
    // In canonical order the only code of one bit comes first, then those of four.
    let literal = |bits: &mut Bits, symbol: u32| {
        let index = used.iter().position(|u| *u == symbol).unwrap() as u32;
        bits.put_code(0b1000 + index, 4);
    };
    for byte in pattern {
        literal(&mut bits, u32::from(*byte));
    }
    let copies = (length - pattern.len()) / 258;
    for _ in 0..copies {
        bits.put(0, 2);
    }
    literal(&mut bits, 256);
    bits.finish()
}

#[derive(Default)]
struct Bits {
    out: Vec<u8>,
    held: u32,
    count: u32,
}

impl Bits {
    /// A number, its lowest bit first.
    fn put(&mut self, value: u32, count: u32) {
        self.held |= value << self.count;
        self.count += count;
        while self.count >= 8 {
            self.out.push(self.held as u8);
            self.held >>= 8;
            self.count -= 8;
        }
    }

    /// A Huffman code, its highest bit first.
    fn put_code(&mut self, code: u32, count: u32) {
        for bit in (0..count).rev() {
            self.put((code >> bit) & 1, 1);
        }
    }

    fn finish(mut self) -> Vec<u8> {
        self.put(0, 7);
        self.out
    }
}

/// The checksum of PNG and gzip (CRC-32 of ISO 3309).
pub(crate) fn crc32(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = (sum >> 1) ^ (0xEDB8_8320 & (sum & 1).wrapping_neg());
        }
    }
    !sum
}

fn adler32(bytes: &[u8]) -> u32 {
    let (mut a, mut b) = (1_u32, 0_u32);
    for byte in bytes {
        a = (a + u32::from(*byte)) % 65521;
        b = (b + a) % 65521;
    }
    b << 16 | a
}
