//! What came of a batch.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::acknowledged::{Acknowledged, Acknowledgement};
use crate::customers::shown_number;
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
    /// The same as reports hold it: customers whose numbers are those of cards are masked. A person may
    /// ask for such a number; no file tells it.
    pub(super) fn shown(&self) -> Cow<'_, Self> {
        let is_secret = |record: &CustomerRecord| shown_number(&record.customer) != record.customer;
        let others = self.drift.iter().flat_map(|drift| &drift.not_compared);
        if !self.customers.iter().any(is_secret)
            && others.into_iter().all(|one| shown_number(&one.customer) == one.customer)
        {
            return Cow::Borrowed(self);
        }
        let mut shown = self.clone();
        let drift = shown.drift.iter_mut();
        let (mut changes, mut others) = (Vec::new(), Vec::new());
        for drift in drift {
            changes.extend(drift.changes.iter_mut().map(|change| &mut change.customer));
            others.extend(drift.not_compared.iter_mut().map(|one| &mut one.customer));
        }
        let customers = shown.customers.iter_mut().map(|record| &mut record.customer);
        for customer in customers.chain(changes).chain(others) {
            *customer = shown_number(customer);
        }
        Cow::Owned(shown)
    }

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
