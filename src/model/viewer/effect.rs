//! What the large picture needs.

use std::sync::Arc;

use crate::media::{Layer, Loaded, Picture};

use crate::model::assets::DrawKey;
use crate::model::ids::SessionId;

/// What the large picture needs.
#[derive(Debug)]
pub enum ViewerEffect {
    /// Draw a layer of a file's picture.
    DrawLayer {
        /// Session that asks; an answer after its end is dropped.
        session: SessionId,
        /// Bytes to draw from, at their own size.
        file: Arc<Loaded>,
        /// Pixels as stored, transparency or edges.
        layer: Layer,
    },
    /// Hand a layer to the textures.
    ShowLayer {
        /// Made of the bytes' digest, not of an address.
        key: DrawKey,
        /// Decoded pixels, not yet uploaded.
        picture: Picture,
    },
    /// Find out where two files' pictures differ.
    CompareFiles {
        /// Session that asks; an answer after its end is dropped.
        session: SessionId,
        /// The first and the second picture.
        files: [Arc<Loaded>; 2],
    },
    /// Draw a file's picture for the clipboard.
    DrawForCopy {
        /// Session that asks; an answer after its end is dropped.
        session: SessionId,
        /// Bytes to draw from.
        file: Arc<Loaded>,
    },
    /// Put a picture on the clipboard.
    CopyPicture(Picture),
    /// Write a file as it came into the folder of exports.
    SaveFile {
        /// Session that asks; the notice is dropped once it has ended.
        session: SessionId,
        /// Made of the address, of harmless characters alone; numbered where it is taken.
        name: String,
        /// Bytes to write, exactly as they came.
        file: Arc<Loaded>,
    },
}
