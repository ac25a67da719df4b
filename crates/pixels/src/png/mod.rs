//! PNG as almost all card art comes: 8 bits a channel, RGB with or without alpha, not interlaced.
//! Done here since it is most of the work that a customer's cards are; every other kind, and
//! whatever is wrong, is left to the `png` crate by way of `image`.

mod chunks;
mod unfilter;

use std::io::Cursor;

use fearless_simd::Level;
use libdeflater::Decompressor;

use crate::buffers::Buffers;
use crate::rows::{Pixel, Row, TakesRows};
use unfilter::{AT_ONCE, LAST_FILTER, unfilter};

pub use chunks::{chunks, head, picture_alone};

/// A file of the usual kind, as far as its parts tell.
pub struct Usual<'a> {
    width: usize,
    height: usize,
    bytes_a_pixel: usize,
    /// The picture, compressed.
    data: Vec<&'a [u8]>,
}

impl<'a> Usual<'a> {
    /// `None` for a file of another kind, or a damaged one.
    pub fn of(bytes: &'a [u8]) -> Option<Self> {
        let mut parts = chunks(bytes);
        let header =
            parts.next().filter(|chunk| chunk.name == b"IHDR" && chunk.checksum_holds())?;
        let [size @ .., depth, colour, compression, filter, interlace] = header.data else {
            return None;
        };
        let bytes_a_pixel = match (depth, colour, compression, filter, interlace) {
            (8, 2, 0, 0, 0) => 3,
            (8, 6, 0, 0, 0) => 4,
            _ => return None,
        };
        let ([width, height], []) = size.as_chunks::<4>() else { return None };
        let [width, height] = [*width, *height].map(u32::from_be_bytes);
        let mut data = Vec::new();
        let mut is_over = false;
        for chunk in parts {
            match chunk.name {
                // Their pixels must follow one another.
                b"IDAT" if is_over || !chunk.checksum_holds() => return None,
                b"IDAT" => data.push(chunk.data),
                b"IEND" => {
                    let (width, height) = (width as usize, height as usize);
                    return Some(Self { width, height, bytes_a_pixel, data });
                }
                // Colours that are transparent, and animations.
                b"tRNS" | b"acTL" => return None,
                // What the decoder must know is what it reads here.
                [first, ..] if first.is_ascii_uppercase() && chunk.name != b"PLTE" => return None,
                _ => is_over |= !data.is_empty(),
            }
        }
        None
    }

    /// Hands over the rows of the picture; false, and nothing handed over, where something is wrong
    /// with them. The size must have been checked.
    pub fn read(&self, buffers: &mut Buffers, taker: &mut dyn TakesRows) -> bool {
        let row_bytes = 1 + self.width * self.bytes_a_pixel;
        buffers.stored.resize(row_bytes * self.height, 0);
        let data = match self.data[..] {
            [only] => only,
            _ => {
                buffers.packed.clear();
                self.data.iter().for_each(|part| buffers.packed.extend_from_slice(part));
                &buffers.packed
            }
        };
        let inflated = Decompressor::new().zlib_decompress(data, &mut buffers.stored);
        let is_whole = inflated.is_ok_and(|length| length == buffers.stored.len());
        let mut filters = buffers.stored.iter().step_by(row_bytes);
        if !is_whole || filters.any(|filter| *filter > LAST_FILTER) {
            return false;
        }
        match self.bytes_a_pixel {
            3 => self.unfilter::<3>(&buffers.stored, taker),
            _ => self.unfilter::<4>(&buffers.stored, taker),
        }
        true
    }

    fn unfilter<const BYTES: usize>(&self, stored: &[u8], taker: &mut dyn TakesRows) {
        let level = Level::new();
        // The row above, and those that are done.
        let mut rows: [Vec<Pixel>; 1 + AT_ONCE] = std::array::from_fn(|_| vec![[0; 4]; self.width]);
        let mut stored = stored.chunks_exact(1 + self.width * BYTES);
        let mut y = 0;
        while stored.len() > 0 {
            let next: [Option<&[u8]>; AT_ONCE] =
                std::array::from_fn(|ahead| stored.clone().nth(ahead));
            let [above, below @ ..] = &mut rows;
            let done =
                unfilter::<BYTES>(level, above, next, below.each_mut().map(Vec::as_mut_slice));
            for row in rows.iter().skip(1).take(done.min(stored.len())) {
                let row = if BYTES == 3 { Row::opaque(y, row) } else { Row::new(y, row) };
                taker.row(row);
                y += 1;
            }
            rows.swap(0, done);
            // What is left of the last rows is fewer than were done at once.
            let _skipped = stored.nth(done - 1);
        }
    }
}

/// Whether the checksum of the compressed pixels holds, in a file that could be read.
pub fn pixels_are_sound(bytes: &[u8]) -> bool {
    let mut options = png::DecodeOptions::default();
    options.set_ignore_adler32(false);
    let decoder = png::Decoder::new_with_options(Cursor::new(picture_alone(bytes)), options);
    let read = || -> Result<(), png::DecodingError> {
        let mut reader = decoder.read_info()?;
        while reader.next_row()?.is_some() {}
        reader.finish()
    };
    read().is_ok()
}
