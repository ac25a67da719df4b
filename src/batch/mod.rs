//! Verifying the cards of many customers: the list of numbers, the run that asks and downloads
//! politely and goes on where it stopped, and the reports.
//!
//! Knows no window and no command line. What it keeps and reports holds BIN and last four digits
//! at most, and no token.

mod baseline;
mod board;
mod changes;
mod collect;
mod controls;
mod drift;
mod error_words;
mod kept;
mod outcome;
mod pace;
mod record;
mod report;
mod run;
mod seen;
mod state;
mod thumbnail;
mod words;

/// List calls a second, where nothing else is said: the gateway is shared with those who pay.
pub const USUAL_RATE: f64 = 2.0;

pub use baseline::{Baseline, BaselineError, baseline_head, is_baseline};
pub use changes::{Change, ChangeKind, Drift, NotCompared, Subject, WhyNot};
pub use controls::Controls;
pub use error_words::{baseline_words, batch_words};
pub use outcome::Batch;
pub use pace::{Pace, estimate};
pub use record::{
    AssetRecord, AssetState, CardRecord, CustomerRecord, DeclaredRecord, FileRecord, Identity,
    Thumbnail,
};
pub use report::{
    Counts, FindingRow, csv, html, json, junit, not_compared, nothing_changed, places, summary,
    why_not_word,
};
pub use run::{BatchError, Plan, Progress, Witness, run, run_witnessed};
pub use seen::{Seen, seen_by_batch};
pub use state::StateError;
pub use words::{
    account, account_of, accounts_of_files, doubt, file_error, refusal, refused_row, row_refusal,
};
