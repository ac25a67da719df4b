//! Entries grouped by removal.

use std::collections::HashMap;

use jiff::Timestamp;

use super::entry::{Entry, EntryKind, OutcomeCode, RemovalId, Subject};

/// All entries of one removal, oldest first; never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RemovalRecord {
    first: Entry,
    later: Vec<Entry>,
}

impl RemovalRecord {
    /// The name by which its entries belong together.
    pub fn id(&self) -> &RemovalId {
        &self.first.removal
    }

    /// Name of the computer that it was begun on.
    pub fn workstation(&self) -> Option<&str> {
        self.first.workstation.as_deref()
    }

    /// Whose card, where, by whom, why.
    pub fn subject(&self) -> &Subject {
        &self.first.subject
    }

    /// When the intent was written.
    pub fn started(&self) -> Timestamp {
        self.first.at
    }

    /// Every entry, oldest first.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        std::iter::once(&self.first).chain(&self.later)
    }

    /// The intent; `None` where it is among the entries of a long journal that were not kept.
    pub fn intent(&self) -> Option<&Entry> {
        self.entries().find(|entry| entry.kind == EntryKind::Intent)
    }

    /// What the gateway answered to the removal.
    pub fn answer(&self) -> Option<&Entry> {
        self.entries().find(|entry| entry.kind.is_answer())
    }

    /// The newest statement of how it ended: a resolution comes after an outcome.
    pub fn conclusion(&self) -> Option<&Entry> {
        self.entries().filter(|entry| entry.kind.outcome().is_some()).last()
    }

    /// How it ended, as far as is known.
    pub fn outcome(&self) -> Option<OutcomeCode> {
        self.conclusion()?.kind.outcome()
    }

    /// Whether a list should still decide.
    pub fn is_unresolved(&self) -> bool {
        matches!(self.outcome(), None | Some(OutcomeCode::Unverified))
    }
}

/// Groups entries by removal, in the order of their first entries.
pub(super) fn group(entries: impl Iterator<Item = Entry>) -> Vec<RemovalRecord> {
    let mut places: HashMap<RemovalId, usize> = HashMap::new();
    let mut records: Vec<RemovalRecord> = Vec::new();
    for entry in entries {
        match places.get(&entry.removal).and_then(|place| records.get_mut(*place)) {
            Some(record) => record.later.push(entry),
            None => {
                places.insert(entry.removal.clone(), records.len());
                records.push(RemovalRecord { first: entry, later: Vec::new() });
            }
        }
    }
    records
}
