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
        session: SessionId,
        file: Arc<Loaded>,
        layer: Layer,
    },
    /// Hand a layer to the textures.
    ShowLayer {
        key: DrawKey,
        picture: Picture,
    },
    CompareFiles {
        session: SessionId,
        files: [Arc<Loaded>; 2],
    },
    /// Draw a file's picture for the clipboard.
    DrawForCopy {
        session: SessionId,
        file: Arc<Loaded>,
    },
    /// Put a picture on the clipboard.
    CopyPicture(Picture),
    /// Write a file as it came into the folder of exports.
    SaveFile {
        session: SessionId,
        name: String,
        file: Arc<Loaded>,
    },
}
