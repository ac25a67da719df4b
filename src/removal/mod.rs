//! Removing a card with proof, the same for the window and the command line: the journal's intent
//! first, one request, and a list asked for afterwards decides. Several cards of a customer are
//! removed one by one by the same protocol, at most two at once.
//!
//! Everything here blocks: in the window it runs as a job. Nothing is ever sent twice.

mod left;
mod outcome;
mod receipt;
mod report;
mod request;
mod resolve;
mod revoke;
mod run;
mod settle;
mod under_way;

pub use left::{LeftError, LeftName, LeftOver, forget, left_over};
pub use outcome::Outcome;
pub use receipt::{
    Maker, card_name, end_words, list_words, proof_words, receipt, ticket_table, whole_words,
};
pub use report::{CardEnd, RevocationReport, Whole};
pub use request::{CardSnapshot, RemovalRequest};
pub use resolve::{Resolution, ResolveError, Settlement, check_same_account, resolve, settle};
pub use revoke::{
    IN_FLIGHT, Means, Picked, Policy, RevocationError, RevocationRequest, Scope, Told,
    each_token_once, revoke,
};
pub use run::{RemovalError, RemovalReport, Step, run};
pub use settle::{Listing, Settled, Settler};
