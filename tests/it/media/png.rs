//! PNG files by hand, in every kind that the format has.
use super::deflate::{crc32, zlib};

pub(crate) const GREY: u8 = 0;
pub(crate) const RGB: u8 = 2;
pub(crate) const PALETTE: u8 = 3;
pub(crate) const GREY_ALPHA: u8 = 4;
pub(crate) const RGBA: u8 = 6;

/// The passes of an interlaced picture: first column, first row, and the steps.
const PASSES: [(u32, u32, u32, u32); 7] = [
    (0, 0, 8, 8),
    (4, 0, 8, 8),
    (0, 4, 4, 8),
    (2, 0, 4, 4),
    (0, 2, 2, 4),
    (1, 0, 2, 2),
    (0, 1, 1, 2),
];

/// A picture of which each pixel's channels are told by its place.
pub(crate) struct Png {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) depth: u8,
    pub(crate) colour: u8,
    pub(crate) interlaced: bool,
    /// Chunks between the header and the picture.
    pub(crate) before: Vec<u8>,
}

impl Png {
    pub(crate) fn new(width: u32, height: u32, depth: u8, colour: u8) -> Self {
        Self { width, height, depth, colour, interlaced: false, before: Vec::new() }
    }

    pub(crate) fn interlaced(self) -> Self {
        Self { interlaced: true, ..self }
    }

    pub(crate) fn with(mut self, name: &[u8], data: &[u8]) -> Self {
        self.before.extend(chunk(name, data));
        self
    }

    pub(crate) fn write(&self, pixel: impl Fn(u32, u32) -> Vec<u16>) -> Vec<u8> {
        let mut rows = Vec::new();
        if self.interlaced {
            for (x, y, step_x, step_y) in PASSES {
                self.rows(&mut rows, (x, y), (step_x, step_y), &pixel);
            }
        } else {
            self.rows(&mut rows, (0, 0), (1, 1), &pixel);
        }
        let mut out = self.head();
        out.extend(chunk(b"IDAT", &zlib(&rows)));
        out.extend(chunk(b"IEND", b""));
        out
    }

    /// All that comes before the picture.
    pub(crate) fn head(&self) -> Vec<u8> {
        let mut header = self.width.to_be_bytes().to_vec();
        header.extend(self.height.to_be_bytes());
        header.extend([self.depth, self.colour, 0, 0, u8::from(self.interlaced)]);
        let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
        out.extend(chunk(b"IHDR", &header));
        out.extend_from_slice(&self.before);
        out
    }

    fn rows(
        &self,
        out: &mut Vec<u8>,
        (x, y): (u32, u32),
        (step_x, step_y): (u32, u32),
        pixel: &impl Fn(u32, u32) -> Vec<u16>,
    ) {
        if x >= self.width {
            return;
        }
        for row in (y..self.height).step_by(step_y as usize) {
            // Each row begins with its filter: none.
            out.push(0);
            let (mut held, mut bits) = (0_u32, 0);
            for column in (x..self.width).step_by(step_x as usize) {
                for channel in pixel(column, row) {
                    held = held << self.depth | u32::from(channel);
                    bits += self.depth;
                    while bits >= 8 {
                        bits -= 8;
                        out.push((held >> bits) as u8);
                        held &= (1 << bits) - 1;
                    }
                }
            }
            if bits > 0 {
                out.push((held << (8 - bits)) as u8);
            }
        }
    }
}

pub(crate) fn chunk(name: &[u8], data: &[u8]) -> Vec<u8> {
    let mut covered = name.to_vec();
    covered.extend_from_slice(data);
    let mut out = (data.len() as u32).to_be_bytes().to_vec();
    out.extend_from_slice(&covered);
    out.extend(crc32(&covered).to_be_bytes());
    out
}

/// A picture with alpha, from the RGBA of each pixel.
pub(crate) fn rgba(width: u32, height: u32, pixel: impl Fn(u32, u32) -> [u8; 4]) -> Vec<u8> {
    Png::new(width, height, 8, RGBA).write(|x, y| pixel(x, y).map(u16::from).to_vec())
}
