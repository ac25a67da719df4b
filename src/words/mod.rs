//! Errors and outcomes in the words of the texts: one table for the window, the command line, the reports
//! and the receipt, so that they say the same. What is the window's own, such as advice to press a button,
//! stands in `ui/format/error_text`; errors of `removal` and `batch`, which know this module, have their
//! words there.

mod call;
mod field;
mod file;
mod list;
mod media;
mod outcome;
mod sentence;

pub use call::{
    advised_error, api_error, misread, no_proof, proxy_error, proxy_fault, reported_error, said_of,
    untrusted, what_failed, what_to_do, without_proxy,
};
pub use field::{
    customer_field, flag_value, login_field, merchant_field, password_field, prohibited,
    server_field, token_field,
};
pub use file::{
    StoredFile, accept_error, acknowledged_error, break_reason, clock_words, folders_error,
    journal_error, read_error, read_failure, settings_warning, stored, stored_as,
};
pub use list::{not_a_list, workbook_fault};
pub use media::{fetch_error, url_refusal};
pub use outcome::outcome;
pub use sentence::continued;
