//! Decoded pixels, and the boxes they fit into.

use std::ffi::OsString;
use std::fmt;
use std::path::PathBuf;

use super::limits::SIDE;

/// A place to fit a picture into, in pixels; neither side is zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PixelBox {
    /// In physical pixels.
    pub width: u32,
    /// In physical pixels.
    pub height: u32,
}

impl PixelBox {
    /// The box that a vector file is drawn in to be measured: what is found does not depend on where it
    /// is shown.
    pub const LOOK: Self = Self { width: 512, height: 512 };

    /// The largest size of a picture's shape that fits: each side at least 1 and at most
    /// [`SIDE`]. For what is no size, the box itself.
    pub fn fit(self, width: f32, height: f32) -> (u32, u32) {
        let (most_x, most_y) = (self.width.clamp(1, SIDE), self.height.clamp(1, SIDE));
        if !(width.is_finite() && height.is_finite() && width > 0.0 && height > 0.0) {
            return (most_x, most_y);
        }
        let scale = (most_x as f32 / width).min(most_y as f32 / height);
        let side = |side: f32, most: u32| ((side * scale).round() as u32).clamp(1, most);
        (side(width, most_x), side(height, most_y))
    }
}

/// Decoded pixels: RGBA, 8 bits each, premultiplied, row by row from the top.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// `width * height * 4` bytes.
    pub rgba: Vec<u8>,
}

impl Picture {
    /// The same pixels, not premultiplied; `None` where they are not as many as its size says.
    pub(super) fn into_straight(self) -> Option<image::RgbaImage> {
        let mut straight = self.rgba;
        for pixel in straight.chunks_exact_mut(4) {
            let alpha = u32::from(pixel[3]);
            for channel in &mut pixel[..3] {
                // Of a channel over its alpha, as of no alpha, there is nothing to undo.
                let undone = (u32::from(*channel) * 255 + alpha / 2).checked_div(alpha);
                *channel = undone.map_or(0, |value| value.min(255) as u8);
            }
        }
        image::RgbaImage::from_raw(self.width, self.height, straight)
    }
}

impl fmt::Debug for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Picture({}x{})", self.width, self.height)
    }
}

/// Vector formats, which are drawn in a process of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum VectorKind {
    /// Its first page is drawn.
    Pdf,
    /// Drawn with the program's own fonts; loads nothing.
    Svg,
}

/// How the drawing process is started: the program itself with a hidden subcommand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrawProgram {
    /// Usually this program itself.
    pub exe: PathBuf,
    /// Usually the hidden subcommand alone.
    pub args: Vec<OsString>,
}

impl DrawProgram {
    /// The name of the hidden subcommand.
    pub const SUBCOMMAND: &str = "draw-worker";

    /// A program at this path.
    pub fn new(exe: impl Into<PathBuf>) -> Self {
        Self { exe: exe.into(), args: vec![Self::SUBCOMMAND.into()] }
    }

    /// This very program.
    pub fn this_program() -> Self {
        Self::new(std::env::current_exe().unwrap_or_default())
    }
}
