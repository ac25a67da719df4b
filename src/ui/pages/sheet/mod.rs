//! The contact sheet.

pub(super) mod page;
