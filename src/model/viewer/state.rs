//! The large picture, and what it is compared with.

use crate::domain::Digest;
use crate::media::{Content, Difference, Layer, LayerFacts, LoadError, PixelBox};

use crate::model::assets::{DrawKey, FileId, PictureKey};
use crate::model::remote::Remote;

/// Ground under a transparent picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ground {
    Checkerboard,
    Light,
    Dark,
}

/// What is drawn over the large picture.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Overlay {
    #[default]
    None,
    /// The outline of an ID-1 card with its rounding, and its measures.
    Outline,
    /// The last four digits, as wallets draw them.
    Digits,
    /// How transparent each pixel is.
    Alpha,
    /// Whether the outermost pixels are of the art.
    Edges,
}

/// Scale of the large picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Zoom {
    /// As large as the window allows.
    Fit,
    /// Picture pixels as screen pixels, times this.
    Scale(f32),
}

/// What the viewer shows in its middle.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ViewerPage {
    #[default]
    Picture,
    /// The art at the sizes that wallets draw it at.
    Sizes,
    /// The files that it can be compared with.
    Choose,
}

/// How two pictures stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Arrangement {
    #[default]
    SideBySide,
    /// On one another; a divider tells how much is seen of each.
    Slider,
}

/// The second picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Compare {
    pub other: FileId,
    pub arrangement: Arrangement,
    /// Share of the width that is left to the first picture.
    pub divider: f32,
    pub difference: Remote<Difference, LoadError>,
    /// The bytes that `difference` is about.
    pub(crate) of: Option<[Digest; 2]>,
}

impl Compare {
    /// How far a key moves the divider.
    pub const STEP: f32 = 0.05;

    pub(crate) fn with(other: FileId) -> Self {
        Self {
            other,
            arrangement: Arrangement::default(),
            divider: 0.5,
            difference: Remote::NotAsked,
            of: None,
        }
    }
}

/// A layer that is drawn or being drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct LayerRun {
    pub sha256: Digest,
    pub layer: Layer,
    pub facts: Remote<LayerFacts, LoadError>,
}

/// What is typed to find a file to compare with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choice {
    /// Words, all of which must be found.
    pub filter: String,
    /// A file of this machine.
    pub path: String,
}

/// The large picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Viewer {
    pub id: FileId,
    pub ground: Ground,
    pub overlay: Overlay,
    pub zoom: Zoom,
    /// Offset of the picture's centre from the view's, in points.
    pub pan: [f32; 2],
    pub page: ViewerPage,
    /// Whether what is known of the file stands beside it.
    pub facts: bool,
    pub compare: Option<Compare>,
    pub choice: Choice,
    pub layers: Vec<LayerRun>,
}

impl Viewer {
    pub const MIN_SCALE: f32 = 0.05;
    pub const MAX_SCALE: f32 = 32.0;
    /// From this scale on single pixels are told apart, and drawn as squares.
    pub const SQUARES: f32 = 2.0;

    pub fn new(id: FileId) -> Self {
        Self {
            id,
            ground: Ground::Checkerboard,
            overlay: Overlay::None,
            zoom: Zoom::Fit,
            pan: [0.0, 0.0],
            page: ViewerPage::Picture,
            facts: false,
            compare: None,
            choice: Choice::default(),
            layers: Vec::new(),
        }
    }

    /// The layer drawn in the place of a file's picture; the picture as scaled where there is none.
    pub fn layer_for(&self, content: &Content) -> Option<Layer> {
        let layer = match (self.overlay, self.zoom) {
            (Overlay::Alpha, _) => Layer::Alpha,
            (Overlay::Edges, _) => Layer::Edges,
            (_, Zoom::Scale(scale)) if scale >= Self::SQUARES => Layer::Pixels,
            (Overlay::None | Overlay::Outline | Overlay::Digits, _) => return None,
        };
        match content {
            Content::Raster { .. } => Some(layer),
            // It has no pixels of its own, and is drawn sharp at every scale.
            Content::Vector { .. } => Some(layer).filter(|layer| *layer != Layer::Pixels),
            Content::Text(_) => None,
        }
    }

    /// A layer of some bytes.
    pub fn layer_of(&self, sha256: &Digest, layer: Layer) -> Option<&LayerRun> {
        self.layers.iter().find(|run| run.layer == layer && run.sha256 == *sha256)
    }

    /// The files on screen.
    pub fn shown(&self) -> impl Iterator<Item = &FileId> {
        let other = self.compare.as_ref().map(|compare| &compare.other);
        std::iter::once(&self.id).chain(other)
    }
}

/// Under which key a layer of these bytes is drawn, whatever their address.
pub fn layer_key(sha256: &Digest, layer: Layer) -> DrawKey {
    let picture = PictureKey::Layer { sha256: *sha256, layer };
    DrawKey { picture, fit: PixelBox { width: 1, height: 1 } }
}
