//! What is drawn for the large picture.

use crate::domain::Digest;
use crate::media::{Difference, Layer, LayerFacts, LoadError, Picture};

/// What is drawn for the large picture.
#[derive(Debug)]
pub enum ViewerEvent {
    /// A layer of the file of these bytes was drawn.
    LayerDrawn {
        /// Of the bytes it was drawn of.
        sha256: Digest,
        /// Which one was asked for.
        layer: Layer,
        /// What was found on the way, and the pixels.
        result: Result<(LayerFacts, Picture), LoadError>,
    },
    /// Two files were compared.
    FilesCompared {
        /// Digests of the first and the second; dropped where others are on screen by now.
        of: [Digest; 2],
        /// An error where one of them cannot be drawn.
        result: Result<Difference, LoadError>,
    },
    /// A picture was drawn for the clipboard.
    DrawnForCopy {
        /// At the picture's own size.
        result: Result<Picture, LoadError>,
    },
}
