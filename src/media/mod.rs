//! From an address to a picture: fetched within limits, told by its first bytes, decoded at the
//! size needed, measured. Knows no window.
//!
//! A file from outside may be wrong in any way: its size is checked as declared and as it comes,
//! its pixels from its header, and vector files are drawn in a process of their own.

mod decoder;
mod difference;
mod document;
mod error;
mod fetch;
pub mod limits;
mod loader;
mod measure;
mod picture;
mod policy;
mod raster;
mod renderer;
mod sniff;
mod viewing;

pub use carddesk_pixels::{
    Layer, LayerFacts, Picture, PixelBox, PixelDifference, PixelFacts, layer,
};
pub use difference::Difference;
pub use document::{Block, Document, HtmlFacts, Span, TextFacts, read_html, read_text};
pub use error::LoadError;
pub use fetch::{AssetCache, Download, FetchError, Fetcher};
pub use loader::{Content, Fetched, LoadFailure, Loaded, Loader, is_drawn};
pub use measure::{ColourModel, Measured, RasterFacts};
pub use picture::{DrawProgram, VectorKind};
pub use policy::{HostPolicy, UrlRefusal};
pub use raster::small_png;
#[cfg(all(target_os = "linux", target_pointer_width = "64"))]
pub use renderer::close_process;
pub use renderer::{ActiveContent, MissingPart, VectorFacts, run_worker};
pub use sniff::{MediaKind, sniff};
