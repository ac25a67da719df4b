//! What a person asks for here.

use std::path::PathBuf;

use super::effect::ReportFormat;
use super::state::BatchView;
use crate::domain::Digest;

/// A list of customers to verify.
#[derive(Debug, Clone)]
pub enum BatchAction {
    Start,
    Pause(bool),
    /// End it with what there is.
    Stop,
    /// Away with what came of it, back to the list.
    Clear,
    Save(ReportFormat),
    /// Keep the batch in the data folder, to compare later ones with.
    Keep,
    EditPath(String),
    /// Compare with this baseline: the batch that has ended, or else the next one.
    Compare(PathBuf),
    /// Compare the next batch with nothing.
    DoNotCompare,
    View(BatchView),
    /// A thumbnail is in view.
    Want {
        sha256: Digest,
    },
    /// Show the batch's files on the contact sheet.
    ShowSheet,
}
