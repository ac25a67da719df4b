//! What came of a batch.

use std::collections::HashMap;

use crate::acknowledged::{Acknowledged, Acknowledgement};
use crate::domain::Digest;
use crate::verify::Rule;

use super::changes::Drift;
use super::record::{AssetRecord, CustomerRecord, Identity, Thumbnail};

/// What came of a batch.
#[derive(Debug, Clone)]
pub struct Batch {
    /// Its start is the first one's, where it went on after a stop.
    pub identity: Identity,
    /// Finished or failed, in the order of the list.
    pub customers: Vec<CustomerRecord>,
    /// By the SHA-256 of the file.
    pub thumbnails: HashMap<Digest, Thumbnail>,
    /// Customers that are missing because somebody stopped the batch.
    pub missing: usize,
    /// Customers that were taken from the state file.
    pub resumed: usize,
    /// Why the state file could not be written to its end.
    pub state_warning: Option<String>,
    /// What is different from an earlier batch, where one was given.
    pub drift: Option<Drift>,
    /// What a person has accepted: it stands in reports and counts no more.
    pub acknowledged: Acknowledged,
}

impl Batch {
    /// Who accepted what a rule says of these bytes; cards have no bytes.
    pub fn acknowledgement(
        &self,
        asset: Option<&AssetRecord>,
        rule: Rule,
    ) -> Option<&Acknowledgement> {
        if self.acknowledged.is_empty() {
            return None;
        }
        self.acknowledged.get(&asset?.sha256()?, rule)
    }
}
