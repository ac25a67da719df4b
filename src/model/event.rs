use std::path::PathBuf;
use std::sync::Arc;

use crate::api::ApiError;
use crate::domain::CardList;
use crate::jobs::JobFailure;
use crate::journal::JournalError;
use crate::media::{LoadError, Loaded, Picture, PixelBox};
use crate::removal::{RemovalReport, ResolveError, Step};
use crate::settings::SettingsError;

use super::state::{JournalReading, RequestId, RunError, SessionId};

/// What the world answered. Each carries the ids of what caused it.
#[derive(Debug)]
#[expect(clippy::large_enum_variant, reason = "few at a time, each moved once into `update`")]
pub enum Event {
    Listed {
        session: SessionId,
        request: RequestId,
        /// How long the call took, in milliseconds.
        took_ms: u64,
        result: Result<CardList, ApiError>,
    },
    /// A file was fetched and read; the picture is drawn at `fit`.
    AssetLoaded {
        session: SessionId,
        url: Arc<str>,
        fit: PixelBox,
        result: Result<(Arc<Loaded>, Option<Picture>), LoadError>,
    },
    /// A file already read was drawn at another size.
    AssetDrawn {
        session: SessionId,
        url: Arc<str>,
        fit: PixelBox,
        result: Result<Option<Picture>, LoadError>,
    },
    RemovalStep {
        session: SessionId,
        number: u64,
        step: Step,
    },
    RemovalEnded {
        session: SessionId,
        number: u64,
        result: Result<RemovalReport, RunError>,
    },
    JournalRead(Result<JournalReading, JournalError>),
    JournalExported(Result<PathBuf, JournalError>),
    /// An intent without an outcome was asked about.
    Resolved {
        session: SessionId,
        removal: String,
        result: Result<(), ResolveError>,
    },
    SettingsSaved(Result<(), SettingsError>),
    /// A job ended without doing its work, and no answer of its own tells so.
    JobLost(JobFailure),
    /// The person asked the window to close.
    CloseRequested,
    /// Time passed; notices may leave.
    Tick,
}
