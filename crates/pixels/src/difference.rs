//! How two pictures differ that were laid on one another.

use crate::picture::Picture;

/// How pixels differ that were laid on one another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PixelDifference {
    /// Share of pixels that differ at all, from 0 to 1.
    pub share: f32,
    /// Share of pixels that differ by more than a compression's noise.
    pub plain_share: f32,
    /// The largest difference of a channel, of 255.
    pub most: u8,
    /// The larger one was scaled down to the smaller one's size.
    pub scaled: bool,
}

/// Difference of a channel that is plainly seen: over the noise of a JPEG.
const PLAIN: u8 = 24;

/// Pixel by pixel, over what both have: after scaling a row or column may be left over. `scaled` says
/// that one of them was.
pub fn compare(one: &Picture, other: &Picture, scaled: bool) -> PixelDifference {
    let row = |picture: &Picture| picture.width as usize * 4;
    let width = row(one).min(row(other));
    let rows =
        one.rgba.chunks_exact(row(one).max(1)).zip(other.rgba.chunks_exact(row(other).max(1)));
    let (mut all, mut any, mut plain, mut most) = (0_u64, 0_u64, 0_u64, 0_u8);
    for (one, other) in rows {
        for (a, b) in one[..width].chunks_exact(4).zip(other[..width].chunks_exact(4)) {
            let largest = a.iter().zip(b).map(|(a, b)| a.abs_diff(*b)).max().unwrap_or_default();
            all += 1;
            any += u64::from(largest > 0);
            plain += u64::from(largest > PLAIN);
            most = most.max(largest);
        }
    }
    let share = |count: u64| count as f32 / all.max(1) as f32;
    PixelDifference { share: share(any), plain_share: share(plain), most, scaled }
}
