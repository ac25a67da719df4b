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
    Html,
    Csv,
}

/// Whom a batch asks for.
#[derive(Debug)]
pub struct BatchRequest {
    pub session: SessionId,
    pub number: u64,
    pub identity: Identity,
    pub credentials: Credentials,
    pub customers: Vec<CustomerNumber>,
    /// What expiry is measured against.
    pub today: Date,
}

/// What a batch needs.
#[derive(Debug)]
pub enum BatchEffect {
    Run(Box<BatchRequest>),
    Pause(bool),
    Stop,
    /// Write a report of a batch into the folder of exports.
    SaveReport {
        session: SessionId,
        batch: Arc<Batch>,
        list: Box<CustomerList>,
        format: ReportFormat,
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
        session: SessionId,
        identity: Identity,
    },
    /// Keep a batch in the data folder.
    Keep {
        session: SessionId,
        batch: Arc<Batch>,
    },
    Compare {
        session: SessionId,
        number: u64,
        batch: Arc<Batch>,
        path: PathBuf,
    },
    DrawThumbnail {
        session: SessionId,
        sha256: Digest,
        thumbnail: Box<Thumbnail>,
    },
}
