//! What the textures call a picture.

use crate::domain::Digest;
use crate::media::{Layer, PixelBox};

use super::file::FileId;

/// Whose pixels a picture holds.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum PictureKey {
    /// A file as it came.
    File(FileId),
    /// A layer of some bytes, whatever their address.
    Layer {
        /// Of the file's bytes.
        sha256: Digest,
        /// Which one of the file's layers.
        layer: Layer,
    },
    /// The small picture that a batch kept of a file, by the digest of its bytes.
    Thumbnail(Digest),
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
    pub fn file(id: &FileId, fit: PixelBox) -> Self {
        Self { picture: PictureKey::File(id.clone()), fit }
    }
}
