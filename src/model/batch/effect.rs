//! What a batch needs.

use std::path::PathBuf;
use std::sync::Arc;

use crate::batch::{Batch, Identity, Thumbnail};
use crate::customers::CustomerList;
use crate::domain::cell::Separator;
use crate::domain::{Credentials, CustomerNumber, Date, Digest, Language};

use crate::model::ids::SessionId;

/// How the report of a batch is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportFormat {
    /// A page for people, with thumbnails and all findings.
    Html,
    /// A table for spreadsheets, a line for each finding.
    Csv,
}

/// Whom a batch asks for.
#[derive(Debug)]
pub struct BatchRequest {
    /// Session that asks; what comes after its end is dropped.
    pub session: SessionId,
    /// Number of the run, which its progress and its end carry.
    pub number: u64,
    /// Server, merchant and time, by which baselines are told apart.
    pub identity: Identity,
    /// Sent with each call; not kept with the result.
    pub credentials: Credentials,
    /// Each once, in the order they are asked for.
    pub customers: Vec<CustomerNumber>,
    /// What expiry is measured against.
    pub today: Date,
}

/// What a batch needs.
#[derive(Debug)]
pub enum BatchEffect {
    /// Verify a list on the batch's own threads.
    Run(Box<BatchRequest>),
    /// Hold the calls and downloads that have not begun (`true`), or let them go on.
    Pause(bool),
    /// Begin nothing more; what is under way ends, and the result holds what there is.
    Stop,
    /// Write a report of a batch into the folder of exports.
    SaveReport {
        /// Session that asks; the notice is dropped once it has ended.
        session: SessionId,
        /// The batch with what was accepted and compared by now.
        batch: Arc<Batch>,
        /// What the batch was started with, doubtful and unread lines included.
        list: Box<CustomerList>,
        /// Page or table.
        format: ReportFormat,
        /// Of headings and findings; the session's.
        language: Language,
        /// Of the cells of a CSV file.
        separator: Separator,
    },
}

/// What batches that are kept need.
#[derive(Debug)]
pub enum BaselineEffect {
    /// Look for baselines of this merchant at this server.
    List {
        /// Session that asks; an answer after its end is dropped.
        session: SessionId,
        /// Server and merchant that a baseline must be of.
        identity: Identity,
    },
    /// Keep a batch in the data folder.
    Keep {
        /// Session that asks; the notice is dropped once it has ended.
        session: SessionId,
        /// What is written: records and thumbnails, no whole token.
        batch: Arc<Batch>,
    },
    /// Find out what changed between a baseline and a batch.
    Compare {
        /// Session that asks; an answer after its end is dropped.
        session: SessionId,
        /// Number of the run that is compared; the answer of another one is dropped.
        number: u64,
        /// The batch that has ended.
        batch: Arc<Batch>,
        /// File of the baseline, in the data folder or named by a person.
        path: PathBuf,
    },
    /// Decode the small picture that a batch kept of a file.
    DrawThumbnail {
        /// Session that asks; an answer after its end is dropped.
        session: SessionId,
        /// Of the file's bytes.
        sha256: Digest,
        /// The picture as kept, encoded.
        thumbnail: Box<Thumbnail>,
    },
}
