//! What the verifier needs to know of a file, measured in the pass that decodes it.

mod pixels;
mod png;

use std::time::Duration;

use super::document::{HtmlFacts, TextFacts};
use super::drawer::VectorFacts;
use super::sniff::MediaKind;

pub use pixels::PixelFacts;
pub use png::PngFacts;

/// Measurements of one file.
#[derive(Debug, Clone, PartialEq)]
pub struct Measured {
    /// By its first bytes.
    pub kind: MediaKind,
    /// Whether that is what the gateway declared; true where it declared nothing.
    pub declared_matches: bool,
    /// `Content-Type` of the answer, as it came.
    pub content_type: Option<String>,
    /// From the request to the last byte.
    pub elapsed: Duration,
    /// Redirects followed within the host.
    pub redirects: usize,
    /// Size of a raster in pixels; the natural size of a vector file has none.
    pub pixels: Option<(u32, u32)>,
    pub png: Option<PngFacts>,
    pub raster: Option<PixelFacts>,
    pub vector: Option<VectorFacts>,
    pub text: Option<TextFacts>,
    pub html: Option<HtmlFacts>,
}

pub(super) use pixels::measure as measure_pixels;
pub(super) use png::measure as measure_png;
