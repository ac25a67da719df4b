//! What comes of fetching and drawing files of cards.

use std::sync::Arc;

use crate::media::{LoadError, LoadFailure, Loaded, Picture, PixelBox};

use super::file::FileId;

/// What comes of fetching and drawing files of cards.
#[derive(Debug)]
pub enum AssetEvent {
    /// A file was fetched and read; the picture is drawn at `fit`, where one was asked for.
    Loaded {
        id: FileId,
        fit: Option<PixelBox>,
        result: Result<(Arc<Loaded>, Option<Picture>), LoadFailure>,
    },
    /// A file already read was drawn at another size.
    Drawn { id: FileId, fit: PixelBox, result: Result<Option<Picture>, LoadError> },
}
