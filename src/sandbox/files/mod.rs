//! Files of the asset store: what they hold and how they are delivered.

mod documents;
mod recipe;
mod spoil;

use std::time::Duration;

use crate::domain::Digest;

pub(super) use documents::Document;
pub(super) use recipe::{Format, Picture, Recipe};
pub(super) use spoil::Spoil;

/// A file of the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct File {
    pub(super) recipe: Recipe,
    /// Last part of its address; carries the size: `w1536_h969.png`.
    pub(super) name: String,
    /// The `Content-Type` it is sent with; `None` for none.
    pub(super) content_type: Option<&'static str>,
    pub(super) delivery: Delivery,
}

/// How a file is delivered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Delivery {
    /// At once and whole.
    Plain,
    /// Another status than 200, with a page of the store.
    Status(u16),
    /// After a delay.
    Late(Duration),
    /// In pieces with a pause after each.
    Drips { count: usize, pause: Duration },
    /// The connection is closed after half of it.
    Cut,
    /// Whole, but sent without its length.
    UntoldLength,
    /// Sent on to the same file at this machine's other name, `localhost`.
    RedirectToOtherHost,
    /// Sent on to the same file here; `?moved` gives it.
    RedirectHere,
    /// Sent on to itself for ever.
    RedirectLoop,
}

impl File {
    pub(super) fn new(recipe: Recipe, name: impl Into<String>, content_type: &'static str) -> Self {
        Self {
            recipe,
            name: name.into(),
            content_type: Some(content_type),
            delivery: Delivery::Plain,
        }
    }

    /// Its folder in the store: equal files have one address, whoever's card shows them.
    pub(super) fn folder(&self) -> String {
        // The Debug form names every part of the file, and nothing else does so in one line.
        format!("{:.32}", Digest::of(format!("{self:?}")))
    }
}
