//! What stands around every page: header, customers, status line, notices.

mod customers;
pub(super) mod desk;
mod header;
pub(super) mod notices;
