//! What a person asks for here.

use crate::domain::{AssetKind, Variant};
use crate::media::PixelBox;

use super::file::FileId;

/// Files of cards.
#[derive(Debug, Clone)]
pub enum AssetAction {
    /// A picture is in view: load it, or draw it at this size.
    Want {
        variant: Variant,
        kind: AssetKind,
        fit: PixelBox,
    },
    /// The same of a file that is known.
    WantFile {
        id: FileId,
        fit: PixelBox,
    },
    Retry {
        id: FileId,
    },
    RetryAll,
    Open {
        variant: Variant,
        kind: AssetKind,
    },
}
