//! Findings that a person has looked at and acknowledged: of these very bytes, by this rule, by whom,
//! when and why. Kept in the data folder, and shared as a file.

mod store;

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::domain::Digest;
use crate::verify::Rule;

pub use store::{
    ACKNOWLEDGED_FILE, AcknowledgedError, change, load, load_file, merge_file, parse, save,
};

/// One finding, acknowledged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acknowledgement {
    /// The bytes: other bytes at the same address are another matter.
    pub sha256: Digest,
    /// The finding of this rule alone; others about the same bytes stay open.
    pub rule: Rule,
    /// The operator named in the settings, else the operating system's user.
    pub by: String,
    /// When it was acknowledged; of two for the same finding the later one holds.
    pub at: Timestamp,
    /// The reason given; may be empty.
    pub why: String,
}

/// What a person changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Accept a finding.
    Add(Acknowledgement),
    /// Accept a finding no more.
    Withdraw {
        /// Of the file's bytes.
        sha256: Digest,
        /// Rule whose finding it is.
        rule: Rule,
    },
}

/// All acknowledgements that are known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Acknowledged(BTreeMap<(Digest, Rule), Acknowledgement>);

impl Acknowledged {
    /// Longest reason, in characters; the rest is cut.
    pub const WHY_CHARS: usize = 500;

    /// The acknowledgement of a finding about these bytes.
    pub fn get(&self, sha256: &Digest, rule: Rule) -> Option<&Acknowledgement> {
        self.0.get(&(*sha256, rule))
    }

    /// Whether no finding is acknowledged.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All, in a fixed order.
    pub fn iter(&self) -> impl Iterator<Item = &Acknowledgement> {
        self.0.values()
    }

    /// Makes one change; taking back what is not there changes nothing.
    pub fn apply(&mut self, change: Change) {
        match change {
            Change::Add(new) => self.add(new),
            Change::Withdraw { sha256, rule } => self.withdraw(&sha256, rule),
        }
    }

    /// Adds one; of two for the same finding the later stays.
    pub fn add(&mut self, new: Acknowledgement) {
        let key = (new.sha256, new.rule);
        if self.0.get(&key).is_none_or(|known| known.at <= new.at) {
            self.0.insert(key, new);
        }
    }

    /// Takes one back.
    pub fn withdraw(&mut self, sha256: &Digest, rule: Rule) {
        self.0.remove(&(*sha256, rule));
    }

    /// Adds those of somebody else; how many were new or later.
    pub fn merge(&mut self, others: &Self) -> usize {
        let before = self.0.clone();
        for other in others.iter() {
            self.add(other.clone());
        }
        self.iter().filter(|own| before.get(&(own.sha256, own.rule)) != Some(own)).count()
    }
}
