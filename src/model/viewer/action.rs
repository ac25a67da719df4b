//! What a person asks for here.

use std::path::PathBuf;

use crate::domain::{AssetKind, Variant};

use super::state::{Arrangement, Choice, Ground, Overlay, ViewerPage, Zoom};

/// The large picture.
#[derive(Debug, Clone)]
pub enum ViewerAction {
    Ground(Ground),
    Zoom {
        zoom: Zoom,
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
    Choose(Choice),
    /// Compare with another file of the session.
    Compare {
        variant: Variant,
        kind: AssetKind,
    },
    /// Compare with a file of this machine.
    CompareFile(PathBuf),
    /// Compare with the file whose path was typed.
    CompareTyped,
    Arrange(Arrangement),
    /// Share of the width that is left to the first picture.
    Divide(f32),
    /// The first becomes the second.
    Swap,
    StopComparing,
    /// Layers that were drawn are gone.
    DrawAgain,
    /// Away with the viewer, whatever it shows.
    Close,
}
