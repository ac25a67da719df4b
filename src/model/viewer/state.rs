//! The large picture, and what it is compared with.

use crate::domain::Digest;
use crate::media::{Content, Difference, Layer, LayerFacts, LoadError, PixelBox};

use crate::model::assets::{DrawKey, FileId, PictureKey};
use crate::model::remote::Remote;

/// Ground under a transparent picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ground {
    /// Squares of two shades, so that transparent pixels are not taken for white ones.
    Checkerboard,
    /// As on a page of a light theme.
    Light,
    /// As on a page of a dark theme.
    Dark,
}

/// What is drawn over the large picture.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Overlay {
    /// The picture alone.
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
    /// One picture, or two that are compared.
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
    /// One beside the other, moved and scaled together.
    #[default]
    SideBySide,
    /// One over the other; a divider sets how much is seen of each.
    Slider,
}

/// The second picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Compare {
    /// The other file.
    pub other: FileId,
    /// Side by side, under a slider, or as their difference.
    pub arrangement: Arrangement,
    /// Share of the width that is left to the first picture.
    pub divider: f32,
    /// Not asked for until both files are read.
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
    /// Of the bytes it is drawn of.
    pub sha256: Digest,
    /// Pixels as stored, transparency or edges.
    pub layer: Layer,
    /// Measured while it was drawn; the pixels go to the textures.
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
    /// The file that is shown.
    pub id: FileId,
    /// What lies beneath it, seen where it is transparent.
    pub ground: Ground,
    /// Kept while stepping from file to file.
    pub overlay: Overlay,
    /// Same for both pictures; [`Zoom::Fit`] again at each step.
    pub zoom: Zoom,
    /// Offset of the picture's centre from the view's, in points.
    pub pan: [f32; 2],
    /// Picture, sizes or choice.
    pub page: ViewerPage,
    /// Whether what is known of the file stands beside it.
    pub facts: bool,
    /// The second picture; `None` where one is shown alone.
    pub compare: Option<Compare>,
    /// What is typed to find the second picture.
    pub choice: Choice,
    /// At most one a picture and kind; those not wanted any more are dropped.
    pub layers: Vec<LayerRun>,
}

impl Viewer {
    /// Smallest scale, in screen pixels for each pixel of the picture.
    pub const MIN_SCALE: f32 = 0.05;
    /// Largest scale, in screen pixels for each pixel of the picture.
    pub const MAX_SCALE: f32 = 32.0;
    /// From this scale on single pixels can be seen, and are drawn as squares.
    pub const SQUARES: f32 = 2.0;

    /// A picture alone, as large as the window allows.
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
