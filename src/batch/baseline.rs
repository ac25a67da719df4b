//! A batch that is kept, so that later ones can be compared with it.
//!
//! The first line says whose batch it is and how many customers follow; the others are those of a
//! state file, without findings: rules change, and what is compared are files.

use std::collections::{BTreeSet, HashMap, HashSet};

use serde::{Deserialize, Serialize};

use super::outcome::Batch;
use super::record::{AssetRecord, CardRecord, Identity, Thumbnail};
use super::state::StateLine;
use crate::domain::Digest;

/// Version of the file's form.
pub(super) const FORM: u32 = 1;

/// What every version's file begins with.
const START: &[u8] = br#"{"carddesk_baseline":"#;

/// A batch as it was kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Baseline {
    /// Server and merchant it was taken of, and when.
    pub identity: Identity,
    /// In the batch's order.
    pub customers: Vec<(String, Vec<CardRecord>)>,
    /// Customers that could not be read then: nothing is known of them.
    pub unread: BTreeSet<String>,
    /// By the SHA-256 of the file.
    pub thumbnails: HashMap<Digest, Thumbnail>,
}

/// Why a file cannot be compared with.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BaselineError {
    /// Its first line is not one that a baseline begins with.
    #[error("it is no baseline")]
    NoBaseline,
    /// Of another version of the program.
    #[error("it has form {0}, and this version of the program reads form {FORM}")]
    OtherForm(u32),
    /// It was cut off or changed; the first line that is wrong, from 1.
    #[error("it was cut off or changed at line {line}")]
    Damaged {
        /// Counted from 1.
        line: usize,
    },
    /// Another server, merchant or environment; what the file says, and what this batch is.
    #[error("it is {}", kept.against(wanted))]
    OtherBatch {
        /// What the file says.
        kept: Box<Identity>,
        /// What this batch is of.
        wanted: Box<Identity>,
    },
}

/// What is read of every version's first line.
#[derive(Deserialize)]
struct Form {
    carddesk_baseline: u32,
}

#[derive(Serialize, Deserialize)]
struct Head {
    carddesk_baseline: u32,
    #[serde(flatten)]
    identity: Identity,
    /// How many customers follow: a file that lacks some was cut off.
    customers: usize,
    unread: BTreeSet<String>,
}

impl Baseline {
    /// What is kept of a batch.
    pub fn of(batch: &Batch) -> Self {
        let mut customers = Vec::new();
        let mut unread = BTreeSet::new();
        for record in &batch.customers {
            match &record.result {
                Ok(cards) => {
                    let cards = cards.iter().map(without_findings).collect();
                    customers.push((record.customer.clone(), cards));
                }
                Err(_) => {
                    unread.insert(record.customer.clone());
                }
            }
        }
        Self {
            identity: batch.identity.clone(),
            customers,
            unread,
            thumbnails: batch.thumbnails.clone(),
        }
    }

    /// The file's text.
    ///
    /// # Errors
    /// Those of the serialisation; there should be none.
    pub fn text(&self) -> Result<Vec<u8>, serde_json::Error> {
        let mut text = Vec::new();
        let head = Head {
            carddesk_baseline: FORM,
            identity: self.identity.clone(),
            customers: self.customers.len(),
            unread: self.unread.clone(),
        };
        write_line(&mut text, &head)?;
        let mut written = HashSet::new();
        for (number, cards) in &self.customers {
            for sha256 in cards.iter().flat_map(|card| &card.assets).filter_map(AssetRecord::sha256)
            {
                if let Some(picture) = self.thumbnails.get(&sha256)
                    && written.insert(sha256)
                {
                    let picture = picture.clone();
                    write_line(&mut text, &StateLine::Thumbnail { sha256, picture })?;
                }
            }
            let (number, cards) = (number.clone(), cards.clone());
            write_line(&mut text, &StateLine::Customer { number, cards })?;
        }
        Ok(text)
    }

    /// Reads a file's text, for a batch of this identity.
    ///
    /// # Errors
    /// See [`BaselineError`].
    pub fn read(text: &[u8], wanted: &Identity) -> Result<Self, BaselineError> {
        let mut lines = text.split_inclusive(|byte| *byte == b'\n').zip(1..);
        let (first, _) = lines.next().ok_or(BaselineError::NoBaseline)?;
        let head = head(first)?;
        if !head.identity.is_same_place(wanted) {
            let (kept, wanted) = (Box::new(head.identity), Box::new(wanted.clone()));
            return Err(BaselineError::OtherBatch { kept, wanted });
        }
        let mut baseline = Self {
            identity: head.identity,
            customers: Vec::new(),
            unread: head.unread,
            thumbnails: HashMap::new(),
        };
        let mut last = 1;
        for (line, number) in lines {
            last = number;
            let whole = line.strip_suffix(b"\n").and_then(|line| serde_json::from_slice(line).ok());
            match whole {
                Some(StateLine::Customer { number, cards }) => {
                    baseline.customers.push((number, cards));
                }
                Some(StateLine::Thumbnail { sha256, picture }) => {
                    baseline.thumbnails.insert(sha256, picture);
                }
                None => return Err(BaselineError::Damaged { line: number }),
            }
        }
        if baseline.customers.len() == head.customers {
            Ok(baseline)
        } else {
            Err(BaselineError::Damaged { line: last + 1 })
        }
    }
}

/// What the first line of a baseline says: whose batch it is, and of how many customers.
///
/// # Errors
/// [`BaselineError::NoBaseline`], [`BaselineError::OtherForm`] or [`BaselineError::Damaged`].
pub fn baseline_head(line: &[u8]) -> Result<(Identity, usize), BaselineError> {
    head(line).map(|head| (head.identity, head.customers))
}

/// Whether a file that begins so is a baseline, of whatever version.
pub fn is_baseline(start: &[u8]) -> bool {
    start.starts_with(START)
}

fn head(line: &[u8]) -> Result<Head, BaselineError> {
    if !is_baseline(line) {
        return Err(BaselineError::NoBaseline);
    }
    let damaged = BaselineError::Damaged { line: 1 };
    let line = line.strip_suffix(b"\n").ok_or(damaged.clone())?;
    match serde_json::from_slice(line) {
        Ok(Form { carddesk_baseline: FORM }) => serde_json::from_slice(line).map_err(|_| damaged),
        Ok(Form { carddesk_baseline: form }) => Err(BaselineError::OtherForm(form)),
        Err(_) => Err(damaged),
    }
}

fn write_line(text: &mut Vec<u8>, line: &impl Serialize) -> Result<(), serde_json::Error> {
    serde_json::to_writer(&mut *text, line)?;
    text.push(b'\n');
    Ok(())
}

fn without_findings(card: &CardRecord) -> CardRecord {
    let mut card = card.clone();
    card.findings.clear();
    for asset in &mut card.assets {
        asset.findings.clear();
    }
    card
}
