use std::sync::Arc;

use secrecy::SecretString;

use crate::domain::{AssetKind, CustomerNumber, Language, Token, Variant};
use crate::media::PixelBox;
use crate::settings::ThemeChoice;

use super::state::{Ground, InspectorTab, Opening, Page, SignInField, Zoom};

/// What a person asked for.
#[derive(Debug, Clone)]
pub enum Action {
    SignIn(SignInAction),
    Session(SessionAction),
    LookUp(LookUpAction),
    Card(CardAction),
    Asset(AssetAction),
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

/// The sign-in form.
#[derive(Debug, Clone)]
pub enum SignInAction {
    Edit {
        field: SignInField,
        text: String,
    },
    Submit {
        password: SecretString,
    },
    /// Sign in without the form.
    With(Box<Opening>),
}

/// The session as a whole.
#[derive(Debug, Clone)]
pub enum SessionAction {
    SignOut,
    Lock,
    Unlock { password: SecretString },
    Show(Page),
}

/// The look-up field and its neighbours.
#[derive(Debug, Clone)]
pub enum LookUpAction {
    Edit(String),
    Submit,
    Open(CustomerNumber),
    /// Ask for the customer on screen anew.
    Refresh,
}

/// The cards on screen.
#[derive(Debug, Clone)]
pub enum CardAction {
    Select(Option<usize>),
    Tab(InspectorTab),
    CopyToken(usize),
    CopyLastFour(usize),
    CopyText(String),
}

/// Files of cards.
#[derive(Debug, Clone)]
pub enum AssetAction {
    /// A picture is in view: load it, or draw it at this size.
    Want {
        variant: Variant,
        kind: AssetKind,
        fit: PixelBox,
    },
    Retry {
        url: Arc<str>,
    },
    RetryAll,
    Open {
        variant: Variant,
        kind: AssetKind,
    },
}

/// The large picture.
#[derive(Debug, Clone)]
pub enum ViewerAction {
    Ground(Ground),
    Zoom { zoom: Zoom, pan: [f32; 2] },
}

/// Removing one card.
#[derive(Debug, Clone)]
pub enum RemovalAction {
    /// Ask about the card at this index.
    Ask(usize),
    EditReason(String),
    EditLastFour(String),
    /// Must name the card that the dialog shows.
    Confirm {
        token: Token,
    },
    /// Leave the dialog; before Confirm nothing has happened.
    Cancel,
}

/// The journal page.
#[derive(Debug, Clone)]
pub enum JournalAction {
    Reload,
    Filter(String),
    Toggle { removal: String },
    Export,
    Resolve { removal: String },
}

/// Settings; each change is kept at once.
#[derive(Debug, Clone)]
pub enum SettingsAction {
    Open,
    Keys,
    Theme(ThemeChoice),
    Language(Language),
    Zoom(f32),
    Operator(String),
    FoldCustomers(bool),
}

macro_rules! into_action {
    ($($topic:ident: $variant:ident),+ $(,)?) => {
        $(impl From<$topic> for Action {
            fn from(action: $topic) -> Self {
                Self::$variant(action)
            }
        })+
    };
}

into_action! {
    SignInAction: SignIn,
    SessionAction: Session,
    LookUpAction: LookUp,
    CardAction: Card,
    AssetAction: Asset,
    ViewerAction: Viewer,
    RemovalAction: Removal,
    JournalAction: Journal,
    SettingsAction: Settings,
}
