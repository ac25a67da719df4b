//! Everything the window knows. What can be derived is a method, not a field.

mod ahead;
mod batch;
mod dialog;
mod expired;
mod findings;
mod library;
mod list_draft;
mod open_removals;
mod queue;
mod revocation;
mod session;
mod sheet;
mod sheet_of_batch;
mod sign_in;
mod summary;
mod viewer;

use std::collections::HashSet;

use crate::acknowledged::AcknowledgedError;
use crate::batch::Counts;
use crate::domain::{Credentials, CustomerNumber, Date, Language, ServerAddress};
use crate::journal::{
    ChainState, JournalError, JournalView, OutcomeCode, RemovalId, RemovalRecord,
};
use crate::media::LoadError;
use crate::network::ProxyError;
use crate::removal::ResolveError;
use crate::settings::{ExportError, KnownColumns, ReadError, Settings};

use super::Remote;

pub use ahead::{Ahead, Fetched};
pub use batch::{Baselines, BatchRun, BatchState, BatchView, CompareError, Ended, KeptBaseline};
pub use dialog::{AcknowledgeDialog, Dialog, Palette, RemovalDialog, RemovalStage, ToType};
pub use expired::{ExpiredCards, ExpiredOf};
pub use findings::Place;
pub use library::{AssetEntry, DrawKey, Library};
pub(crate) use list_draft::shape_of_sheets;
pub use list_draft::{Given, ListDraft, ListPart, ListPlace};
pub use open_removals::Fate;
pub use queue::{Queue, QueueFilter, Visited};
pub use revocation::{CardProgress, Picking, RevocationDialog, RevocationRun};
pub use session::{
    CustomerCards, InspectorTab, LookUpField, Page, RemovalRun, RunError, Session, SessionId, Trust,
};
pub use sheet::{Sheet, SheetGroup, SheetOrder, SheetView, Use};
pub use sign_in::{FieldProblem, SignInField, SignInForm};
pub(crate) use summary::ListSummary;
pub use summary::PictureCounts;
pub(crate) use viewer::typed_path;
pub use viewer::{
    Arrangement, Choice, Comparable, Compare, Ground, LayerRun, Overlay, Viewer, ViewerPage, Zoom,
    layer_key,
};

/// The present, as the shell tells it: the model has no clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    pub timestamp: jiff::Timestamp,
}

impl Now {
    /// The day in UTC: what expiry is measured against.
    pub fn today(&self) -> Date {
        let date = self.timestamp.to_zoned(jiff::tz::TimeZone::UTC).date();
        Date {
            year: i32::from(date.year()),
            month: date.month().unsigned_abs(),
            day: date.day().unsigned_abs(),
        }
    }
}

/// Number of a question, so that its answer can be told from an older one's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct RequestId(pub u64);

/// A customer of the sandbox, with what it shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownCustomer {
    pub number: String,
    /// In English.
    pub title: String,
    pub title_ru: String,
    pub cards: usize,
}

/// A way to sign in that needs no form: the embedded sandbox, or what the command line gave.
#[derive(Debug, Clone)]
pub struct Opening {
    pub server: ServerAddress,
    pub credentials: Credentials,
    /// Looked up at once.
    pub customer: Option<CustomerNumber>,
    /// Customers that the server is known to have.
    pub known: Vec<KnownCustomer>,
}

/// A short message that leaves by itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    pub kind: NoticeKind,
    pub since: jiff::Timestamp,
}

/// What a [`Notice`] says.
#[derive(Debug, Clone, PartialEq)]
pub enum NoticeKind {
    TokenCopied,
    Copied,
    /// A picture is on the clipboard.
    PictureCopied,
    PictureNotCopied(LoadError),
    RemovalEnded {
        card: String,
        outcome: crate::removal::Outcome,
    },
    /// A removal that was open is settled by a list that was fetched later.
    RemovalSettled {
        card: String,
        customer: String,
        outcome: OutcomeCode,
    },
    /// `whole` is `None` where nothing is known of it.
    RevocationEnded {
        number: u64,
        customer: String,
        whole: Option<crate::removal::Whole>,
    },
    /// Of the queue's expired cards, so many are proven to be gone.
    ExpiredEnded {
        gone: usize,
        all: usize,
    },
    /// Of a revocation that was cut short nothing is on the list any more.
    RestIsGone {
        customer: String,
    },
    /// A list that was verified while another page was shown; `None` where it could not be.
    BatchEnded {
        counts: Option<Counts>,
    },
    /// Nothing of it is on the list, which does not prove that it is gone.
    RestNotProven {
        customer: String,
    },
    Exported {
        path: std::path::PathBuf,
    },
    ExportFailed(JournalError),
    SaveFailed(ExportError),
    /// A file that a person named was not read.
    ReadFailed(ReadError),
    /// Could not be read or written.
    Acknowledgements(AcknowledgedError),
    /// How many were new.
    AcknowledgementsMerged(usize),
    SettingsNotSaved,
    RemovalStillRunning,
    /// The window closes when the removal under way has ended.
    EndsAfterRemoval,
    /// Files were dropped where they cannot be taken.
    NotTaken,
    JobLost,
}

impl NoticeKind {
    /// Whether it stays until it is closed.
    pub fn stays(&self) -> bool {
        match self {
            Self::TokenCopied
            | Self::Copied
            | Self::PictureCopied
            | Self::AcknowledgementsMerged(_) => false,
            Self::RemovalEnded { outcome, .. } => !outcome.is_absent(),
            Self::RemovalSettled { outcome, .. } => !outcome.is_absent(),
            // Its result is worth a receipt.
            Self::RevocationEnded { .. } | Self::ExpiredEnded { .. } => true,
            Self::BatchEnded { .. } => true,
            Self::RestIsGone { .. } => false,
            Self::RestNotProven { .. } => true,
            Self::Exported { .. } | Self::SettingsNotSaved | Self::RemovalStillRunning => false,
            Self::NotTaken => true,
            Self::ExportFailed(_)
            | Self::PictureNotCopied(_)
            | Self::SaveFailed(_)
            | Self::ReadFailed(_)
            | Self::Acknowledgements(_)
            | Self::EndsAfterRemoval
            | Self::JobLost => true,
        }
    }

    /// Whether it tells something of a customer's card: nothing to show behind the lock.
    pub fn names_a_card(&self) -> bool {
        matches!(
            self,
            Self::RemovalEnded { .. }
                | Self::RemovalSettled { .. }
                | Self::RevocationEnded { .. }
                | Self::RestIsGone { .. }
                | Self::RestNotProven { .. }
        )
    }
}

/// Before or after signing in.
#[derive(Debug)]
pub enum Stage {
    SignIn(SignInForm),
    Desk(Box<Session>),
}

/// The journal as last read, and how it is looked at.
#[derive(Debug, Default)]
pub struct JournalState {
    pub view: Remote<JournalReading, JournalError>,
    pub filter: String,
    /// The removal whose steps are shown.
    pub open: Option<String>,
    /// Removals whose outcome is being asked for.
    pub resolving: Vec<String>,
    /// Why the last attempt to resolve a removal failed.
    pub resolve_error: Option<(String, ResolveError)>,
}

/// The journal as it was when it was read: grouped once, not in every frame.
#[derive(Debug, Clone, PartialEq)]
pub struct JournalReading {
    /// One record a removal, the newest first.
    pub records: Vec<RemovalRecord>,
    /// Removals whose end is not known, oldest first.
    pub unresolved: Vec<RemovalRecord>,
    pub chain: ChainState,
}

impl From<JournalView> for JournalReading {
    fn from(view: JournalView) -> Self {
        let unresolved = view.unresolved().to_vec();
        Self { records: view.removals(), unresolved, chain: view.chain }
    }
}

/// The whole of it.
#[derive(Debug)]
pub struct State {
    pub settings: Settings,
    pub stage: Stage,
    pub dialog: Option<Dialog>,
    pub journal: JournalState,
    pub notices: Vec<Notice>,
    /// Columns that were chosen, by the shape of lists.
    pub(crate) columns: KnownColumns,
    pub sandbox: Option<Opening>,
    /// The system's language, which holds until the person chooses another.
    pub system_language: Language,
    /// Given on the command line: holds for this run, until the person chooses another.
    pub given_language: Option<Language>,
    /// A proxy is set, and its setting cannot be read: only this machine is signed in to.
    pub proxy_trouble: Option<ProxyError>,
    /// The operating system's user name: who acknowledges where no operator is named.
    pub os_user: String,
    /// Open removals that are not told any more until the next start.
    pub put_aside: HashSet<RemovalId>,
    /// Removals of sessions that were left, still under way.
    pub(super) left_running: Vec<u64>,
    /// Whether the window closes once no removal is under way, and none may be begun.
    pub(super) ending: bool,
    counter: u64,
}

impl State {
    /// Before anything happened.
    pub fn new(settings: Settings, system_language: Language, sandbox: Option<Opening>) -> Self {
        let form = SignInForm::remembered(&settings);
        Self {
            settings,
            stage: Stage::SignIn(form),
            dialog: None,
            journal: JournalState::default(),
            notices: Vec::new(),
            columns: KnownColumns::default(),
            sandbox,
            system_language,
            given_language: None,
            proxy_trouble: None,
            os_user: String::new(),
            put_aside: HashSet::new(),
            left_running: Vec::new(),
            ending: false,
            counter: 0,
        }
    }

    /// The window's language.
    pub fn language(&self) -> Language {
        self.given_language.or(self.settings.language).unwrap_or(self.system_language)
    }

    /// Removals of earlier that a list should still decide. While one is running, its own intent
    /// has no outcome yet, so none is told.
    pub fn unresolved(&self) -> &[RemovalRecord] {
        match self.journal.view.value() {
            Some(reading) if !self.is_removing() => &reading.unresolved,
            Some(_) | None => &[],
        }
    }

    pub fn session(&self) -> Option<&Session> {
        match &self.stage {
            Stage::Desk(session) => Some(session),
            Stage::SignIn(_) => None,
        }
    }

    pub(super) fn session_mut(&mut self) -> Option<&mut Session> {
        match &mut self.stage {
            Stage::Desk(session) => Some(session),
            Stage::SignIn(_) => None,
        }
    }

    /// The session, where it is the one an answer belongs to.
    pub(super) fn current(&mut self, id: SessionId) -> Option<&mut Session> {
        self.session_mut().filter(|session| session.id == id)
    }

    pub(super) fn next_number(&mut self) -> u64 {
        self.counter += 1;
        self.counter
    }

    pub(super) fn notify(&mut self, kind: NoticeKind, now: Now) {
        self.notices.retain(|notice| notice.kind != kind);
        self.notices.push(Notice { kind, since: now.timestamp });
    }

    /// Whether a notice will leave by itself. None does behind the lock, where not all are shown.
    pub fn has_passing_notice(&self) -> bool {
        !self.is_locked() && self.notices.iter().any(|notice| !notice.kind.stays())
    }

    pub fn is_locked(&self) -> bool {
        self.session().is_some_and(|session| session.locked)
    }

    /// Whether a removal is under way, be it of a session that was left: the window must not close
    /// over it.
    pub fn is_removing(&self) -> bool {
        let running = |session: &Session| {
            session.removals.iter().any(RemovalRun::is_running)
                || session.revocations.iter().any(RevocationRun::is_running)
        };
        self.session().is_some_and(running) || !self.left_running.is_empty()
    }
}
