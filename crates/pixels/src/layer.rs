//! What can be drawn in a picture's place to show something of its pixels.

use image::{Rgba, RgbaImage};

use crate::corners::matte_places;
use crate::picture::Picture;

/// What is shown of the pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Layer {
    /// The pixels themselves, at the picture's own size.
    Pixels,
    /// How transparent each is.
    Alpha,
    /// Whether the outermost ones are of the art.
    Edges,
}

/// Colour of what is fully transparent.
pub const CLEAR: [u8; 3] = [0xE0, 0x3A, 0xC8];
/// Colours of what is partly transparent, from almost clear to almost opaque.
pub const PARTLY: [[u8; 3]; 2] = [[0xF0, 0x60, 0x20], [0xFF, 0xE0, 0x50]];
/// Colours of what is opaque, from the darkest to the lightest: the art in grey.
pub const OPAQUE: [[u8; 3]; 2] = [[0x24, 0x2C, 0x38], [0x9A, 0xA6, 0xB4]];
/// Colour of an edge that continues the art beside it.
pub const EDGE: [u8; 3] = [0x30, 0xC8, 0x70];
/// Colour of an edge that differs from the art beside it: a matte, a frame, a fringe.
pub const FOREIGN: [u8; 3] = [0xFF, 0x30, 0x40];

/// What was counted for a layer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LayerFacts {
    /// Pixels in all.
    pub all: u64,
    /// Fully transparent ones.
    pub clear: u64,
    /// Partly transparent ones.
    pub partly: u64,
    /// Outermost visible pixels.
    pub edge: u64,
    /// Those of them that differ from the art beside them.
    pub foreign: u64,
    /// Corners (of four) with a matte.
    pub matte_corners: u8,
}

/// Alpha under which nothing is seen.
const VISIBLE: u8 = 16;
/// Difference of a channel from which two colours are told apart: over the noise of a JPEG.
const DIFFERENT: u8 = 24;
/// How wide the line along the edges is drawn, as a share of the longer side.
const LINE_SHARE: f32 = 0.006;
/// How far inside the art is looked at, as a share of the longer side.
const INSIDE_SHARE: f32 = 0.012;
/// Side of a corner that a matte may take, as a share of the width.
const CORNER_SHARE: f32 = 0.12;

/// Corners with a matte that make a rounding; fewer are part of the art. The verifier's number too.
const ROUNDING: usize = 3;
/// Where the filling of a matte has been: no premultiplied pixel has a channel over its alpha.
const FILLED: [u8; 4] = [FOREIGN[0], FOREIGN[1], FOREIGN[2], u8::MAX - 1];

/// Draws a layer of a picture, at its own size.
pub fn draw(image: &RgbaImage, layer: Layer) -> (LayerFacts, Picture) {
    match layer {
        Layer::Pixels => pixels(image),
        Layer::Alpha => alpha(image),
        Layer::Edges => edges(image),
    }
}

fn picture(image: RgbaImage) -> Picture {
    let (width, height) = image.dimensions();
    Picture { width, height, rgba: image.into_raw() }
}

fn all(image: &RgbaImage) -> u64 {
    u64::from(image.width()) * u64::from(image.height())
}

fn pixels(image: &RgbaImage) -> (LayerFacts, Picture) {
    let mut drawn = image.clone();
    for pixel in drawn.pixels_mut() {
        let alpha = u16::from(pixel.0[3]);
        for channel in &mut pixel.0[..3] {
            *channel = ((u16::from(*channel) * alpha + 127) / 255) as u8;
        }
    }
    (LayerFacts { all: all(image), ..LayerFacts::default() }, picture(drawn))
}

fn alpha(image: &RgbaImage) -> (LayerFacts, Picture) {
    let mut facts = LayerFacts { all: all(image), ..LayerFacts::default() };
    let mut drawn = image.clone();
    for pixel in drawn.pixels_mut() {
        let [r, g, b] = match pixel.0[3] {
            0 => {
                facts.clear += 1;
                CLEAR
            }
            u8::MAX => mixed(OPAQUE, light(pixel)),
            alpha => {
                facts.partly += 1;
                mixed(PARTLY, alpha)
            }
        };
        pixel.0 = [r, g, b, u8::MAX];
    }
    (facts, picture(drawn))
}

/// The art in grey, its outline in colour.
fn edges(image: &RgbaImage) -> (LayerFacts, Picture) {
    let (width, height) = image.dimensions();
    let longer = width.max(height) as f32;
    let line = ((longer * LINE_SHARE).round() as u32).max(1);
    let inside = ((longer * INSIDE_SHARE).round() as u32).max(2);
    let mut facts = LayerFacts { all: all(image), ..LayerFacts::default() };
    let mut drawn = dimmed(image);
    for y in 0..height {
        for x in 0..width {
            let Some(inward) = inward(image, x, y) else { continue };
            facts.edge += 1;
            let is_foreign = is_foreign(image, (x, y), inward, inside);
            facts.foreign += u64::from(is_foreign);
            let [r, g, b] = if is_foreign { FOREIGN } else { EDGE };
            for step in 0..line {
                if let Some((x, y)) = stepped((x, y), inward, step) {
                    // What differs stays seen where lines meet.
                    let marked = [FOREIGN[0], FOREIGN[1], FOREIGN[2], u8::MAX];
                    if let Some(pixel) = drawn.get_pixel_mut_checked(x, y)
                        && pixel.0 != marked
                    {
                        pixel.0 = [r, g, b, u8::MAX];
                    }
                }
            }
        }
    }
    let mut corners = matte_places(image);
    if corners.len() < ROUNDING {
        corners.clear();
    }
    facts.matte_corners = corners.len() as u8;
    for corner in corners {
        fill_matte(image, corner, &mut drawn);
    }
    for pixel in drawn.pixels_mut().filter(|pixel| pixel.0 == FILLED) {
        pixel.0[3] = u8::MAX;
    }
    (facts, picture(drawn))
}

/// Greys, transparent where the art is.
fn dimmed(image: &RgbaImage) -> RgbaImage {
    let mut drawn = image.clone();
    for pixel in drawn.pixels_mut() {
        let alpha = u16::from(pixel.0[3]);
        let grey = mixed(OPAQUE, light(pixel));
        let [r, g, b] = grey.map(|channel| ((u16::from(channel) * alpha + 127) / 255) as u8);
        pixel.0 = [r, g, b, pixel.0[3]];
    }
    drawn
}

/// Which way the art lies from an outermost visible pixel; `None` for any other.
fn inward(image: &RgbaImage, x: u32, y: u32) -> Option<(i32, i32)> {
    if image.get_pixel_checked(x, y)?.0[3] < VISIBLE {
        return None;
    }
    let is_seen = |dx: i32, dy: i32| {
        let place = x.checked_add_signed(dx).zip(y.checked_add_signed(dy));
        let pixel = place.and_then(|(x, y)| image.get_pixel_checked(x, y));
        pixel.is_some_and(|pixel| pixel.0[3] >= VISIBLE)
    };
    let sides = [(1, 0), (-1, 0), (0, 1), (0, -1)];
    let hidden = sides.into_iter().filter(|(dx, dy)| !is_seen(*dx, *dy));
    // Away from all sides where nothing is seen.
    hidden.map(|(dx, dy)| (-dx, -dy)).reduce(|one, other| (one.0 + other.0, one.1 + other.1))
}

fn stepped((x, y): (u32, u32), (dx, dy): (i32, i32), steps: u32) -> Option<(u32, u32)> {
    let steps = i32::try_from(steps).ok()?;
    x.checked_add_signed(dx * steps).zip(y.checked_add_signed(dy * steps))
}

/// Whether an outermost pixel differs from the art a little way inside.
fn is_foreign(image: &RgbaImage, place: (u32, u32), inward: (i32, i32), inside: u32) -> bool {
    let own = image.get_pixel_checked(place.0, place.1);
    let other = stepped(place, inward, inside).and_then(|(x, y)| image.get_pixel_checked(x, y));
    let (Some(own), Some(other)) = (own, other) else { return false };
    // An edge that fades out is no fringe while its colour is the art's.
    own.0[..3].iter().zip(&other.0[..3]).any(|(a, b)| a.abs_diff(*b) > DIFFERENT)
}

/// Marks a matte: what is of the corner's colour and joined to it.
fn fill_matte(image: &RgbaImage, corner: (u32, u32), drawn: &mut RgbaImage) {
    let Some(colour) = image.get_pixel_checked(corner.0, corner.1) else { return };
    let most = (image.width() as f32 * CORNER_SHARE).ceil() as u32;
    let mut open = vec![corner];
    while let Some((x, y)) = open.pop() {
        if x.abs_diff(corner.0) > most || y.abs_diff(corner.1) > most {
            continue;
        }
        let Some(pixel) = image.get_pixel_checked(x, y) else { continue };
        if pixel.0.iter().zip(colour.0).any(|(a, b)| a.abs_diff(b) > DIFFERENT) {
            continue;
        }
        let Some(mark) = drawn.get_pixel_mut_checked(x, y) else { continue };
        if mark.0 == FILLED {
            continue;
        }
        mark.0 = FILLED;
        for (dx, dy) in [(1, 0), (-1, 0), (0, 1), (0, -1)] {
            open.extend(x.checked_add_signed(dx).zip(y.checked_add_signed(dy)));
        }
    }
}

/// Light of a pixel as if opaque, from 0 to 255.
fn light(pixel: &Rgba<u8>) -> u8 {
    let [r, g, b, _] = pixel.0.map(u32::from);
    ((r * 299 + g * 587 + b * 114) / 1000) as u8
}

/// A colour between two.
fn mixed([from, to]: [[u8; 3]; 2], share: u8) -> [u8; 3] {
    let share = u16::from(share);
    std::array::from_fn(|channel| {
        let (from, to) = (u16::from(from[channel]), u16::from(to[channel]));
        ((from * (255 - share) + to * share) / 255) as u8
    })
}
