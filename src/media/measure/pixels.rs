use image::{Rgba, RgbaImage};

use super::super::picture::Picture;

/// What the pixels of a raster show. Luminance and contrast as in WCAG 2.2 (relative luminance,
/// ratio from 1 to 21); shares from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PixelFacts {
    /// Share of pixels that are not fully opaque.
    pub transparent_share: f32,
    /// The same without the corners, as large as an ID-1 card's rounding.
    pub transparent_share_inside: f32,
    /// Corners (of four) whose outermost pixel is not fully opaque.
    pub transparent_corners: u8,
    /// Largest difference, per channel from 0 to 255, between a corner's outermost pixel and the
    /// edge next to its rounding.
    pub corner_difference: u8,
    /// All pixels of one colour, or all transparent.
    pub blank: bool,
    /// Contrast of the mean visible colour with white.
    pub contrast_with_white: f32,
    /// Contrast of the mean visible colour with a near-black ground (#12151B).
    pub contrast_with_dark: f32,
    /// The better contrast that white or black letters have on the lower edge, where the last four
    /// digits are drawn: white against its light parts, black against its dark ones (a tenth of
    /// the pixels may be lighter or darker still). Against the mean one of both would always do.
    pub last_four_contrast: f32,
}

/// Radius of an ID-1 card's corner as a share of its width, with a little room.
const CORNER_SHARE: f32 = 0.05;
/// The lower zone where digits are drawn, as a share of the height.
const DIGITS_SHARE: f32 = 0.22;
/// Alpha from which a pixel is seen.
const VISIBLE: u8 = 16;
/// Luminance of #12151B.
const DARK: f32 = 0.0074;

/// Measures what a vector file was drawn as.
pub(crate) fn measure_drawn(picture: &Picture) -> Option<PixelFacts> {
    let mut straight = picture.rgba.clone();
    for pixel in straight.chunks_exact_mut(4) {
        let alpha = u32::from(pixel[3]);
        for channel in &mut pixel[..3] {
            // Of a channel over its alpha, as of no alpha, there is nothing to undo.
            let undone = (u32::from(*channel) * 255 + alpha / 2).checked_div(alpha);
            *channel = undone.map_or(0, |value| value.min(255) as u8);
        }
    }
    let image = RgbaImage::from_raw(picture.width, picture.height, straight)?;
    Some(measure(&image))
}

/// Measures an image in one pass over its pixels.
pub(crate) fn measure(image: &RgbaImage) -> PixelFacts {
    let (width, height) = image.dimensions();
    let corner = (width as f32 * CORNER_SHARE).ceil() as u32;
    let digits_from = height - (height as f32 * DIGITS_SHARE) as u32;
    let table = linear_table();
    let luminance = |pixel: &Rgba<u8>| {
        let [r, g, b, _] = pixel.0.map(|channel| table[usize::from(channel)]);
        0.2126 * r + 0.7152 * g + 0.0722 * b
    };
    let mut sums = Sums::default();
    let first = image.pixels().next().copied();
    for (y, row) in (0_u32..).zip(image.rows()) {
        let edge_row = y < corner || y >= height.saturating_sub(corner);
        for (x, pixel) in (0_u32..).zip(row) {
            let alpha = pixel.0[3];
            sums.uniform &= Some(*pixel) == first;
            sums.all_clear &= alpha == 0;
            if alpha < u8::MAX {
                sums.transparent += 1;
                let edge_column = x < corner || x >= width.saturating_sub(corner);
                sums.transparent_inside += u64::from(!(edge_row && edge_column));
            }
            if alpha >= VISIBLE {
                let share = f64::from(alpha) / 255.0;
                let light = f64::from(luminance(pixel));
                sums.visible += share;
                sums.light += light * share;
                if y >= digits_from {
                    sums.digits.add(luminance(pixel));
                }
            }
        }
    }
    let all = (u64::from(width) * u64::from(height)).max(1) as f32;
    let mean = if sums.visible > 0.0 { (sums.light / sums.visible) as f32 } else { 0.0 };
    let (dark_part, light_part) = sums.digits.outer_tenths();
    let (transparent_corners, corner_difference) = corners(image, corner);
    PixelFacts {
        transparent_share: sums.transparent as f32 / all,
        transparent_share_inside: sums.transparent_inside as f32 / all,
        transparent_corners,
        corner_difference,
        blank: sums.uniform || sums.all_clear,
        contrast_with_white: contrast(mean, 1.0),
        contrast_with_dark: contrast(mean, DARK),
        last_four_contrast: contrast(light_part, 1.0).max(contrast(dark_part, 0.0)),
    }
}

struct Sums {
    transparent: u64,
    transparent_inside: u64,
    uniform: bool,
    all_clear: bool,
    visible: f64,
    light: f64,
    digits: Histogram,
}

impl Default for Sums {
    fn default() -> Self {
        Self {
            transparent: 0,
            transparent_inside: 0,
            uniform: true,
            all_clear: true,
            visible: 0.0,
            light: 0.0,
            digits: Histogram([0; 256]),
        }
    }
}

/// Pixels by luminance, in steps that are fine where it is dark.
struct Histogram([u32; 256]);

impl Histogram {
    fn add(&mut self, luminance: f32) {
        let step = (luminance.clamp(0.0, 1.0).sqrt() * 255.0).round();
        self.0[step as usize] += 1;
    }

    /// The luminance that a tenth of the pixels are darker than, and that a tenth are lighter than.
    fn outer_tenths(&self) -> (f32, f32) {
        let all: u32 = self.0.iter().sum();
        let luminance = |step: usize| (step as f32 / 255.0).powi(2);
        let at = |rank: u32| {
            let mut below = 0;
            let step = self.0.iter().position(|count| {
                below += count;
                below > rank
            });
            luminance(step.unwrap_or_default())
        };
        (at(all / 10), at(all.saturating_sub(all / 10 + 1)))
    }
}

/// Transparent corners, and how much the corners differ from the edges beside them.
fn corners(image: &RgbaImage, radius: u32) -> (u8, u8) {
    let (width, height) = image.dimensions();
    if width == 0 || height == 0 {
        return (0, 0);
    }
    let (right, bottom) = (width - 1, height - 1);
    let (beside_left, beside_right) = (radius.min(right), right.saturating_sub(radius));
    let pairs = [
        ((0, 0), (beside_left, 0)),
        ((right, 0), (beside_right, 0)),
        ((0, bottom), (beside_left, bottom)),
        ((right, bottom), (beside_right, bottom)),
    ];
    let mut transparent = 0;
    let mut difference = 0;
    for ((x, y), (edge_x, edge_y)) in pairs {
        let (Some(corner), Some(edge)) =
            (image.get_pixel_checked(x, y), image.get_pixel_checked(edge_x, edge_y))
        else {
            continue;
        };
        transparent += u8::from(corner.0[3] < u8::MAX);
        let channels = corner.0.iter().zip(edge.0).map(|(a, b)| a.abs_diff(b));
        difference = difference.max(channels.max().unwrap_or(0));
    }
    (transparent, difference)
}

/// Contrast ratio of two relative luminances.
fn contrast(a: f32, b: f32) -> f32 {
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Linear light of each 8-bit sRGB value.
fn linear_table() -> [f32; 256] {
    std::array::from_fn(|value| {
        let share = value as f32 / 255.0;
        if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    })
}
