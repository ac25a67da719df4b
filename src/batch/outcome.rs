//! What came of a batch.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::acknowledged::{Acknowledged, Acknowledgement};
use crate::customers::shown_number;
use crate::domain::Digest;
use crate::store::StoreError;
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
    pub state_warning: Option<StoreError>,
    /// What is different from an earlier batch, where one was given.
    pub drift: Option<Drift>,
    /// What a person has acknowledged: it stands in reports and counts no more.
    pub acknowledged: Acknowledged,
}

impl Batch {
    /// The same as reports hold it: customers whose numbers are those of cards are masked. A person may
    /// ask for such a number; no report tells it.
    pub(super) fn shown(&self) -> Cow<'_, Self> {
        let is_shown = |number: &String| shown_number(number) == *number;
        let others =
            self.drift.iter().flat_map(|drift| &drift.not_compared).map(|one| &one.customer);
        if self.customers.iter().map(|record| &record.customer).chain(others).all(is_shown) {
            return Cow::Borrowed(self);
        }
        let mut shown = self.clone();
        let show = |number: &mut String| *number = shown_number(number);
        shown.customers.iter_mut().for_each(|record| show(&mut record.customer));
        if let Some(drift) = &mut shown.drift {
            drift.changes.iter_mut().for_each(|change| show(&mut change.customer));
            drift.not_compared.iter_mut().for_each(|one| show(&mut one.customer));
        }
        Cow::Owned(shown)
    }

    /// Who acknowledged what a rule says of these bytes; cards have no bytes.
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
