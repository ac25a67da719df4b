use image::RgbaImage;

use super::super::picture::Picture;
use super::{corners, likeness};

/// What the pixels of a raster show. Luminance and contrast as in WCAG 2.2 (relative luminance,
/// ratio from 1 to 21); shares from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PixelFacts {
    /// Share of pixels that are not opaque; a little less is a drawing's soft edge.
    pub transparent_share: f32,
    /// The same without the corners, as large as a card's rounding may be.
    pub transparent_share_inside: f32,
    /// Corners (of four) whose outermost pixel is transparent.
    pub transparent_corners: u8,
    /// Corners (of four) with a matte of another colour than the edges beside them, as outside a
    /// rounding.
    pub matte_corners: u8,
    /// All pixels of one colour, or all transparent.
    pub blank: bool,
    /// Contrast with white that at least one in fifty of the visible pixels has, laid on white;
    /// `None` where none is visible.
    pub contrast_with_white: Option<f32>,
    /// The same on a near-black ground (#12151B).
    pub contrast_with_dark: Option<f32>,
    /// The better contrast that white or black letters have on the lower edge, where the last four
    /// digits are drawn: white against its light parts, black against its dark ones (a tenth of
    /// the pixels may be lighter or darker still). Against the mean one of both would always do.
    pub last_four_contrast: f32,
    /// Of pictures that look alike few bits differ (the difference hash); `None` for one that is
    /// even all over.
    pub fingerprint: Option<u64>,
}

/// Side of a corner that a rounding may take, as a share of the width: that of an ID-1 card is
/// 3.7 %, and some draw a larger one.
const CORNER_SHARE: f32 = 0.08;
/// The lower zone where digits are drawn, as a share of the height.
const DIGITS_SHARE: f32 = 0.22;
/// Alpha from which a pixel is opaque: what a decoder or a renderer rounds off is no transparency.
const OPAQUE: u8 = 250;
/// Alpha from which a pixel is seen.
const VISIBLE: u8 = 16;
/// One in so many visible pixels must stand out for a logo to be seen.
const SEEN: u32 = 50;
/// The dark ground: #12151B.
const DARK: [u8; 3] = [0x12, 0x15, 0x1b];

/// Measures what a vector file was drawn as.
pub(crate) fn measure_drawn(picture: &Picture) -> Option<PixelFacts> {
    let image = picture.clone().into_straight()?;
    Some(measure(&image))
}

/// Pixels whose light is looked at, at most: of a larger picture every so many, since a share of
/// them is as good as that of all. What is transparent is counted in every pixel.
const LOOKED_AT: u64 = 400_000;

/// Measures an image in one pass over its pixels.
pub(crate) fn measure(image: &RgbaImage) -> PixelFacts {
    let (width, height) = image.dimensions();
    let all = u64::from(width) * u64::from(height);
    let step = usize::try_from(all.div_ceil(LOOKED_AT)).unwrap_or(usize::MAX).max(1);
    let corner = (width as f32 * CORNER_SHARE).ceil() as u32;
    let digits_from = height - (height as f32 * DIGITS_SHARE) as u32;
    let light = Light::new();
    let mut sums = Sums::default();
    let first = image.pixels().next().map(|pixel| pixel.0);
    let row_bytes = width as usize * CHANNELS;
    for (y, row) in (0_u32..).zip(image.as_raw().chunks_exact(row_bytes.max(CHANNELS))) {
        let (pixels, _) = row.as_chunks::<CHANNELS>();
        // Without a branch in it, each of these takes many pixels at a time.
        let least_alpha = pixels.iter().fold(u8::MAX, |least, pixel| least.min(pixel[3]));
        let first = first.map_or(0, u32::from_ne_bytes);
        let unlike = |bits, pixel: &[u8; 4]| bits | (u32::from_ne_bytes(*pixel) ^ first);
        sums.uniform &= pixels.iter().fold(0, unlike) == 0;
        sums.all_clear &= pixels.iter().fold(0, |most: u8, pixel| most.max(pixel[3])) == 0;
        // Begins elsewhere in each row, so that no pattern falls in with it.
        let begin = (y.wrapping_mul(0x9e37) >> 4) as usize % step;
        let looked_at = pixels.get(begin..).unwrap_or_default().iter().step_by(step);
        let in_digits = y >= digits_from;
        if least_alpha == u8::MAX {
            sums.add_opaque(looked_at, &light, in_digits);
            continue;
        }
        let edge_row = y < corner || y >= height.saturating_sub(corner);
        if least_alpha < OPAQUE {
            for (x, pixel) in (0_u32..).zip(pixels) {
                let edge_column = x < corner || x >= width.saturating_sub(corner);
                let clear = u64::from(pixel[3] < OPAQUE);
                sums.transparent += clear;
                sums.transparent_inside += clear * u64::from(!(edge_row && edge_column));
            }
        }
        for pixel in looked_at.filter(|pixel| pixel[3] >= VISIBLE) {
            let own = light.of(*pixel);
            let (on_white, on_dark) = match pixel[3] {
                u8::MAX => (own, own),
                _ => (light.of(laid(*pixel, [255; 3])), light.of(laid(*pixel, DARK))),
            };
            sums.on_white.add(on_white);
            sums.on_dark.add(on_dark);
            if in_digits {
                sums.digits.add(own);
            }
        }
    }
    sums.facts(image, &light)
}

/// Bytes of a pixel.
const CHANNELS: usize = 4;

/// A pixel laid on a ground.
fn laid([r, g, b, alpha]: [u8; 4], ground: [u8; 3]) -> [u8; 4] {
    let alpha = u32::from(alpha);
    let laid = |channel: u8, below: u8| {
        let sum = u32::from(channel) * alpha + u32::from(below) * (255 - alpha);
        ((sum + 127) / 255) as u8
    };
    [laid(r, ground[0]), laid(g, ground[1]), laid(b, ground[2]), u8::MAX]
}

/// Relative luminance of sRGB colours: what each value of each channel gives.
struct Light([[f32; 256]; 3]);

impl Light {
    fn new() -> Self {
        let linear = |value: usize| {
            let share = value as f32 / 255.0;
            if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        let weights = [0.2126, 0.7152, 0.0722];
        Self(weights.map(|weight| std::array::from_fn(|value| weight * linear(value))))
    }

    /// Of a pixel as if opaque.
    fn of(&self, [r, g, b, _]: [u8; 4]) -> f32 {
        let [red, green, blue] = &self.0;
        red[usize::from(r)] + green[usize::from(g)] + blue[usize::from(b)]
    }
}

struct Sums {
    transparent: u64,
    transparent_inside: u64,
    uniform: bool,
    all_clear: bool,
    on_white: Histogram,
    on_dark: Histogram,
    digits: Histogram,
}

impl Default for Sums {
    fn default() -> Self {
        Self {
            transparent: 0,
            transparent_inside: 0,
            uniform: true,
            all_clear: true,
            on_white: Histogram([0; STEPS]),
            on_dark: Histogram([0; STEPS]),
            digits: Histogram([0; STEPS]),
        }
    }
}

impl Sums {
    /// Opaque pixels: what lies under them does not matter.
    fn add_opaque<'a>(
        &mut self,
        pixels: impl Iterator<Item = &'a [u8; 4]>,
        light: &Light,
        in_digits: bool,
    ) {
        for pixel in pixels {
            let step = Histogram::step(light.of(*pixel));
            self.on_white.0[step] += 1;
            self.on_dark.0[step] += 1;
            if in_digits {
                self.digits.0[step] += 1;
            }
        }
    }

    fn facts(&self, image: &RgbaImage, light: &Light) -> PixelFacts {
        let (width, height) = image.dimensions();
        let all = (u64::from(width) * u64::from(height)).max(1) as f32;
        let visible = self.on_white.all();
        let [r, g, b] = DARK;
        let dark = light.of([r, g, b, u8::MAX]);
        let on_white = self.on_white.ranked(visible / SEEN);
        let on_dark = self.on_dark.ranked(visible.saturating_sub(visible / SEEN + 1));
        let digits = self.digits.all();
        let dark_part = self.digits.ranked(digits / 10);
        let light_part = self.digits.ranked(digits.saturating_sub(digits / 10 + 1));
        let corners = corners::measure(image);
        PixelFacts {
            transparent_share: self.transparent as f32 / all,
            transparent_share_inside: self.transparent_inside as f32 / all,
            transparent_corners: corners.transparent,
            matte_corners: corners.matte,
            blank: self.uniform || self.all_clear,
            contrast_with_white: (visible > 0).then(|| contrast(on_white, 1.0)),
            contrast_with_dark: (visible > 0).then(|| contrast(on_dark, dark)),
            fingerprint: likeness::fingerprint(image),
            last_four_contrast: contrast(light_part, 1.0).max(contrast(dark_part, 0.0)),
        }
    }
}

/// Steps of a histogram.
const STEPS: usize = 2048;

/// Pixels by luminance, in steps that are fine where it is dark.
struct Histogram([u32; STEPS]);

impl Histogram {
    /// The step of a luminance.
    fn step(luminance: f32) -> usize {
        let step = (luminance.sqrt() * (STEPS - 1) as f32 + 0.5) as usize;
        step.min(STEPS - 1)
    }

    fn add(&mut self, luminance: f32) {
        self.0[Self::step(luminance)] += 1;
    }

    fn all(&self) -> u32 {
        self.0.iter().sum()
    }

    /// The luminance of the pixel with this rank, from the darkest.
    fn ranked(&self, rank: u32) -> f32 {
        let mut below = 0;
        let step = self.0.iter().position(|count| {
            below += count;
            below > rank
        });
        (step.unwrap_or_default() as f32 / (STEPS - 1) as f32).powi(2)
    }
}

/// Contrast ratio of two relative luminances.
fn contrast(a: f32, b: f32) -> f32 {
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}
