//! Makes pictures smaller while their rows come.

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions};
use fearless_simd::{Level, dispatch};

use crate::buffers::Buffers;
use crate::picture::{Picture, PixelBox};
use crate::rows::{Row, TakesRows, rounded};

/// So much larger than its place a picture stays when whole pixels are put together first: the
/// filter that follows still sees what it must.
const MARGIN: u32 = 3;
/// Pixels put together along each side, at most: sums have 16 bits.
const MOST: u32 = 256;

/// A picture that comes row by row, premultiplied, so that transparent pixels lend their colour to
/// no edge; of one much too large, whole squares of pixels are put together as they come.
pub struct Reduced {
    width: u32,
    height: u32,
    target: (u32, u32),
    level: Level,
    /// Side of the squares.
    by: usize,
    /// Of each channel along a row of squares.
    sums: Vec<u16>,
    /// Rows in the sums.
    summed: usize,
    /// A row with alpha.
    row: Vec<u8>,
    pixels: Vec<u8>,
}

impl Reduced {
    /// For a picture of this size in a box. Never enlarged.
    pub fn new(buffers: &mut Buffers, (width, height): (u32, u32), fit: PixelBox) -> Self {
        let (to_width, to_height) = fit.fit(width as f32, height as f32);
        let keeps = to_width >= width && to_height >= height;
        let target = if keeps { (width, height) } else { (to_width, to_height) };
        let least = (width / target.0.max(1)).min(height / target.1.max(1));
        let by = (least / MARGIN).clamp(1, MOST) as usize;
        let mut pixels = std::mem::take(&mut buffers.reduced);
        pixels.clear();
        pixels.reserve(4 * (width as usize).div_ceil(by) * (height as usize).div_ceil(by));
        let sums = if by > 1 { vec![0; 4 * width as usize] } else { Vec::new() };
        Self {
            width,
            height,
            target,
            level: Level::new(),
            by,
            sums,
            summed: 0,
            row: Vec::new(),
            pixels,
        }
    }

    /// The mean of each square.
    fn put_together(&mut self) {
        if self.summed == 0 {
            return;
        }
        let Self { level, by, sums, summed, pixels, .. } = self;
        dispatch!(*level, _simd => means(sums, *by, *summed, pixels));
        self.sums.fill(0);
        self.summed = 0;
    }

    /// The picture, once all rows have come.
    ///
    /// # Errors
    /// The resizer's reason: rows were missing.
    pub fn finish(mut self, buffers: &mut Buffers) -> Result<Picture, String> {
        self.put_together();
        let (width, height) = self.target;
        let rgba = if self.target == (self.width, self.height) {
            self.pixels.clone()
        } else {
            self.resized(buffers)?
        };
        buffers.reduced = self.pixels;
        Ok(Picture { width, height, rgba })
    }

    fn resized(&self, buffers: &mut Buffers) -> Result<Vec<u8>, String> {
        let side =
            |pixels: u32| (f64::from(pixels) / self.by as f64, pixels.div_ceil(self.by as u32));
        let ((inner_width, width), (inner_height, height)) = (side(self.width), side(self.height));
        let source = ImageRef::new(width, height, &self.pixels, PixelType::U8x4)
            .map_err(|error| error.to_string())?;
        let mut target = Image::new(self.target.0, self.target.1, PixelType::U8x4);
        let filter = ResizeAlg::Convolution(FilterType::CatmullRom);
        // The last squares may reach over the picture's end.
        let options = ResizeOptions::new().resize_alg(filter).use_alpha(false).crop(
            0.0,
            0.0,
            inner_width,
            inner_height,
        );
        let resized = buffers.resizer.resize(&source, &mut target, &options);
        resized.map_err(|error| error.to_string())?;
        let mut rgba = target.into_vec();
        // The filter overshoots: a colour must not exceed its alpha.
        for pixel in rgba.chunks_exact_mut(4) {
            let alpha = pixel[3];
            for channel in &mut pixel[..3] {
                *channel = (*channel).min(alpha);
            }
        }
        Ok(rgba)
    }
}

impl TakesRows for Reduced {
    fn row(&mut self, Row { pixels, is_opaque, .. }: Row<'_>) {
        let bytes = pixels.as_flattened();
        if self.by == 1 {
            let begin = self.pixels.len();
            self.pixels.extend_from_slice(bytes);
            if !is_opaque {
                dispatch!(self.level, _simd => premultiply(&mut self.pixels[begin..]));
            }
            return;
        }
        let bytes = if is_opaque {
            bytes
        } else {
            self.row.clear();
            self.row.extend_from_slice(bytes);
            dispatch!(self.level, _simd => premultiply(&mut self.row));
            &self.row
        };
        dispatch!(self.level, _simd => add(&mut self.sums, bytes));
        self.summed += 1;
        if self.summed == self.by {
            self.put_together();
        }
    }
}

/// The compiler makes as much of this and those that follow as the processor's vectors are wide.
#[inline(always)]
fn add(sums: &mut [u16], row: &[u8]) {
    for (sum, channel) in sums.iter_mut().zip(row) {
        *sum += u16::from(*channel);
    }
}

/// Of squares `by` pixels wide and `rows` high.
#[inline(always)]
fn means(sums: &[u16], by: usize, rows: usize, means: &mut Vec<u8>) {
    for square in sums.chunks(4 * by) {
        let (pixels, _) = square.as_chunks::<4>();
        let mut sums = [0_i32; 4];
        for pixel in pixels {
            for (sum, channel) in sums.iter_mut().zip(pixel) {
                *sum += i32::from(*channel);
            }
        }
        let share = 1.0 / (pixels.len() * rows) as f32;
        means.extend(sums.map(|sum| rounded(sum as f32 * share) as u8));
    }
}

#[inline(always)]
fn premultiply(bytes: &mut [u8]) {
    let (pixels, _) = bytes.as_chunks_mut::<4>();
    for pixel in pixels {
        let alpha = u16::from(pixel[3]);
        let [r, g, b] = [pixel[0], pixel[1], pixel[2]].map(|channel| {
            let product = u16::from(channel) * alpha + 128;
            ((product + (product >> 8)) >> 8) as u8
        });
        *pixel = [r, g, b, pixel[3]];
    }
}
