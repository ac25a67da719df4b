//! Removing cards with proof, the same for the window and the command line. A [`Plan`] names one card
//! or more, of one customer or more; [`run`] removes each by the same protocol: the journal's intent
//! first, one request, and a list asked for afterwards decides.
//!
//! Everything here blocks: in the window it runs as a job. Nothing is ever sent twice.

mod outcome;
mod pending;
mod plan;
mod protocol;
mod receipt;
mod report;
mod resolve;
mod run;
mod settle;
mod under_way;
mod words;

pub use outcome::Outcome;
pub use pending::{Pending, PendingError, forget, is_pending_name, pending};
pub use plan::{CardSnapshot, PendingId, Plan, PlannedCustomer, Policy, Scope, each_token_once};
pub use protocol::{CardReport, Step};
pub use receipt::{
    ReceiptIssuer, card_name, end_words, list_words, mark_words, proof_words, receipt,
    summary_words, ticket_table,
};
pub use report::{CardEnd, CardNote, CustomerReport, Report, Summary};
pub use resolve::{Resolution, ResolveError, Settlement, check_same_account, resolve, settle};
pub use run::{IN_FLIGHT, Progress, RemovalContext, RemovalError, check_chain, run};
pub use settle::{Listing, Settled, Settler};
pub use words::{detail_words, head_words, removal_words, report_words, resolve_words};
