//! What is answered about acknowledgements.

use crate::acknowledged::{Acknowledged, AcknowledgedError};

/// What is answered about acknowledgements.
#[derive(Debug)]
pub enum VerdictEvent {
    /// The acknowledgements in the data folder, once they were read or changed.
    Read(Result<Acknowledged, AcknowledgedError>),
    /// Somebody else's were added: all there are now, and how many were new.
    Merged(Result<(Acknowledged, usize), AcknowledgedError>),
}
