//! What a person asks for here.

use super::state::InspectorTab;

/// The cards on screen.
#[derive(Debug, Clone)]
pub enum CardAction {
    Select(Option<usize>),
    Tab(InspectorTab),
    /// To the next finding of the cards on screen, or to the one before.
    StepFinding {
        back: bool,
    },
    CopyToken(usize),
    CopyLastFour(usize),
    CopyText(String),
}
