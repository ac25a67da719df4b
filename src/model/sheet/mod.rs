//! The contact sheet.

mod action;
mod of_batch;
mod state;
mod update;

pub use action::SheetAction;
pub use state::{Comparable, Sheet, SheetGroup, SheetOrder, SheetView, Use};
pub(in crate::model) use update::{act, refresh};
