//! What a person asks for here.

use super::state::InspectorTab;

/// The cards on screen.
#[derive(Debug, Clone)]
pub enum CardAction {
    /// By the place in the list; `None`, or a place past the end, selects none.
    Select(Option<usize>),
    /// Turn to a page of the inspector.
    Tab(InspectorTab),
    /// To the next finding of the cards on screen, or to the one before.
    StepFinding {
        /// Whether to the one before.
        back: bool,
    },
    /// Put the whole token of the card at this place on the clipboard.
    CopyToken(usize),
    /// Put the last four digits of the card at this place on the clipboard.
    CopyLastFour(usize),
    /// Put a text on the clipboard that is on screen already.
    CopyText(String),
}
