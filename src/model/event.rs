//! What the world answered.

use std::path::PathBuf;

use crate::jobs::JobFailure;
use crate::settings::ExportError;

use super::ids::SessionId;
use crate::model::assets::AssetEvent;
use crate::model::batch::{BaselineEvent, BatchEvent};
use crate::model::journal::JournalEvent;
use crate::model::lists::ListEvent;
use crate::model::look_up::LookUpEvent;
use crate::model::queue::QueueEvent;
use crate::model::removal::RemovalEvent;
use crate::model::session::Opening;
use crate::model::settings::SettingsEvent;
use crate::model::verify::VerdictEvent;
use crate::model::viewer::ViewerEvent;

/// What the world answered.
#[derive(Debug)]
pub enum Event {
    /// For one session; dropped where that session has ended.
    Session(SessionId, SessionEvent),
    /// Of the program's own files; belongs to no session.
    Settings(SettingsEvent),
    /// The embedded sandbox has started, or has not, with the system's reason.
    SandboxStarted(Result<Box<Opening>, String>),
    /// A job ended without doing its work, and no answer of its own says so.
    JobLost(JobFailure),
    /// A person pressed a key or moved the pointer.
    Attended,
    /// The computer goes to sleep, has slept, or its screen was locked.
    SystemLocked,
    /// The person asked the window to close.
    CloseRequested,
    /// What there is was drawn, and is not drawn anew at once.
    Drawn,
    /// The system wants the program to end.
    EndRequested,
    /// Time passed; notices may leave.
    Tick,
}

/// What a session asked for, by topic. Whether the session is still there is checked once, in
/// `update`.
#[derive(Debug)]
pub enum SessionEvent {
    /// A list came, or could not be had.
    LookUp(LookUpEvent),
    /// A file was read or drawn.
    Asset(AssetEvent),
    /// Something was drawn or compared for the large picture.
    Viewer(ViewerEvent),
    /// Customers opened in earlier sessions were read.
    Queue(QueueEvent),
    /// Files of customers were read.
    List(ListEvent),
    /// A run over many customers has gone on, or ended.
    Batch(BatchEvent),
    /// Baselines were listed, kept or compared.
    Baseline(BaselineEvent),
    /// Accepted findings were read, or merged with others'.
    Verdict(VerdictEvent),
    /// A removal has gone on or ended.
    Removal(RemovalEvent),
    /// The journal was read or exported, or a removal in it resolved.
    Journal(JournalEvent),
    /// Where a file went that was to be saved.
    FileSaved(Result<PathBuf, ExportError>),
}

impl Event {
    /// An answer to a session.
    pub fn of(session: SessionId, event: impl Into<SessionEvent>) -> Self {
        Self::Session(session, event.into())
    }
}

from_topics! { SessionEvent;
    LookUpEvent: LookUp,
    AssetEvent: Asset,
    ViewerEvent: Viewer,
    QueueEvent: Queue,
    ListEvent: List,
    BatchEvent: Batch,
    BaselineEvent: Baseline,
    VerdictEvent: Verdict,
    RemovalEvent: Removal,
    JournalEvent: Journal,
}
