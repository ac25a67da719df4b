//! What the pixels of a picture show.

use fearless_simd::{Level, dispatch};

use crate::corners::{self, Outline};
use crate::likeness::Grid;
use crate::picture::Picture;
use crate::rows::{Pixel, Row, TakesRows, rounded};
use crate::stored::hand_over;

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
pub fn measure_drawn(picture: &Picture) -> Option<PixelFacts> {
    let image = picture.clone().into_straight()?;
    let mut look = Look::new(image.width(), image.height());
    hand_over(&image, &mut look);
    Some(look.facts())
}

/// Pixels whose light is looked at, at most: of a larger picture every so many, since a share of
/// them is as good as that of all. What is transparent is counted in every pixel.
const LOOKED_AT: u64 = 100_000;

/// What is measured of a picture while its rows come.
pub struct Look {
    width: u32,
    height: u32,
    /// One in so many pixels is looked at.
    step: usize,
    /// Side of a corner.
    corner: u32,
    /// The first row of the digits.
    digits_from: u32,
    level: Level,
    light: Light,
    /// Of the pixels of a row that are looked at.
    lights: Vec<f32>,
    /// The steps of the histogram that these fall into.
    steps: Vec<u16>,
    /// The first pixel.
    first: Pixel,
    sums: Sums,
    outline: Outline,
    grid: Grid,
}

impl Look {
    /// For a picture of this size, in pixels.
    pub fn new(width: u32, height: u32) -> Self {
        let all = u64::from(width) * u64::from(height);
        Self {
            width,
            height,
            step: usize::try_from(all.div_ceil(LOOKED_AT)).unwrap_or(usize::MAX).max(1),
            corner: (width as f32 * CORNER_SHARE).ceil() as u32,
            digits_from: height - (height as f32 * DIGITS_SHARE) as u32,
            level: Level::new(),
            light: Light::new(),
            lights: Vec::new(),
            steps: Vec::new(),
            first: Pixel::default(),
            sums: Sums::default(),
            outline: Outline::new(width, height),
            grid: Grid::new(width, height),
        }
    }

    /// Pixels that are not opaque.
    fn count_transparent(&mut self, y: u32, pixels: &[Pixel]) {
        let clear =
            |pixels: &[Pixel]| u64::from(dispatch!(self.level, _simd => count_clear(pixels)));
        let corner = self.corner as usize;
        let between = || pixels.get(corner..pixels.len().saturating_sub(corner));
        let has_corners = y < self.corner || y >= self.height.saturating_sub(self.corner);
        let all = clear(pixels);
        let inside = if has_corners { between().map_or(0, clear) } else { all };
        self.sums.transparent += all;
        self.sums.transparent_inside += inside;
    }

    /// Once all rows have come.
    pub fn facts(mut self) -> PixelFacts {
        self.sums.add_up();
        let Self { sums, light, .. } = &self;
        let all = (u64::from(self.width) * u64::from(self.height)).max(1) as f32;
        let visible = sums.on_white.all();
        let [r, g, b] = DARK;
        let dark = light.of([r, g, b, u8::MAX]);
        let on_white = sums.on_white.ranked(visible / SEEN);
        let on_dark = sums.on_dark.ranked(visible.saturating_sub(visible / SEEN + 1));
        let digits = sums.digits.all();
        let dark_part = sums.digits.ranked(digits / 10);
        let light_part = sums.digits.ranked(digits.saturating_sub(digits / 10 + 1));
        let corners = corners::measure(&self.outline);
        PixelFacts {
            transparent_share: sums.transparent as f32 / all,
            transparent_share_inside: sums.transparent_inside as f32 / all,
            transparent_corners: corners.transparent,
            matte_corners: corners.matte,
            blank: sums.uniform || sums.all_clear,
            contrast_with_white: (visible > 0).then(|| contrast(on_white, 1.0)),
            contrast_with_dark: (visible > 0).then(|| contrast(on_dark, dark)),
            fingerprint: self.grid.fingerprint(),
            last_four_contrast: contrast(light_part, 1.0).max(contrast(dark_part, 0.0)),
        }
    }
}

impl TakesRows for Look {
    fn row(&mut self, row: Row<'_>) {
        let Row { y, pixels, is_opaque } = row;
        if y == 0 {
            self.first = pixels.first().copied().unwrap_or_default();
        }
        self.outline.row(row);
        self.grid.row(row);
        self.sums.uniform = self.sums.uniform && pixels.iter().all(|pixel| *pixel == self.first);
        self.sums.all_clear = self.sums.all_clear && pixels.iter().all(|pixel| pixel[3] == 0);
        // Begins elsewhere in each row, so that no pattern falls in with it.
        let begin = (y.wrapping_mul(0x9e37) >> 4) as usize % self.step;
        let looked_at =
            pixels.get(begin..).unwrap_or_default().chunks(self.step).map(|some| &some[0]);
        let in_digits = y >= self.digits_from;
        if is_opaque {
            self.lights.clear();
            self.lights.extend(looked_at.map(|pixel| self.light.of(*pixel)));
            self.steps.resize(self.lights.len(), 0);
            dispatch!(self.level, _simd => take_steps(&self.lights, &mut self.steps));
            self.sums.add_opaque(&self.steps, in_digits);
            return;
        }
        self.count_transparent(y, pixels);
        let Self { light, sums, .. } = self;
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
}

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
    /// Opaque pixels above the digits and among them, each counted in one of four in turn: of
    /// neighbours, which are alike, none waits for the other's count.
    opaque_above: Box<[Histogram; 4]>,
    opaque_digits: Box<[Histogram; 4]>,
}

impl Default for Sums {
    fn default() -> Self {
        let nothing = || Histogram([0; STEPS]);
        let in_turn = || Box::new(std::array::from_fn(|_| nothing()));
        Self {
            transparent: 0,
            transparent_inside: 0,
            uniform: true,
            all_clear: true,
            on_white: nothing(),
            on_dark: nothing(),
            digits: nothing(),
            opaque_above: in_turn(),
            opaque_digits: in_turn(),
        }
    }
}

impl Sums {
    /// Opaque pixels: what lies under them does not matter.
    fn add_opaque(&mut self, steps: &[u16], in_digits: bool) {
        let counts = if in_digits { &mut self.opaque_digits } else { &mut self.opaque_above };
        let [one, two, three, four] = &mut **counts;
        let (fours, rest) = steps.as_chunks::<4>();
        for [a, b, c, d] in fours {
            one.count(*a);
            two.count(*b);
            three.count(*c);
            four.count(*d);
        }
        for step in rest {
            one.count(*step);
        }
    }

    /// Counts opaque pixels with the others.
    fn add_up(&mut self) {
        let Self { opaque_above, opaque_digits, on_white, on_dark, digits, .. } = self;
        for (counts, in_digits) in [(opaque_above, false), (opaque_digits, true)] {
            for counts in counts.iter_mut() {
                for (step, count) in counts.0.iter_mut().enumerate() {
                    on_white.0[step] += *count;
                    on_dark.0[step] += *count;
                    digits.0[step] += if in_digits { *count } else { 0 };
                    *count = 0;
                }
            }
        }
    }
}

#[inline(always)]
fn count_clear(pixels: &[Pixel]) -> u32 {
    pixels.iter().map(|pixel| u32::from(pixel[3] < OPAQUE)).sum()
}

/// Of many at once: a root takes as long as eight do.
#[inline(always)]
fn take_steps(lights: &[f32], steps: &mut [u16]) {
    for (step, light) in steps.iter_mut().zip(lights) {
        *step = Histogram::step(*light);
    }
}

/// Steps of a histogram.
const STEPS: usize = 2048;

/// Pixels by luminance, in steps that are fine where it is dark.
struct Histogram([u32; STEPS]);

impl Histogram {
    /// The step of a luminance.
    #[inline(always)]
    fn step(luminance: f32) -> u16 {
        rounded(luminance.sqrt() * (STEPS - 1) as f32).min(STEPS as u32 - 1) as u16
    }

    fn add(&mut self, luminance: f32) {
        self.count(Self::step(luminance));
    }

    fn count(&mut self, step: u16) {
        self.0[usize::from(step)] += 1;
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
