//! What comes of fetching and drawing files of cards.

use std::sync::Arc;

use crate::media::{LoadError, LoadFailure, Loaded, Picture, PixelBox};

use super::file::FileId;

/// What comes of fetching and drawing files of cards.
#[derive(Debug)]
pub enum AssetEvent {
    /// A file was fetched and read; the picture is drawn at `fit`, where one was asked for.
    Loaded {
        /// The file that was asked for.
        id: FileId,
        /// Size that was asked for; `None` where the file was only to be verified.
        fit: Option<PixelBox>,
        /// The file, with a picture where one could be drawn; a failure keeps what was measured before it.
        result: Result<(Arc<Loaded>, Option<Picture>), LoadFailure>,
    },
    /// A file already read was drawn at another size.
    Drawn {
        /// The file that was asked for.
        id: FileId,
        /// Size that was asked for, in physical pixels.
        fit: PixelBox,
        /// `None` for a file without a picture, such as text.
        result: Result<Option<Picture>, LoadError>,
    },
}
