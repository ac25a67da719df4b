//! Every text of the window, with the arguments it takes: made of `assets/i18n/en.ftl` by `build.rs`.

use fluent_bundle::FluentArgs;

use super::catalogue::{Inserted as _, texts};

/// A key as data: its Fluent identifier and the names of its arguments.
pub type Key = (&'static str, &'static [&'static str]);

include!(concat!(env!("OUT_DIR"), "/keys.rs"));
