//! What stands around every page: header, customers, status line, notices.

mod customers;
mod header;
pub(super) mod notices;
pub(super) mod workspace;
