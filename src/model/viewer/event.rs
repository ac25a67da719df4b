//! What is drawn for the large picture.

use crate::domain::Digest;
use crate::media::{Difference, Layer, LayerFacts, LoadError, Picture};

/// What is drawn for the large picture.
#[derive(Debug)]
pub enum ViewerEvent {
    /// A layer of the file of these bytes was drawn.
    LayerDrawn { sha256: Digest, layer: Layer, result: Result<(LayerFacts, Picture), LoadError> },
    /// Two files were compared.
    FilesCompared { of: [Digest; 2], result: Result<Difference, LoadError> },
    /// A picture was drawn for the clipboard.
    DrawnForCopy { result: Result<Picture, LoadError> },
}
