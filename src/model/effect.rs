//! What must be done outside the model.

use secrecy::SecretString;

use crate::model::assets::AssetEffect;
use crate::model::batch::{BaselineEffect, BatchEffect};
use crate::model::cards::CardEffect;
use crate::model::journal::JournalEffect;
use crate::model::lists::ListEffect;
use crate::model::look_up::LookUpEffect;
use crate::model::queue::QueueEffect;
use crate::model::removal::RemovalEffect;
use crate::model::session::SessionEffect;
use crate::model::settings::SettingsEffect;
use crate::model::verify::VerdictEffect;
use crate::model::viewer::ViewerEffect;

/// What must be done outside the model, by topic.
#[derive(Debug)]
pub enum Effect {
    /// Client, loader and focus as a session begins and ends.
    Session(SessionEffect),
    /// Calls for a customer's list, and the focus around them.
    LookUp(LookUpEffect),
    /// The focus, where a finding was stepped to.
    Card(CardEffect),
    /// Fetching, reading and drawing files.
    Asset(AssetEffect),
    /// Layers, comparisons and copies of the large picture.
    Viewer(ViewerEffect),
    /// Customers opened of late, kept between runs.
    Queue(QueueEffect),
    /// Reading files of customers, and the columns chosen in them.
    List(ListEffect),
    /// Runs over many customers, and their reports.
    Batch(BatchEffect),
    /// Batches kept to compare with.
    Baseline(BaselineEffect),
    /// The file of accepted findings.
    Verdict(VerdictEffect),
    /// Removals, their receipts, and those that were cut short.
    Removal(RemovalEffect),
    /// Reading, exporting and resolving what the journal holds.
    Journal(JournalEffect),
    /// Preferences, written and applied.
    Settings(SettingsEffect),
    /// Clipboard and closing.
    Window(WindowEffect),
}

/// The window and its surroundings.
#[derive(Debug)]
pub enum WindowEffect {
    /// Put text on the clipboard.
    Copy(String),
    /// Put a secret on the clipboard, marked as one where the system knows such a mark.
    CopySecret(SecretString),
    /// Take the secret off the clipboard, where it is still there.
    ForgetSecret,
    /// Close the window now.
    Close,
    /// Keep the window open although it was asked to close.
    KeepOpen,
}

/// Where `update` puts what must be done, in the order in which it is to be done.
#[derive(Debug, Default)]
pub(in crate::model) struct Effects(Vec<Effect>);

impl Effects {
    pub(in crate::model) fn push(&mut self, effect: impl Into<Effect>) {
        self.0.push(effect.into());
    }

    pub(in crate::model) fn into_vec(self) -> Vec<Effect> {
        self.0
    }
}

from_topics! { Effect;
    SessionEffect: Session,
    LookUpEffect: LookUp,
    CardEffect: Card,
    AssetEffect: Asset,
    ViewerEffect: Viewer,
    QueueEffect: Queue,
    ListEffect: List,
    BatchEffect: Batch,
    BaselineEffect: Baseline,
    VerdictEffect: Verdict,
    RemovalEffect: Removal,
    JournalEffect: Journal,
    SettingsEffect: Settings,
    WindowEffect: Window,
}
