//! What a person asks for here.

use std::path::PathBuf;

use super::effect::ReportFormat;
use super::state::BatchView;
use crate::domain::Digest;

/// A list of customers to verify.
#[derive(Debug, Clone)]
pub enum BatchAction {
    /// Verify the list as it stands; ignored while a batch runs or the list is empty.
    Start,
    /// Hold the run that is under way (`true`), or let it go on.
    Pause(bool),
    /// End it with what there is.
    Stop,
    /// Away with what came of it, back to the list.
    Clear,
    /// Write a report of the batch that has ended into the folder of exports.
    Save(ReportFormat),
    /// Keep the batch in the data folder, to compare later ones with.
    Keep,
    /// The path of a baseline that is not in the data folder, as typed.
    EditPath(String),
    /// Compare with this baseline: the batch that has ended, or else the next one.
    Compare(PathBuf),
    /// Compare the next batch with nothing.
    DoNotCompare,
    /// Show another part of the result.
    View(BatchView),
    /// A thumbnail is in view.
    Want {
        /// Of the file's bytes.
        sha256: Digest,
    },
    /// Show the batch's files on the contact sheet.
    ShowSheet,
}
