//! What must be done outside the model.

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
    Session(SessionEffect),
    LookUp(LookUpEffect),
    Card(CardEffect),
    Asset(AssetEffect),
    Viewer(ViewerEffect),
    Queue(QueueEffect),
    List(ListEffect),
    Batch(BatchEffect),
    Baseline(BaselineEffect),
    Verdict(VerdictEffect),
    Removal(RemovalEffect),
    Journal(JournalEffect),
    Settings(SettingsEffect),
    Window(WindowEffect),
}

/// The window and its surroundings.
#[derive(Debug)]
pub enum WindowEffect {
    /// Put text on the clipboard.
    Copy(String),
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
