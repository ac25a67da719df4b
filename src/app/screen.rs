//! The screen, and the sizes of a window that fit on it.

use crate::settings::WindowSize;

/// Smallest inner size the layout holds at, in points.
pub(super) const SMALLEST: [f32; 2] = [720.0, 480.0];

/// What bars of the desktop, a title bar and a frame take of a screen, in points.
const AROUND: [f32; 2] = [16.0, 104.0];

/// A screen: its pixels, and how many of them stand on a point.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Screen {
    /// Width and height in physical pixels.
    pub pixels: [u32; 2],
    /// Physical pixels for each point.
    pub scale: f64,
}

/// Inner sizes of a window in points: the first one, and the least that it can be made. Both fit on
/// the screen with all that stands around a window.
pub fn first_sizes(kept: WindowSize, screen: Option<Screen>) -> ([f32; 2], [f32; 2]) {
    let kept = [kept.width(), kept.height()];
    let Some(Screen { pixels, scale }) = screen.filter(|screen| screen.scale > 0.0) else {
        return (kept, SMALLEST);
    };
    let room =
        [0, 1].map(|side| ((f64::from(pixels[side]) / scale) as f32 - AROUND[side]).max(1.0));
    let within = |size: [f32; 2]| [size[0].min(room[0]), size[1].min(room[1])];
    (within(kept), within(SMALLEST))
}
