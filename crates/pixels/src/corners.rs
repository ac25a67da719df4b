//! Whether a rounding is part of a picture: wallets round the corners themselves.

use image::RgbaImage;

use crate::rows::{Pixel, Row, TakesRows};

/// Alpha under which a corner's outermost pixel counts as transparent; a little less than opaque is
/// a decoder's rounding.
const OPAQUE: u8 = 240;
/// Difference of a channel from which two colours are told apart: over the noise of a JPEG.
const DIFFERENT: u8 = 24;
/// Length of a corner's matte along an edge, as a share of the picture's width.
const MATTE_SHARE: std::ops::RangeInclusive<f32> = 0.004..=0.12;
/// How much longer a matte may be along one edge than along the other.
const UNEVEN: f32 = 1.5;
/// Along the diagonal the matte outside a quarter circle of radius 1 is 1 - 1/√2 long; with room
/// for soft edges and other curves.
const DIAGONAL: std::ops::RangeInclusive<f32> = 0.12..=0.55;
/// Diagonal of a matte that may end in steps, being small; a longer one is the square or the disc
/// of a pattern.
const STEPPED: f32 = 0.65;
/// Pixels from which on the shape of a matte is told.
const SHAPED: f32 = 6.0;

/// Corners that are not the art's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Corners {
    /// Those whose outermost pixel is transparent.
    pub(crate) transparent: u8,
    /// Those with a matte of one colour, as outside a rounding.
    pub(crate) matte: u8,
}

/// A corner's matte: its colour, and how far it reaches.
#[derive(Clone, Copy)]
struct Matte {
    colour: [u8; 4],
    /// Whether it ends along a curve.
    is_round: bool,
    /// Whether it is plainly something else.
    is_square: bool,
    /// Pixels along the edges, the mean of both.
    length: f32,
}

/// A picture of which corners and edges can be looked at.
pub(crate) trait Edges {
    /// Width and height.
    fn size(&self) -> (u32, u32);
    /// `None` outside the picture, or where it is not known.
    fn at(&self, x: u32, y: u32) -> Option<Pixel>;
}

impl Edges for RgbaImage {
    fn size(&self) -> (u32, u32) {
        self.dimensions()
    }

    fn at(&self, x: u32, y: u32) -> Option<Pixel> {
        self.get_pixel_checked(x, y).map(|pixel| pixel.0)
    }
}

/// What is kept of a picture for its corners: the outermost pixels, and those that lead inside from
/// each corner.
pub(crate) struct Outline {
    width: u32,
    height: u32,
    top: Vec<Pixel>,
    bottom: Vec<Pixel>,
    /// Of each row the pixels at [`Outline::places`].
    rows: Vec<[Pixel; 6]>,
}

impl Outline {
    pub(crate) fn new(width: u32, height: u32) -> Self {
        Self { width, height, top: Vec::new(), bottom: Vec::new(), rows: Vec::new() }
    }

    /// Where in a row: its ends, and the ways from the corners above and below.
    fn places(&self, y: u32) -> [Option<u32>; 6] {
        let (right, below) = (self.width.checked_sub(1), (self.height - 1).checked_sub(y));
        let from_right = |x: Option<u32>| right?.checked_sub(x?);
        [Some(0), right, Some(y), from_right(Some(y)), below, from_right(below)]
    }
}

impl TakesRows for Outline {
    fn row(&mut self, Row { y, pixels, .. }: Row<'_>) {
        if y == 0 {
            self.top = pixels.to_vec();
        }
        if y + 1 == self.height {
            self.bottom = pixels.to_vec();
        }
        let kept = |x: Option<u32>| x.and_then(|x| pixels.get(x as usize).copied());
        self.rows.push(self.places(y).map(|x| kept(x).unwrap_or_default()));
    }
}

impl Edges for Outline {
    fn size(&self) -> (u32, u32) {
        (self.width, self.height)
    }

    fn at(&self, x: u32, y: u32) -> Option<Pixel> {
        let row = self.rows.get(y as usize).filter(|_| x < self.width)?;
        match y {
            0 => self.top.get(x as usize).copied(),
            _ if y + 1 == self.height => self.bottom.get(x as usize).copied(),
            _ => {
                let place = self.places(y).iter().position(|place| *place == Some(x))?;
                Some(row[place])
            }
        }
    }
}

pub(crate) fn measure(image: &impl Edges) -> Corners {
    let is_clear = |(x, y): &(u32, u32)| image.at(*x, *y).is_some_and(|pixel| pixel[3] < OPAQUE);
    let transparent = places(image).iter().filter(|place| is_clear(place)).count();
    Corners { transparent: transparent as u8, matte: matte_places(image).len() as u8 }
}

/// The outermost pixel of each corner; nothing of a picture without pixels.
fn places(image: &impl Edges) -> Vec<(u32, u32)> {
    let (width, height) = image.size();
    match (width.checked_sub(1), height.checked_sub(1)) {
        (Some(right), Some(bottom)) => vec![(0, 0), (right, 0), (0, bottom), (right, bottom)],
        _ => Vec::new(),
    }
}

/// The outermost pixels of the corners that have a matte.
pub(crate) fn matte_places(image: &impl Edges) -> Vec<(u32, u32)> {
    let places = places(image);
    let found = places.iter().filter_map(|place| Some((*place, matte(image, *place)?)));
    let found: Vec<((u32, u32), Matte)> = found.collect();
    let first = found.first().map(|(_, matte)| *matte);
    // Four alike are no chance, unless they are squares: those are a pattern's.
    let all_alike = found.len() == places.len()
        && !found.iter().any(|(_, matte)| matte.is_square)
        && found.iter().all(|(_, matte)| first.is_some_and(|first| is_like(matte, &first)));
    let counts = found.into_iter().filter(|(_, matte)| all_alike || matte.is_round);
    counts.map(|(place, _)| place).collect()
}

fn is_like(one: &Matte, other: &Matte) -> bool {
    let (short, long) = (one.length.min(other.length), one.length.max(other.length));
    !differ(one.colour, other.colour) && long <= short * UNEVEN
}

/// The matte at a corner, where there is one; a transparent corner is counted as such.
fn matte(image: &impl Edges, (x, y): (u32, u32)) -> Option<Matte> {
    let (width, height) = image.size();
    let colour = image.at(x, y)?;
    if colour[3] < OPAQUE {
        return None;
    }
    let inward = |at: u32, step: u32| if at == 0 { step } else { at - step };
    // How many pixels from the corner are of its colour; nothing where the whole way is.
    let run = |most: u32, place: &dyn Fn(u32) -> (u32, u32)| {
        (0..most).find(|step| {
            let (x, y) = place(*step);
            image.at(x, y).is_none_or(|pixel| differ(pixel, colour))
        })
    };
    let half = (width / 2, height / 2);
    let along = run(half.0, &|step| (inward(x, step), y))? as f32;
    let down = run(half.1, &|step| (x, inward(y, step)))? as f32;
    let inside = run(half.0.min(half.1), &|step| (inward(x, step), inward(y, step)))? as f32;
    let (short, long) = (along.min(down), along.max(down));
    let share = long / width as f32;
    if !MATTE_SHARE.contains(&share) || long > short * UNEVEN || inside > long * 1.1 {
        return None;
    }
    let length = (along + down) / 2.0;
    let diagonal = inside / length;
    let is_square = length >= SHAPED && diagonal > STEPPED;
    Some(Matte { colour, is_round: DIAGONAL.contains(&diagonal), is_square, length })
}

fn differ(one: [u8; 4], other: [u8; 4]) -> bool {
    one.iter().zip(other).any(|(a, b)| a.abs_diff(b) > DIFFERENT)
}
