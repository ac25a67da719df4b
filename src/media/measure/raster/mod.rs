//! How a raster file is built: what its headers say, and whether it is whole. Found without
//! decoding, so that it is known of files too that no decoder takes.

mod gif;
mod jpeg;
mod png;
mod webp;

use super::super::sniff::MediaKind;

/// Structure of a raster file, whatever its format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RasterFacts {
    /// Before any palette is looked up.
    pub colour: ColourModel,
    /// Bits a channel, or bits an index into a palette.
    pub bit_depth: u8,
    /// Whether pixels can be transparent.
    pub has_alpha: bool,
    /// Interlaced (PNG, GIF) or progressive (JPEG): drawn coarse at first.
    pub interlaced: bool,
    /// More than one frame.
    pub animated: bool,
    /// EXIF orientation from 1 (as stored) to 8. Files are drawn as stored.
    pub orientation: u8,
    /// Parts whose checksum is wrong (PNG has them).
    pub bad_checksums: u32,
    /// The mark of the end is not there: the file is cut.
    pub end_missing: bool,
    /// Bytes after the end.
    pub trailing_bytes: usize,
}

/// What the stored numbers of a pixel mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColourModel {
    /// One channel, with or without alpha.
    Grey,
    /// Three channels, with or without alpha.
    Rgb,
    /// Each number names a colour of a table.
    Palette,
    /// Four inks, as for print.
    Cmyk,
}

impl Default for RasterFacts {
    fn default() -> Self {
        Self {
            colour: ColourModel::Rgb,
            bit_depth: 8,
            has_alpha: false,
            interlaced: false,
            animated: false,
            orientation: 1,
            bad_checksums: 0,
            end_missing: true,
            trailing_bytes: 0,
        }
    }
}

/// Measures a raster; `None` for another kind.
pub(crate) fn measure(kind: MediaKind, bytes: &[u8]) -> Option<RasterFacts> {
    match kind {
        MediaKind::Png => Some(png::measure(bytes)),
        MediaKind::Jpeg => Some(jpeg::measure(bytes)),
        MediaKind::Gif => Some(gif::measure(bytes)),
        MediaKind::WebP => Some(webp::measure(bytes)),
        MediaKind::Svg | MediaKind::Pdf => None,
        MediaKind::Html | MediaKind::Text | MediaKind::Other => None,
    }
}

/// A big-endian number of 16 bits.
fn be16(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}
