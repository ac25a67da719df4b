//! Verifying the cards of many customers: the list of numbers, the run that asks and downloads
//! politely and goes on where it stopped, and the reports.
//!
//! Knows no window and no command line. What it keeps and reports holds BIN and last four digits
//! at most, and no token.

mod baseline;
mod board;
mod clean;
mod collect;
mod customers;
mod drift;
mod pace;
mod record;
mod report;
mod run;
mod state;
mod thumbnail;
mod words;

/// List calls a second, where nothing else is said: the gateway is shared with those who pay.
pub const USUAL_RATE: f64 = 2.0;

pub use baseline::{Baseline, BaselineError, baseline_head, is_baseline};
pub use customers::{CustomerFile, RefusedRow, read_customers};
pub use drift::{Change, ChangeKind, Drift, Subject};
pub use pace::{Pace, estimate};
pub use record::{
    AssetRecord, AssetState, Batch, CardRecord, CustomerRecord, DeclaredRecord, FileRecord,
    Identity, Thumbnail,
};
pub use report::{Counts, Place, csv, html, json, junit, places, summary};
pub use run::{BatchError, Controls, Plan, Progress, run};
pub use state::StateError;
pub use words::{
    api_error, file_error, proxy_fault, refusal, said_of, untrusted, what_failed, without_proxy,
};
