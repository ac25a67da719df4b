//! A list of customers to verify: as typed, under way, done.

use std::sync::Arc;

use crate::batch::{Batch, BatchError, CustomerFile, Progress, read_customers};

/// The list, and what came of it.
#[derive(Debug, Default)]
pub struct BatchState {
    /// As typed, pasted or read from a file.
    pub text: String,
    /// What it says.
    pub list: CustomerFile,
    pub run: Option<BatchRun>,
}

/// A batch that was started.
#[derive(Debug)]
pub struct BatchRun {
    /// Answers of another one are dropped.
    pub number: u64,
    /// The list it was started with.
    pub list: CustomerFile,
    pub progress: Option<Progress>,
    pub paused: bool,
    /// Stop was pressed: what is under way ends first.
    pub stopping: bool,
    pub result: Option<Result<Arc<Batch>, BatchError>>,
}

impl BatchState {
    pub(crate) fn take_text(&mut self, text: String) {
        self.list = read_customers(text.as_bytes());
        self.text = text;
    }

    /// Whether a batch is under way.
    pub fn is_running(&self) -> bool {
        self.run.as_ref().is_some_and(|run| run.result.is_none())
    }
}
