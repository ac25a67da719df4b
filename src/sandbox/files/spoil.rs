//! Ways in which a file can be broken.

/// What is done to a file's bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::sandbox) enum Spoil {
    /// Only the first part, in hundredths.
    Shortened { percent: usize },
    /// A PNG whose header claims another size, with a right checksum.
    PngClaims { width: u32, height: u32 },
    /// A PNG padded to so many bytes by a chunk that viewers skip.
    PngPadded { bytes: usize },
    /// A PNG with one byte of its picture changed: the checksum is wrong.
    PngChecksum,
    /// Bytes after the end.
    TrailingBytes,
}

/// Where a PNG's first chunk, the header, ends: signature, length, name, 13 bytes, checksum.
const AFTER_HEADER: usize = 8 + 4 + 4 + 13 + 4;

impl Spoil {
    pub(super) fn apply(self, mut bytes: Vec<u8>) -> Vec<u8> {
        match self {
            Self::Shortened { percent } => {
                bytes.truncate(bytes.len() * percent / 100);
                bytes
            }
            Self::PngClaims { width, height } => claims(bytes, width, height),
            Self::PngPadded { bytes: wanted } => padded(&bytes, wanted),
            Self::TrailingBytes => {
                bytes.extend_from_slice(b"\r\n<!-- left over -->\r\n");
                bytes
            }
            Self::PngChecksum => {
                let at = AFTER_HEADER + (bytes.len().saturating_sub(AFTER_HEADER)) / 2;
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 0x55;
                }
                bytes
            }
        }
    }
}

fn claims(mut bytes: Vec<u8>, width: u32, height: u32) -> Vec<u8> {
    if bytes.len() < AFTER_HEADER {
        return bytes;
    }
    bytes[16..20].copy_from_slice(&width.to_be_bytes());
    bytes[20..24].copy_from_slice(&height.to_be_bytes());
    let sum = crc32(&bytes[12..29]);
    bytes[29..33].copy_from_slice(&sum.to_be_bytes());
    bytes
}

fn padded(bytes: &[u8], wanted: usize) -> Vec<u8> {
    if bytes.len() < AFTER_HEADER {
        return bytes.to_vec();
    }
    let length = wanted.saturating_sub(bytes.len() + 12);
    // A private, ancillary chunk: every decoder may skip it.
    let mut chunk = b"paDd".to_vec();
    chunk.resize(4 + length, 0x20);
    let (head, rest) = bytes.split_at(AFTER_HEADER);
    let mut out = Vec::with_capacity(wanted);
    out.extend_from_slice(head);
    out.extend_from_slice(&u32::try_from(length).unwrap_or(0).to_be_bytes());
    out.extend_from_slice(&chunk);
    out.extend_from_slice(&crc32(&chunk).to_be_bytes());
    out.extend_from_slice(rest);
    out
}

/// The checksum of PNG chunks (CRC-32 of ISO 3309).
fn crc32(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = (sum >> 1) ^ (0xEDB8_8320 & (sum & 1).wrapping_neg());
        }
    }
    !sum
}
