//! From an address to a picture: fetched within limits, told by its first bytes, decoded at the
//! size needed, measured. Knows no window.
//!
//! A file from outside may be wrong in any way: its size is checked as declared and as it comes,
//! its pixels from its header, and vector files are drawn in a process of their own.

mod buffers;
mod decoder;
mod difference;
mod document;
mod error;
mod fetch;
pub mod layer;
pub mod limits;
mod loader;
mod measure;
mod picture;
mod png;
mod policy;
mod raster;
mod reduce;
mod renderer;
mod rows;
mod sniff;
mod viewing;

pub use difference::{Difference, PixelDifference};
pub use document::{Block, Document, HtmlFacts, Span, TextFacts, read_html, read_text};
pub use error::LoadError;
pub use fetch::{AssetCache, Download, FetchError, Fetcher};
pub use layer::{Layer, LayerFacts};
pub use loader::{Content, LoadFailure, Loaded, Loader};
pub use measure::{ColourModel, Measured, PixelFacts, RasterFacts};
pub use picture::{DrawProgram, Picture, PixelBox, VectorKind};
pub use policy::{HostPolicy, UrlRefusal};
pub use raster::small_png;
pub use renderer::{ActiveContent, MissingPart, VectorFacts, run_worker};
pub use sniff::{MediaKind, sniff};
