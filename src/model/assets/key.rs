//! What the textures call a picture.

use std::sync::Arc;

use crate::domain::Digest;
use crate::media::{Layer, PixelBox};

/// Whose pixels a picture holds.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum PictureKey {
    /// A file, by its key in the library.
    File(Arc<str>),
    /// A layer of some bytes, whatever their address.
    Layer {
        /// Of the file's bytes.
        sha256: Digest,
        /// Which one of the file's layers.
        layer: Layer,
    },
    /// The small picture that a batch kept of a file, by the SHA-256 of its bytes in hexadecimal.
    Thumbnail(Arc<str>),
}

/// One picture at one size.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct DrawKey {
    /// File, layer or thumbnail that is drawn.
    pub picture: PictureKey,
    /// The place that it fits, in pixels.
    pub fit: PixelBox,
}

impl DrawKey {
    /// A file at a size.
    pub fn file(url: &Arc<str>, fit: PixelBox) -> Self {
        Self { picture: PictureKey::File(Arc::clone(url)), fit }
    }
}
