//! What a person asks for here.

use crate::journal::RemovalId;

/// The journal page.
#[derive(Debug, Clone)]
pub enum JournalAction {
    /// Read the file anew.
    Reload,
    /// To the removal that has been open the longest.
    ShowUnresolved,
    /// Text as typed; records with it in customer, last four, reason or operator are shown.
    Filter(String),
    /// Show a removal's steps, or fold them away; at most one is unfolded.
    Toggle {
        /// Its [`RemovalId`], as text.
        removal: String,
    },
    /// Write the records that the filter lets through as CSV.
    Export,
    /// Ask for the list that decides a removal without an outcome; once at a time.
    Resolve {
        /// Its [`RemovalId`], as text.
        removal: String,
    },
    /// Open the dialog that takes on that the journal is broken at this line.
    AskTakeOn {
        /// The first broken line, as it was shown.
        line: u64,
    },
    /// Why it is taken on, as typed.
    EditTakeOn(String),
    /// Go on after the broken line that the dialog names.
    TakeOn,
    /// Do not show these open removals any more until the next start.
    PutAside(Vec<RemovalId>),
}
