//! Why card art cannot be shown.

use super::fetch::FetchError;
use super::sniff::MediaKind;

/// Why an asset is not shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LoadError {
    /// It did not come.
    Fetch(FetchError),
    /// A page or text where a picture was declared: nothing of it can be shown.
    NotTheDeclaredType {
        /// Media type, as declared.
        declared: String,
        /// What the bytes are.
        found: MediaKind,
    },
    /// More pixels than are drawn; read from the header, nothing was decoded.
    TooManyPixels {
        /// In pixels, as the header says.
        width: u32,
        /// In pixels, as the header says.
        height: u32,
    },
    /// The decoder refuses it; `reason` in its words.
    Undecodable {
        /// The decoder's words.
        reason: String,
    },
    /// The decoder panicked; the panic was caught.
    DecoderPanicked,
    /// The drawing process took too much memory.
    RendererMemory,
    /// The drawing process took too long.
    RendererTime,
    /// The drawing process could not be started, or died.
    RendererFailed,
    /// Protected by a password.
    Encrypted,
    /// A format that is not drawn.
    Unsupported {
        /// What the bytes are.
        found: MediaKind,
    },
    /// A file of this machine that cannot be read; `reason` in the system's words.
    Unreadable {
        /// The system's words.
        reason: String,
    },
    /// Dropped before it began; it can be asked for again.
    Cancelled,
}

impl LoadError {
    /// Its kind, in a word, for the diagnostic log.
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::Fetch(_) => "not-fetched",
            Self::NotTheDeclaredType { .. } => "not-the-declared-type",
            Self::TooManyPixels { .. } => "too-many-pixels",
            Self::Undecodable { .. } => "undecodable",
            Self::DecoderPanicked => "decoder-panicked",
            Self::RendererMemory => "renderer-memory",
            Self::RendererTime => "renderer-time",
            Self::RendererFailed => "renderer-failed",
            Self::Encrypted => "encrypted",
            Self::Unsupported { .. } => "unsupported",
            Self::Unreadable { .. } => "unreadable",
            Self::Cancelled => "cancelled",
        }
    }
}

impl From<FetchError> for LoadError {
    fn from(error: FetchError) -> Self {
        Self::Fetch(error)
    }
}
