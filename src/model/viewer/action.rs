//! What a person asks for here.

use std::path::PathBuf;

use crate::domain::{AssetKind, Variant};

use super::state::{Arrangement, Choice, Ground, Overlay, ViewerPage, Zoom};

/// The large picture.
#[derive(Debug, Clone)]
pub enum ViewerAction {
    /// Change what shows through transparent pixels.
    Ground(Ground),
    /// Change scale and place at once, so that the point under the pointer stays.
    Zoom {
        /// Brought within the limits of [`Viewer`](super::Viewer).
        zoom: Zoom,
        /// Offset of the picture's centre from the view's, in points; ignored when it fits.
        pan: [f32; 2],
    },
    /// What is drawn over the picture.
    Overlay(Overlay),
    /// The next file (1) or the one before (-1) of what is on the page.
    Step(isize),
    /// Write the file as it came into the folder of exports.
    Save,
    /// Put the picture on the clipboard.
    CopyPicture,
    /// What the middle shows.
    Page(ViewerPage),
    /// What is known of the file, beside it or folded away.
    Facts(bool),
    /// What is typed to find a second file.
    Choose(Choice),
    /// Compare with another file of the session.
    Compare {
        /// The second file: its address, and what the list says of it.
        variant: Variant,
        /// Type of the asset it belongs to.
        kind: AssetKind,
    },
    /// Compare with a file of this machine.
    CompareFile(PathBuf),
    /// Compare with the file whose path was typed.
    CompareTyped,
    /// Side by side, or one over the other.
    Arrange(Arrangement),
    /// Share of the width that is left to the first picture.
    Divide(f32),
    /// The first becomes the second.
    Swap,
    /// Back to the first picture alone.
    StopComparing,
    /// Layers that were drawn are gone.
    DrawAgain,
    /// Away with the viewer, whatever it shows.
    Close,
}
