//! What a person asks for here.

use std::sync::Arc;

use crate::domain::{AssetKind, Variant};
use crate::media::PixelBox;

/// Files of cards.
#[derive(Debug, Clone)]
pub enum AssetAction {
    /// A picture is in view: load it, or draw it at this size.
    Want {
        variant: Variant,
        kind: AssetKind,
        fit: PixelBox,
    },
    Retry {
        url: Arc<str>,
    },
    RetryAll,
    Open {
        variant: Variant,
        kind: AssetKind,
    },
}
