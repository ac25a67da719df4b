//! What lies over the window.

use crate::model::lists::ListDraft;
use crate::model::palette::Palette;
use crate::model::removal::RemovalDialog;
use crate::model::verify::AcknowledgeDialog;
use crate::model::viewer::Viewer;

/// What lies over the window: one at a time.
#[derive(Debug)]
pub enum Dialog {
    Removal(RemovalDialog),
    Viewer(Viewer),
    Settings,
    Keys,
    /// The catalogue of the verifier's rules.
    Rules,
    Acknowledge(AcknowledgeDialog),
    /// A list of customers to work through.
    Queue(ListDraft),
    Palette(Palette),
}

impl Dialog {
    /// Whether it holds what a person typed, and asks for no removal.
    pub(in crate::model) fn is_filled_in(&self) -> bool {
        match self {
            Self::Acknowledge(_) | Self::Queue(_) => true,
            Self::Removal(_)
            | Self::Viewer(_)
            | Self::Settings
            | Self::Keys
            | Self::Rules
            | Self::Palette(_) => false,
        }
    }
}
