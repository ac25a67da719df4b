//! Arithmetic of pixels, of as many at once as the processor has room for: the loops hold no branch, and
//! whoever calls them from within `dispatch!` has them compiled for its vectors.

/// A premultiplied colour: alpha, red, green, blue from the highest byte.
pub(super) type Argb = u32;
/// A pixel of the canvas, which is opaque: nothing, red, green, blue.
pub(super) type Rgb = u32;

/// Two of the four bytes, each with room for a product.
const PAIR: u32 = 0x00ff_00ff;

/// Each half divided by 255, rounded; halves up to 255 * 255.
#[inline(always)]
fn divided(pair: u32) -> u32 {
    let sum = pair + 0x0080_0080;
    ((sum + ((sum >> 8) & PAIR)) >> 8) & PAIR
}

/// Each half held within a byte.
#[inline(always)]
fn held(pair: u32) -> u32 {
    let over = pair & 0x0100_0100;
    (pair | (over - (over >> 8))) & PAIR
}

/// A colour made weaker: `part` of 255 of it.
#[inline(always)]
pub(super) fn weakened(colour: Argb, part: u32) -> Argb {
    let red_blue = divided((colour & PAIR) * part);
    let alpha_green = divided(((colour >> 8) & PAIR) * part);
    red_blue | (alpha_green << 8)
}

/// A colour times a colour.
#[inline(always)]
pub(super) fn tinted(colour: Argb, tint: Argb) -> Argb {
    let part = |shift: u32| {
        let product = ((colour >> shift) & 255) * ((tint >> shift) & 255);
        divided(product) << shift
    };
    part(0) | part(8) | part(16) | part(24)
}

/// A colour over a pixel.
#[inline(always)]
pub(super) fn over(colour: Argb, ground: Rgb) -> Rgb {
    let keeps = 255 - (colour >> 24);
    let red_blue = held((colour & PAIR) + divided((ground & PAIR) * keeps));
    let green = held(((colour >> 8) & 255) + divided(((ground >> 8) & 255) * keeps));
    red_blue | (green << 8)
}

/// A colour in parts from 0 to 255: alpha, red, green, blue.
#[inline(always)]
pub(super) fn packed([alpha, red, green, blue]: [f32; 4]) -> Argb {
    (byte(alpha) << 24) | (byte(red) << 16) | (byte(green) << 8) | byte(blue)
}

#[inline(always)]
fn byte(part: f32) -> u32 {
    (part + 0.5).clamp(0.0, 255.0) as i32 as u32
}

#[inline(always)]
pub(super) fn parts(colour: Argb) -> [f32; 4] {
    let part = |shift: u32| ((colour >> shift) & 255) as f32;
    [part(24), part(16), part(8), part(0)]
}

/// A colour times a colour, in parts. Written out, as is what follows it: within code for wider vectors the
/// compiler leaves the closures of `array::map` and `array::from_fn` calls.
#[inline(always)]
pub(super) fn multiplied([a, r, g, b]: [f32; 4], [alpha, red, green, blue]: [f32; 4]) -> [f32; 4] {
    [a * alpha / 255.0, r * red / 255.0, g * green / 255.0, b * blue / 255.0]
}

/// As far from one to the other as `share` of the way.
#[inline(always)]
pub(super) fn mixed(
    [a, r, g, b]: [f32; 4],
    [alpha, red, green, blue]: [f32; 4],
    share: f32,
) -> [f32; 4] {
    [
        a + (alpha - a) * share,
        r + (red - r) * share,
        g + (green - g) * share,
        b + (blue - b) * share,
    ]
}

pub(super) fn argb(colour: egui::Color32) -> Argb {
    let [red, green, blue, alpha] = colour.to_array();
    u32::from_be_bytes([alpha, red, green, blue])
}

/// A pixel of the canvas as a colour.
pub(super) fn opaque(pixel: Rgb) -> egui::Color32 {
    let [_, red, green, blue] = pixel.to_be_bytes();
    egui::Color32::from_rgba_premultiplied(red, green, blue, 255)
}
