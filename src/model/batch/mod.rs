//! A list of customers that is verified, and what it is compared with.

mod action;
pub(in crate::model) mod baselines;
mod effect;
mod event;
mod state;
mod update;

pub use action::BatchAction;
pub use effect::{BaselineEffect, BatchEffect, BatchRequest, ReportFormat};
pub use event::{BaselineEvent, BatchEvent};
pub use state::{Baselines, BatchRun, BatchState, BatchView, CompareError, Ended, KeptBaseline};
pub(in crate::model) use update::{act, learn};
