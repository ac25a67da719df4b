//! What files of cards need.

use std::path::PathBuf;
use std::sync::Arc;

use crate::domain::{AssetKind, Variant};
use crate::media::{Loaded, Picture, PixelBox};

use super::key::DrawKey;
use crate::model::ids::SessionId;

/// What files of cards need.
#[derive(Debug)]
pub enum AssetEffect {
    Load {
        session: SessionId,
        url: Arc<str>,
        variant: Variant,
        kind: AssetKind,
        /// The size to draw it at; `None` where it is not in view and only to be verified.
        fit: Option<PixelBox>,
    },
    /// Read a file of this machine as if it had been fetched.
    Read {
        session: SessionId,
        url: Arc<str>,
        path: PathBuf,
        kind: AssetKind,
        fit: PixelBox,
    },
    Draw {
        session: SessionId,
        url: Arc<str>,
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
        url: Arc<str>,
    },
    /// Loads that have not begun are no longer wanted.
    CancelLoads,
}
