//! Thresholds of the rules, in one place. The manual and the catalogue page name them.

use std::time::Duration;

/// A download over this is slow.
pub const SLOW: Duration = Duration::from_secs(3);
/// Shape of an ID-1 card: 85.60 by 53.98 mm (ISO/IEC 7810).
pub const ID1_RATIO: f64 = 85.60 / 53.98;
/// Deviation from the shape wanted, as a share: a warning above this …
pub const ASPECT_WARNING: f64 = 0.01;
/// … and an error above this.
pub const ASPECT_ERROR: f64 = 0.03;
/// Pixels that a background should be wide.
pub const BACKGROUND_WIDTH: u32 = 1536;
/// Pixels that a logo should be wide.
pub const LOGO_WIDTH: u32 = 1372;
/// Pixels that an icon should be wide.
pub const ICON_WIDTH: u32 = 100;
/// Share of transparent pixels beyond the corners that a background may have: none, but for the
/// soft edge of an odd mark.
pub const TRANSPARENT_SHARE: f32 = 0.0005;
/// Corners with another matte that make a rounding; fewer are part of the art.
pub const MATTE_CORNERS: u8 = 3;
/// Contrast under which a logo is not seen on a ground.
pub const LOGO_CONTRAST: f32 = 1.5;
/// Contrast that the last four digits should have, in white or in black.
pub const DIGITS_CONTRAST: f32 = 3.0;
/// Characters of a card's BIN, once padded.
pub const BIN_DIGITS: usize = 6;
