//! What a person asks for here.

use std::sync::Arc;

use crate::domain::{AssetKind, Variant};
use crate::media::PixelBox;

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
    /// Forget a file that failed or was read, so that the next wish fetches it anew.
    Retry {
        /// The file's key in the [`Library`](super::Library).
        url: Arc<str>,
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
