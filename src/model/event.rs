use std::path::PathBuf;
use std::sync::Arc;

use crate::acknowledged::{Acknowledged, AcknowledgedError};
use crate::api::ApiError;
use crate::batch::{Batch, BatchError, Drift, Progress};
use crate::domain::{CardList, CustomerNumber, Digest};
use crate::jobs::JobFailure;
use crate::journal::JournalError;
use crate::media::{
    Difference, Layer, LayerFacts, LoadError, LoadFailure, Loaded, Picture, PixelBox,
};
use crate::removal::{
    LeftOver, RemovalReport, ResolveError, RevocationReport, Settled, Step, Told,
};
use crate::settings::{ExportError, KnownColumns, SettingsError};

use super::state::{
    CompareError, JournalReading, KeptBaseline, ListPart, ListPlace, RequestId, RunError, SessionId,
};

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
    /// A file was fetched and read; the picture is drawn at `fit`, where one was asked for.
    AssetLoaded {
        session: SessionId,
        url: Arc<str>,
        fit: Option<PixelBox>,
        result: Result<(Arc<Loaded>, Option<Picture>), LoadFailure>,
    },
    /// A file already read was drawn at another size.
    AssetDrawn {
        session: SessionId,
        url: Arc<str>,
        fit: PixelBox,
        result: Result<Option<Picture>, LoadError>,
    },
    /// A layer of the file of these bytes was drawn.
    LayerDrawn {
        session: SessionId,
        sha256: Digest,
        layer: Layer,
        result: Result<(LayerFacts, Picture), LoadError>,
    },
    /// Two files were compared.
    FilesCompared {
        session: SessionId,
        of: [Digest; 2],
        result: Result<Difference, LoadError>,
    },
    /// A picture was drawn for the clipboard.
    PictureForCopy {
        session: SessionId,
        result: Result<Picture, LoadError>,
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
    RevocationTold {
        session: SessionId,
        number: u64,
        told: Told,
    },
    RevocationEnded {
        session: SessionId,
        number: u64,
        result: Result<Arc<RevocationReport>, RunError>,
    },
    /// Removals that were open, settled by a list that came.
    RemovalsSettled {
        session: SessionId,
        settled: Vec<Settled>,
    },
    /// Revocations in the data folder that were cut short.
    LeftOverRead {
        session: SessionId,
        left: Vec<LeftOver>,
    },
    JournalRead(Result<JournalReading, JournalError>),
    /// What files of customers hold.
    ListRead {
        session: SessionId,
        place: ListPlace,
        parts: Vec<ListPart>,
        /// Batches to compare with, that were among them.
        baselines: Vec<PathBuf>,
        /// Whether they are those that the list has already.
        anew: bool,
    },
    /// Columns that were chosen in earlier runs.
    ColumnsRead(KnownColumns),
    BatchProgress {
        session: SessionId,
        number: u64,
        progress: Progress,
    },
    BatchEnded {
        session: SessionId,
        number: u64,
        result: Result<Arc<Batch>, BatchError>,
    },
    /// What was dropped on the window is a batch to compare with.
    BaselineFound {
        session: SessionId,
        path: PathBuf,
    },
    BaselinesListed {
        session: SessionId,
        kept: Vec<KeptBaseline>,
    },
    BaselineKept {
        session: SessionId,
        result: Result<PathBuf, ExportError>,
    },
    Compared {
        session: SessionId,
        number: u64,
        result: Result<Drift, CompareError>,
    },
    /// `None` where it cannot be drawn.
    ThumbnailDrawn {
        session: SessionId,
        sha256: String,
        picture: Option<Picture>,
    },
    /// The acknowledgements in the data folder.
    AcknowledgedRead {
        session: SessionId,
        result: Result<Acknowledged, AcknowledgedError>,
    },
    /// Somebody else's acknowledgements were added: all there are now, and how many were new.
    AcknowledgedMerged {
        session: SessionId,
        result: Result<(Acknowledged, usize), AcknowledgedError>,
    },
    /// Where a file went that was to be saved.
    FileSaved(Result<PathBuf, ExportError>),
    JournalExported(Result<PathBuf, JournalError>),
    /// An intent without an outcome was asked about.
    Resolved {
        session: SessionId,
        removal: String,
        result: Result<(), ResolveError>,
    },
    /// Customers opened of late, the latest first.
    RecentRead {
        session: SessionId,
        recent: Vec<CustomerNumber>,
    },
    SettingsSaved(Result<(), SettingsError>),
    /// A job ended without doing its work, and no answer of its own tells so.
    JobLost(JobFailure),
    /// The person asked the window to close.
    CloseRequested,
    /// What there is was drawn, and is not drawn anew at once.
    Drawn,
    /// The system wants the program to end.
    EndRequested,
    /// Time passed; notices may leave.
    Tick,
}
