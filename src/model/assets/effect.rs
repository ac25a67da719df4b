//! What files of cards need.

use std::path::Path;
use std::sync::Arc;

use crate::domain::{AssetKind, Variant};
use crate::media::{Loaded, Picture, PixelBox};

use super::file::FileId;
use super::key::DrawKey;
use crate::model::ids::SessionId;

/// What files of cards need.
#[derive(Debug)]
pub enum AssetEffect {
    /// Fetch a file, measure it, and draw it where a size is asked for.
    Load {
        /// Session that asks; an answer after its end is dropped.
        session: SessionId,
        /// Address to fetch, and what the list claims of the file.
        variant: Variant,
        /// Type of the asset: limits and rules depend on it.
        kind: AssetKind,
        /// The size to draw it at; `None` where it is not in view and only to be verified.
        fit: Option<PixelBox>,
    },
    /// Read a file of this machine as if it had been fetched.
    Read {
        /// Session that asks; an answer after its end is dropped.
        session: SessionId,
        /// Chosen by a person; no other path is ever read.
        path: Arc<Path>,
        /// What the file is taken for: the type of the one it is compared with.
        kind: AssetKind,
        /// Size to draw it at, in physical pixels.
        fit: PixelBox,
    },
    /// Draw a file whose bytes are at hand at a further size.
    Draw {
        /// Session that asks; an answer after its end is dropped.
        session: SessionId,
        /// The file, under which the picture is shown.
        id: FileId,
        /// Bytes and measurements; shared, not copied.
        file: Arc<Loaded>,
        /// Size to draw it at, in physical pixels.
        fit: PixelBox,
    },
    /// Hand a picture to the textures.
    Show {
        /// File and size, by which views find the texture.
        key: DrawKey,
        /// Decoded pixels, not yet uploaded.
        picture: Picture,
    },
    /// Forget the pictures of a file that is fetched anew.
    DropPictures {
        /// The file whose pictures of all sizes go.
        id: FileId,
    },
    /// Loads that have not begun are no longer wanted.
    CancelLoads,
}
