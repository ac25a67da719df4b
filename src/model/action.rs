//! What a person asked for.

use crate::model::assets::AssetAction;
use crate::model::batch::BatchAction;
use crate::model::cards::CardAction;
use crate::model::journal::JournalAction;
use crate::model::lists::{ListAction, ListPlace};
use crate::model::look_up::LookUpAction;
use crate::model::palette::PaletteAction;
use crate::model::queue::QueueAction;
use crate::model::removal::RemovalAction;
use crate::model::session::{SessionAction, SignInAction};
use crate::model::settings::SettingsAction;
use crate::model::sheet::SheetAction;
use crate::model::verify::VerdictAction;
use crate::model::viewer::ViewerAction;

/// What a person asked for.
#[derive(Debug, Clone)]
pub enum Action {
    SignIn(SignInAction),
    Session(SessionAction),
    LookUp(LookUpAction),
    Card(CardAction),
    Asset(AssetAction),
    Batch(BatchAction),
    Verdict(VerdictAction),
    Queue(QueueAction),
    /// A list of customers as it is being given.
    List(ListPlace, ListAction),
    Palette(PaletteAction),
    Sheet(SheetAction),
    Viewer(ViewerAction),
    Removal(RemovalAction),
    Journal(JournalAction),
    Settings(SettingsAction),
    /// Close the uppermost layer: a dialog, then the inspector.
    CloseTop,
    /// Close a notice by its place in the list.
    CloseNotice(usize),
    /// Close the window.
    Quit,
}

impl From<(ListPlace, ListAction)> for Action {
    fn from((place, action): (ListPlace, ListAction)) -> Self {
        Self::List(place, action)
    }
}

from_topics! { Action;
    SignInAction: SignIn,
    SessionAction: Session,
    LookUpAction: LookUp,
    CardAction: Card,
    AssetAction: Asset,
    BatchAction: Batch,
    VerdictAction: Verdict,
    QueueAction: Queue,
    PaletteAction: Palette,
    SheetAction: Sheet,
    ViewerAction: Viewer,
    RemovalAction: Removal,
    JournalAction: Journal,
    SettingsAction: Settings,
}
