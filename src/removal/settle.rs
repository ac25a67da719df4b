//! Removals that were left open, settled by whatever list of their customer comes.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use jiff::Timestamp;

use crate::domain::{CardList, CustomerNumber, MerchantId, ServerAddress};
use crate::journal::{self, Heads, Journal, OutcomeCode, RemovalId, RemovalRecord, Subject};

use super::resolve::{check_same_account, settle};
use super::under_way::nothing_runs;

/// A customer's list, whatever it was fetched for.
#[derive(Debug, Clone, Copy)]
pub struct Listing<'a> {
    /// Whom it was asked for at.
    pub server: &'a ServerAddress,
    /// Merchant whose credentials the call was made with.
    pub merchant: MerchantId,
    /// Customer that the call named.
    pub customer: &'a CustomerNumber,
    /// All of the answer; it decides only what it proves.
    pub list: &'a CardList,
    /// When it was asked for: it says nothing of what was sent later.
    pub asked: Timestamp,
}

/// A removal that was open, and how it ended.
#[derive(Debug, Clone, PartialEq)]
pub struct Settled {
    /// The name by which its entries belong together.
    pub removal: RemovalId,
    /// Card, account and person, as in its entries.
    pub subject: Subject,
    /// What the list proves, as noted in the journal.
    pub outcome: OutcomeCode,
}

/// The open removals of a data folder. Looks at each list that comes; blocks where one of them is
/// decided by it, and where the journal has changed since.
#[derive(Debug)]
pub struct Settler {
    folder: PathBuf,
    heads: Heads,
    open: Mutex<Open>,
}

/// Open removals as of a state of the journal's file.
#[derive(Debug, Default)]
struct Open {
    as_of: Option<(u64, Option<SystemTime>)>,
    records: Vec<RemovalRecord>,
}

impl Settler {
    /// Of the journal in this folder.
    pub fn new(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), heads: Heads::default(), open: Mutex::default() }
    }

    /// The same, keeping the journal's heads elsewhere too.
    #[must_use]
    pub fn with_heads(self, heads: Heads) -> Self {
        Self { heads, ..self }
    }

    /// Settles what the list decides: each removal of this customer that is open, was sent for the
    /// same merchant to the same server, and had come to its end before the list was asked for. One
    /// that the list cannot decide, or whose end cannot be written down, stays open.
    pub fn listed(
        &self,
        listing: Listing<'_>,
        operator: Option<&str>,
        now: &dyn Fn() -> Timestamp,
    ) -> Vec<Settled> {
        // Held to the end, so that no two lists settle the same removal.
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.look(&self.folder);
        let ours: Vec<&RemovalRecord> =
            open.records.iter().filter(|record| concerns(record, listing)).collect();
        if ours.is_empty() {
            return Vec::new();
        }
        let Ok(journal) = Journal::open(&self.folder) else { return Vec::new() };
        let journal = journal.with_heads(self.heads.clone());
        let mut settled = Vec::new();
        for record in ours {
            // Without an outcome it may be running in another process.
            let quiet = record.outcome().is_none().then(|| nothing_runs(&self.folder));
            if quiet.is_some_and(|quiet| quiet.is_none()) {
                continue;
            }
            let done = settle(&journal, record, listing.list, operator, now);
            if let Ok(done) = done
                && done.journal_warning.is_none()
            {
                if let Some(error) = done.head_warning {
                    tracing::warn!(target: "carddesk::removal", %error, "a head was not kept");
                }
                settled.push(Settled {
                    removal: record.id().clone(),
                    subject: record.subject().clone(),
                    outcome: done.outcome,
                });
            }
        }
        settled
    }
}

impl Open {
    /// Reads the journal where its file is another one than before. One that cannot be read has
    /// nothing open.
    fn look(&mut self, folder: &Path) {
        let file = std::fs::metadata(folder.join(journal::FILE_NAME));
        let as_of = file.ok().map(|file| (file.len(), file.modified().ok()));
        if self.as_of == as_of {
            return;
        }
        let read = journal::read(folder);
        (self.as_of, self.records) = match read {
            // What stands behind a break may say anything.
            Ok(view) => {
                let open = view.unresolved().iter();
                (as_of, open.filter(|open| !view.is_behind_break(open.id())).cloned().collect())
            }
            Err(_) => (None, Vec::new()),
        };
    }
}

/// Whether this list may speak for this removal.
fn concerns(record: &RemovalRecord, listing: Listing<'_>) -> bool {
    let last = record.entries().last().map(|entry| entry.at.as_millisecond());
    record.subject().customer == *listing.customer
        && check_same_account(record, listing.server, listing.merchant).is_ok()
        // Entries are written to the millisecond: within the same one the order is not known.
        && last.is_some_and(|last| last < listing.asked.as_millisecond())
}
