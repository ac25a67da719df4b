//! What lies over the window.

use crate::model::journal::TakeOn;
use crate::model::lists::ListDraft;
use crate::model::palette::Palette;
use crate::model::removal::RemovalDialog;
use crate::model::verify::AcknowledgeDialog;
use crate::model::viewer::Viewer;

/// What lies over the window: one at a time.
#[derive(Debug)]
pub enum Dialog {
    /// A removal's question, or the progress and result of one.
    Removal(RemovalDialog),
    /// The large picture, and what it is compared with.
    Viewer(Viewer),
    /// Preferences of this program.
    Settings,
    /// How to begin: what to ask the gateway's support for.
    Beginning,
    /// Keys and the commands they call.
    Keys,
    /// The catalogue of the verifier's rules.
    Rules,
    /// The reason for accepting a finding.
    Acknowledge(AcknowledgeDialog),
    /// Whether removals go on though the journal is broken.
    TakeOn(TakeOn),
    /// A list of customers to work through.
    Queue(ListDraft),
    /// Commands, found by typing.
    Palette(Palette),
}

impl Dialog {
    /// Whether it holds what a person typed, and asks for no removal.
    pub(in crate::model) fn is_filled_in(&self) -> bool {
        match self {
            Self::Acknowledge(_) | Self::Queue(_) | Self::TakeOn(_) => true,
            Self::Removal(_)
            | Self::Viewer(_)
            | Self::Settings
            | Self::Beginning
            | Self::Keys
            | Self::Rules
            | Self::Palette(_) => false,
        }
    }
}
