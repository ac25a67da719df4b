//! What a person asks for here.

use crate::domain::{AssetKind, Variant};
use crate::media::PixelBox;

use super::file::FileId;

/// Files of cards.
#[derive(Debug, Clone)]
pub enum AssetAction {
    /// A picture is in view: load it, or draw it at this size.
    Want {
        /// The file: its address, and what the list says of it.
        variant: Variant,
        /// Type of the asset it belongs to, as the list names it.
        kind: AssetKind,
        /// Room on screen, in physical pixels; the picture keeps its ratio within it.
        fit: PixelBox,
    },
    /// The same of a file that is known.
    WantFile {
        /// A file that the library holds.
        id: FileId,
        /// Room on screen, in physical pixels.
        fit: PixelBox,
    },
    /// Forget a file that failed or was read, so that the next wish fetches it anew.
    Retry {
        /// A file that the library holds.
        id: FileId,
    },
    /// The same for every file on screen that could not be fetched or drawn.
    RetryAll,
    /// Show a file in the dialog for large pictures.
    Open {
        /// The file: its address, and what the list says of it.
        variant: Variant,
        /// Type of the asset it belongs to; decides whether terms may be text.
        kind: AssetKind,
    },
}
