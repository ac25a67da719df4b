//! Small pictures for reports.

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder as _};

use crate::media::{Picture, PixelBox};

use super::record::Thumbnail;

/// Pixels that a thumbnail takes at most.
const FIT: PixelBox = PixelBox { width: 160, height: 120 };

/// `None` where it cannot be encoded.
pub(super) fn thumbnail(picture: &Picture) -> Option<Thumbnail> {
    let (width, height) = if picture.width <= FIT.width && picture.height <= FIT.height {
        (picture.width, picture.height)
    } else {
        FIT.fit(picture.width as f32, picture.height as f32)
    };
    let mut rgba = Vec::with_capacity(width as usize * height as usize * 4);
    for y in 0..height {
        for x in 0..width {
            rgba.extend(straight(mean(picture, (x, y), (width, height))));
        }
    }
    let mut png = Vec::new();
    let encoder =
        PngEncoder::new_with_quality(&mut png, CompressionType::Default, FilterType::Adaptive);
    encoder.write_image(&rgba, width, height, ExtendedColorType::Rgba8).ok()?;
    Some(Thumbnail { width, height, png: base64(&png) })
}

/// The mean of the pixels that fall into one of the thumbnail's, premultiplied as they are.
fn mean(picture: &Picture, (x, y): (u32, u32), (width, height): (u32, u32)) -> [u32; 4] {
    let span = |place: u32, all: u32, of: u32| {
        let edge = |place: u32| (u64::from(place) * u64::from(of) / u64::from(all)) as usize;
        edge(place)..edge(place + 1).max(edge(place) + 1)
    };
    let (columns, rows) = (span(x, width, picture.width), span(y, height, picture.height));
    let mut sum = [0_u32; 4];
    let mut count = 0;
    for row in rows {
        let start = row * picture.width as usize * 4;
        let line = picture.rgba.get(start + columns.start * 4..start + columns.end * 4);
        for pixel in line.unwrap_or_default().chunks_exact(4) {
            count += 1;
            for (sum, channel) in sum.iter_mut().zip(pixel) {
                *sum += u32::from(*channel);
            }
        }
    }
    sum.map(|channel| channel / count.max(1))
}

/// PNG does not premultiply.
fn straight([red, green, blue, alpha]: [u32; 4]) -> [u8; 4] {
    let byte = |value: u32| u8::try_from(value.min(255)).unwrap_or(u8::MAX);
    let channel = |value: u32| byte((value * 255 + alpha / 2).checked_div(alpha).unwrap_or(0));
    [channel(red), channel(green), channel(blue), byte(alpha)]
}

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// RFC 4648, section 4.
fn base64(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let byte = |place: usize| u32::from(chunk.get(place).copied().unwrap_or_default());
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4_usize {
            let letter = ALPHABET[(bits >> (18 - 6 * place)) as usize & 63];
            text.push(if place <= chunk.len() { char::from(letter) } else { '=' });
        }
    }
    text
}
