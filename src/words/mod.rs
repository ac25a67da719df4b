//! Errors and outcomes in the words of the texts: one table for the window, the reports and the
//! receipt, so that they say the same.

mod call;
mod outcome;

pub use call::{api_error, no_proof, proxy_fault, said_of, untrusted, what_failed, without_proxy};
pub use outcome::outcome;
