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
    /// The form in front of a session: filled in, sent, or passed over.
    SignIn(SignInAction),
    /// Signing out, locking, and changing the page.
    Session(SessionAction),
    /// The look-up field, and a customer named in any other place.
    LookUp(LookUpAction),
    /// Cards of the customer on screen: chosen, stepped through, copied from.
    Card(CardAction),
    /// Files of cards: wanted by a tile, fetched once more, opened large.
    Asset(AssetAction),
    /// A list of customers verified in one run, and what it is compared with.
    Batch(BatchAction),
    /// Findings that a person accepts, or accepts no more.
    Verdict(VerdictAction),
    /// The customers at the side: a list given, searched, stepped through.
    Queue(QueueAction),
    /// A list of customers as it is being given.
    List(ListPlace, ListAction),
    /// The palette of commands (Ctrl+K).
    Palette(PaletteAction),
    /// Filter and order of the contact sheet.
    Sheet(SheetAction),
    /// The dialog with the large picture; ignored while it is closed.
    Viewer(ViewerAction),
    /// Cards to be removed, from choosing them to the receipt.
    Removal(RemovalAction),
    /// The page of past removals, and what was left open.
    Journal(JournalAction),
    /// Looks of the window and what is kept between runs; a few hold behind the lock.
    Settings(SettingsAction),
    /// Close the uppermost layer: a dialog, then the inspector.
    CloseTop,
    /// Close a notice by its place in the list.
    CloseNotice(usize),
    /// Close the window.
    Quit,
}

impl Action {
    /// Whether it only asks for a picture that is in view: nothing that a person did. An event answers it.
    pub fn is_wish(&self) -> bool {
        matches!(
            self,
            Self::Asset(AssetAction::Want { .. } | AssetAction::WantFile { .. })
                | Self::Batch(BatchAction::Want { .. })
        )
    }
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
