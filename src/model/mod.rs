//! The pure core: what the window knows, and how it changes.
//!
//! A person's [`Action`] or the world's [`Event`] goes into [`update`], which changes the
//! [`State`] and returns [`Effect`]s. No I/O, no clock: the time is an argument. Each topic has a
//! room of its own: what is asked for (`action`), what is known (`state`), what changes (`update`),
//! what must be done (`effect`) and what is answered (`event`).

/// A topic's own enum becomes the one of all topics.
macro_rules! from_topics {
    ($whole:ident; $($topic:ident: $variant:ident),+ $(,)?) => {
        $(impl From<$topic> for $whole {
            fn from(of_topic: $topic) -> Self {
                Self::$variant(of_topic)
            }
        })+
    };
}

mod action;
mod assets;
mod batch;
mod cards;
mod dialog;
mod effect;
mod event;
mod ids;
mod journal;
mod lists;
mod lock;
mod look_up;
mod notice;
mod now;
mod palette;
mod queue;
mod remote;
mod removal;
mod session;
mod settings;
mod sheet;
mod state;
mod update;
mod verify;
mod viewer;

pub use action::Action;
pub use assets::{
    AssetAction, AssetEffect, AssetEntry, AssetEvent, DrawKey, FileId, Library, PictureKey,
};
pub use batch::{
    BaselineEffect, BaselineEvent, Baselines, BatchAction, BatchEffect, BatchEvent, BatchRequest,
    BatchRun, BatchState, BatchView, CompareError, Ended, KeptBaseline, ReportFormat,
};
pub use cards::{CardAction, CardEffect, CustomerCards, FindingPlace, InspectorTab, PictureCounts};
pub use dialog::Dialog;
pub use effect::{Effect, WindowEffect};
pub use event::{Event, SessionEvent};
pub use ids::{RequestId, SessionId};
pub use journal::{
    Fate, JournalAction, JournalEffect, JournalEvent, JournalReading, JournalState, TakeOn,
};
pub use lists::{
    Given, ListAction, ListDraft, ListEffect, ListEvent, ListFile, ListPart, ListPlace,
};
pub use look_up::{Ahead, Fetched, LookUpAction, LookUpEffect, LookUpEvent, LookUpField};
pub use notice::{Notice, NoticeKind};
pub use now::Now;
pub use palette::{Palette, PaletteAction};
pub use queue::{Queue, QueueAction, QueueEffect, QueueEvent, QueueFilter, QueueRow};
pub use remote::Remote;
pub use removal::{
    AskedCustomer, CardProgress, Extent, Picking, Question, RemovalAction, RemovalDialog,
    RemovalEffect, RemovalEnd, RemovalEvent, RemovalRun, RunCard, RunCustomer, RunError, ToType,
    Unfit,
};
pub use session::{
    FieldProblem, KnownCustomer, MOST_WRONG, Opening, Page, SandboxOffer, Session, SessionAction,
    SessionEffect, SignInAction, SignInField, SignInForm, Trust, WrongPasswords,
};
pub use settings::{SettingsAction, SettingsEffect, SettingsEvent};
pub use sheet::{Comparable, Sheet, SheetAction, SheetGroup, SheetOrder, SheetView, Use};
pub use state::{Stage, State};
pub use update::{Message, update};
pub use verify::{AcknowledgeDialog, NotAcknowledged, VerdictAction, VerdictEffect, VerdictEvent};
pub use viewer::{
    Arrangement, Choice, Compare, Ground, LayerRun, Overlay, Viewer, ViewerAction, ViewerEffect,
    ViewerEvent, ViewerPage, Zoom, layer_key,
};
