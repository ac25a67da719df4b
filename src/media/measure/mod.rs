//! What the verifier needs to know of a file, measured in the pass that decodes it.

mod raster;

use std::time::Duration;

use carddesk_pixels::PixelFacts;

use super::document::{HtmlFacts, TextFacts};
use super::fetch::Download;
use super::renderer::VectorFacts;
use super::sniff::MediaKind;
use crate::domain::Digest;

pub use raster::{ColourModel, RasterFacts};

/// Measurements of one file. Of a file that cannot be shown there are those that were made before
/// that was known.
#[derive(Debug, Clone, PartialEq)]
pub struct Measured {
    /// By its first bytes.
    pub kind: MediaKind,
    /// Whether that is what the gateway declared; true where it declared nothing.
    pub declared_matches: bool,
    /// `Content-Type` of the answer, as it came.
    pub content_type: Option<String>,
    /// Size of the file.
    pub bytes: usize,
    /// Of the bytes as they came, after HTTP's compression is undone.
    pub sha256: Digest,
    /// From the request to the last byte.
    pub elapsed: Duration,
    /// Redirects followed within the host.
    pub redirects: usize,
    /// Size of a raster in pixels, by its header; the natural size of a vector file has none.
    pub pixels: Option<(u32, u32)>,
    /// `None` for what is no raster.
    pub raster: Option<RasterFacts>,
    /// What the pixels show: of a raster as stored, of a vector file as drawn.
    pub look: Option<PixelFacts>,
    /// `None` for what is neither PDF nor SVG.
    pub vector: Option<VectorFacts>,
    /// `None` for what is not plain text.
    pub text: Option<TextFacts>,
    /// `None` for what is not HTML.
    pub html: Option<HtmlFacts>,
}

impl Measured {
    /// What is known before the file is read.
    pub(super) fn begin(declared: Option<&str>, kind: MediaKind, download: &Download) -> Self {
        let expected = declared.map(MediaKind::of_media_type);
        Self {
            kind,
            declared_matches: expected.is_none_or(|expected| expected == Some(kind)),
            content_type: download.content_type.clone(),
            bytes: download.bytes.len(),
            sha256: Digest::of(&download.bytes),
            elapsed: download.elapsed,
            redirects: download.redirects,
            pixels: None,
            raster: None,
            look: None,
            vector: None,
            text: None,
            html: None,
        }
    }
}

pub(super) use raster::measure as measure_raster;
