//! Undoes the filters of a PNG's rows (PNG specification, third edition, clause 9).
//!
//! A pixel needs the one at its left first, so that a row cannot be done many pixels at a time. Many
//! rows can be done at once, each one pixel behind the row above it.

use fearless_simd::prelude::*;
use fearless_simd::{Level, Simd, dispatch, u8x32, u32x8};

use crate::rows::Pixel;

/// Rows in one vector.
const LANES: usize = 8;
/// Vectors under way beside one another: each step of one waits for the step before it.
const CHAINS: usize = 2;
/// Rows done at once.
pub(super) const AT_ONCE: usize = CHAINS * LANES;
/// Pixels of a row taken together.
const TOGETHER: usize = 4;
/// The number of the last filter.
pub(super) const LAST_FILTER: u8 = 4;
/// Filters that need no pixel at the left.
const NONE: u8 = 0;
const UP: u8 = 2;

/// Undoes the filters of rows of `BYTES` a pixel (3: RGB, 4: RGBA), each with its filter before it.
/// Returns how many rows were done: one, or [`AT_ONCE`] of them. `below` has a row of pixels for
/// each; those for which nothing is stored hold nothing of use.
pub(super) fn unfilter<const BYTES: usize>(
    level: Level,
    above: &[Pixel],
    stored: [Option<&[u8]>; AT_ONCE],
    below: [&mut [Pixel]; AT_ONCE],
) -> usize {
    // Rows that are not there are like one that is, since all must have a row's length.
    let first = stored[0].unwrap_or_default();
    let rows = stored.map(|row| row.unwrap_or(first).split_first().unwrap_or((&NONE, &[])));
    let (filters, rows) = (rows.map(|row| *row.0), rows.map(|row| row.1.as_chunks::<BYTES>().0));
    if filters.iter().all(|filter| matches!(*filter, NONE | UP)) {
        let [below, ..] = below;
        let pixels = below.iter_mut().zip(rows[0]);
        if filters[0] == NONE {
            pixels.for_each(|(pixel, stored)| *pixel = given::<BYTES>(taken(stored)));
            return 1;
        }
        pixels.for_each(|(pixel, stored)| *pixel = taken(stored).to_le_bytes());
        for (sum, above) in below.as_flattened_mut().iter_mut().zip(above.as_flattened()) {
            *sum = sum.wrapping_add(*above);
        }
        if BYTES == 3 {
            below.iter_mut().for_each(|[.., alpha]| *alpha = u8::MAX);
        }
        return 1;
    }
    dispatch!(level, simd => Wave::<_, BYTES>::new(simd, filters).run(above, rows, below));
    AT_ONCE
}

#[inline(always)]
fn taken<const BYTES: usize>(stored: &[u8; BYTES]) -> u32 {
    match stored[..] {
        [r, g, b] => u32::from_le_bytes([r, g, b, 0]),
        [r, g, b, alpha] => u32::from_le_bytes([r, g, b, alpha]),
        _ => 0,
    }
}

/// One of several pixels. Where there is no alpha, its place holds whatever follows: nothing goes
/// from one channel to another.
#[inline(always)]
fn taken_of<const BYTES: usize>(pixels: &[[u8; BYTES]; TOGETHER], number: usize) -> u32 {
    let bytes = pixels.as_flattened();
    // Four bytes at once; those of the last pixel of three begin before it.
    let ahead = (number * BYTES + 4).saturating_sub(TOGETHER * BYTES);
    match bytes[number * BYTES - ahead..].first_chunk() {
        Some(four) => u32::from_le_bytes(*four) >> (8 * ahead),
        None => 0,
    }
}

/// What a pixel without alpha is given.
#[inline(always)]
fn opaque<const BYTES: usize>() -> u32 {
    if BYTES == 3 { 0xff00_0000 } else { 0 }
}

#[inline(always)]
fn given<const BYTES: usize>(pixel: u32) -> Pixel {
    (pixel | opaque::<BYTES>()).to_le_bytes()
}

/// A pixel of each of the rows, and what is known of its surroundings.
struct Wave<S: Simd, const BYTES: usize> {
    simd: S,
    chains: [Chain<S>; CHAINS],
}

impl<S: Simd, const BYTES: usize> Wave<S, BYTES> {
    #[inline(always)]
    fn new(simd: S, filters: [u8; AT_ONCE]) -> Self {
        let of = |chain| std::array::from_fn(|lane| filters[chain * LANES + lane]);
        Self { simd, chains: std::array::from_fn(|chain| Chain::new(simd, of(chain))) }
    }

    /// Each row one pixel behind the one above: what has just been done there is above here.
    #[inline(always)]
    fn run(
        mut self,
        above: &[Pixel],
        stored: [&[[u8; BYTES]]; AT_ONCE],
        mut below: [&mut [Pixel]; AT_ONCE],
    ) {
        const LAG: usize = AT_ONCE - 1;
        let width = above.len();
        let whole = stored.iter().all(|row| row.len() == width);
        let fours = if whole { width.saturating_sub(LAG) / TOGETHER } else { 0 };
        let begin = if fours > 0 { LAG } else { width + LAG };
        for at in 0..begin {
            self.edge(above, &stored, &mut below, at);
        }
        if fours > 0 {
            let rows: [_; AT_ONCE] =
                std::array::from_fn(|row| &stored[row][LAG - row..].as_chunks().0[..fours]);
            let mut number = 0..;
            let mut below_here = below.each_mut().map(|row| {
                let from = LAG - number.next().unwrap_or(LAG);
                &mut row[from..].as_chunks_mut().0[..fours]
            });
            let above_here = &above[LAG..].as_chunks::<TOGETHER>().0[..fours];
            for (four, above) in above_here.iter().enumerate() {
                for (number, above) in above.iter().enumerate() {
                    let pixels = std::array::from_fn(|row| taken_of(&rows[row][four], number));
                    let done = self.step(u32::from_le_bytes(*above), pixels);
                    for (row, done) in below_here.iter_mut().zip(done) {
                        let row: &mut [Pixel; TOGETHER] = &mut row[four];
                        row[number] = done.to_le_bytes();
                    }
                }
            }
            for at in LAG + fours * TOGETHER..width + LAG {
                self.edge(above, &stored, &mut below, at);
            }
        }
    }

    /// A step where some rows have not begun or have ended.
    #[inline(always)]
    fn edge(
        &mut self,
        above: &[Pixel],
        stored: &[&[[u8; BYTES]]; AT_ONCE],
        below: &mut [&mut [Pixel]; AT_ONCE],
        at: usize,
    ) {
        let of_row = |row: usize| at.checked_sub(row);
        let pixels = std::array::from_fn(|row| {
            of_row(row).and_then(|at| stored[row].get(at)).map_or(0, taken)
        });
        let done = self.step(above.get(at).map_or(0, |pixel| u32::from_le_bytes(*pixel)), pixels);
        for row in 0..AT_ONCE {
            if let Some(pixel) = of_row(row).and_then(|at| below[row].get_mut(at)) {
                *pixel = done[row].to_le_bytes();
            }
        }
    }

    #[inline(always)]
    fn step(&mut self, above: u32, stored: [u32; AT_ONCE]) -> [u32; AT_ONCE] {
        // Above the first row, the pixel given; above each other chain, the last row of the one
        // before it, as it was left.
        let mut before: u8x32<S> = u32x8::splat(self.simd, above).bitcast();
        let mut done = [0; AT_ONCE];
        let (stored, _) = stored.as_chunks::<LANES>();
        let (places, _) = done.as_chunks_mut::<LANES>();
        for ((chain, stored), place) in self.chains.iter_mut().zip(stored).zip(places) {
            let left = chain.left;
            *place = chain.step::<BYTES>(self.simd, before, *stored);
            before = left;
        }
        done
    }
}

/// The rows in one vector.
struct Chain<S: Simd> {
    /// All bits of a row that adds the pixel at the left; and so on.
    adds_left: u8x32<S>,
    adds_above: u8x32<S>,
    adds_mean: u8x32<S>,
    adds_paeth: u8x32<S>,
    left: u8x32<S>,
    above_left: u8x32<S>,
}

impl<S: Simd> Chain<S> {
    #[inline(always)]
    fn new(simd: S, filters: [u8; LANES]) -> Self {
        let those_with = |number: u8| {
            let masks = filters.map(|filter| if filter == number { u32::MAX } else { 0 });
            let masks: u32x8<S> = masks.simd_into(simd);
            masks.bitcast()
        };
        let nothing = u8x32::splat(simd, 0);
        Self {
            adds_left: those_with(1),
            adds_above: those_with(UP),
            adds_mean: those_with(3),
            adds_paeth: those_with(LAST_FILTER),
            left: nothing,
            above_left: nothing,
        }
    }

    /// `before` ends with the pixel above the first row.
    #[inline(always)]
    fn step<const BYTES: usize>(
        &mut self,
        simd: S,
        before: u8x32<S>,
        stored: [u32; LANES],
    ) -> [u32; LANES] {
        let stored: u32x8<S> = stored.simd_into(simd);
        let stored: u8x32<S> = stored.bitcast();
        let (a, c) = (self.left, self.above_left);
        // Above the other rows, what the row above did last.
        let b = simd.slide_u8x32::<28>(before, a);
        let mean = (a & b) + ((a ^ b) >> 1);
        let others = (a & self.adds_left) | (b & self.adds_above) | (mean & self.adds_mean);
        let done = stored + ((paeth(simd, a, b, c) & self.adds_paeth) | others);
        (self.left, self.above_left) = (done, b);
        let done: u32x8<S> = done.bitcast();
        (done | opaque::<BYTES>()).into()
    }
}

/// Which of the three is nearest to `a + b - c`, in bytes alone: where `c` is not between the
/// other two, it never is.
#[inline(always)]
fn paeth<S: Simd>(simd: S, a: u8x32<S>, b: u8x32<S>, c: u8x32<S>) -> u8x32<S> {
    let from_a = b.max(c) - b.min(c);
    let from_b = a.max(c) - a.min(c);
    let (least, most) = (a.min(b), a.max(b));
    let is_between = most.max(c).simd_eq(most) & least.min(c).simd_eq(least);
    let from_c = from_a.max(from_b) - from_a.min(from_b);
    let from_c = is_between.select(from_c, u8x32::splat(simd, u8::MAX));
    let b_or_c = from_b.simd_le(from_c).select(b, c);
    from_a.simd_le(from_b.min(from_c)).select(a, b_or_c)
}
