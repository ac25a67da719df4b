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
    Load {
        session: SessionId,
        variant: Variant,
        kind: AssetKind,
        /// The size to draw it at; `None` where it is not in view and only to be verified.
        fit: Option<PixelBox>,
    },
    /// Read a file of this machine as if it had been fetched.
    Read {
        session: SessionId,
        path: Arc<Path>,
        kind: AssetKind,
        fit: PixelBox,
    },
    Draw {
        session: SessionId,
        id: FileId,
        file: Arc<Loaded>,
        fit: PixelBox,
    },
    /// Hand a picture to the textures.
    Show {
        key: DrawKey,
        picture: Picture,
    },
    /// Forget the pictures of a file that is fetched anew.
    DropPictures {
        id: FileId,
    },
    /// Loads that have not begun are no longer wanted.
    CancelLoads,
}
