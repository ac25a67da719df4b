//! What a person asks for here.

use crate::verify::Severity;

use super::state::SheetOrder;

/// The contact sheet.
#[derive(Debug, Clone)]
pub enum SheetAction {
    /// Words as typed; groups are shown that hold all of them.
    Filter(String),
    /// Files with a finding of at least this severity alone; `None` for all.
    Least(Option<Severity>),
    /// Sort the groups anew.
    Order(SheetOrder),
    /// The files of the batch, or of the customers looked up.
    OfBatch(bool),
    /// Files that look like this fingerprint alone; `None` for all.
    Like(Option<u64>),
}
