use std::path::PathBuf;
use std::sync::Arc;

use secrecy::SecretString;

use crate::domain::{AssetKind, CustomerNumber, Digest, Language, Token, Variant};
use crate::journal::RemovalId;
use crate::media::PixelBox;
use crate::removal::{LeftName, Policy, Scope};
use crate::settings::{ThemeChoice, TileSize};
use crate::verify::{Rule, Severity};

use super::effect::ReportFormat;
use super::list_action::ListAction;
use super::state::{
    Arrangement, BatchView, Choice, Ground, InspectorTab, ListPlace, Opening, Overlay, Page,
    QueueFilter, SheetOrder, SignInField, ViewerPage, Zoom,
};

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
    Expired(ExpiredAction),
    Sheet(SheetAction),
    Viewer(ViewerAction),
    Removal(RemovalAction),
    Revocation(RevocationAction),
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
    /// Back to the form with all but the password, to correct what was refused.
    Correct,
    Lock,
    Unlock {
        password: SecretString,
    },
    Show(Page),
}

/// The look-up field and its neighbours.
#[derive(Debug, Clone)]
pub enum LookUpAction {
    Edit(String),
    Submit,
    Open(CustomerNumber),
    /// Ask for a customer's list now, whatever was fetched before.
    Ask(CustomerNumber),
    /// Ask for the customer on screen anew.
    Refresh,
}

/// The customers that are worked through.
#[derive(Debug, Clone)]
pub enum QueueAction {
    /// Show this text as a list to work through.
    Give(String),
    /// Work through the list.
    Take,
    /// Work through it no more.
    End,
    /// Make it the list that is verified.
    Verify,
    Search(String),
    Filter(QueueFilter),
    /// To the next customer, or to the one before.
    Step {
        back: bool,
    },
}

/// The expired cards of every customer of the queue.
#[derive(Debug, Clone)]
pub enum ExpiredAction {
    /// Ask for all lists; nothing is removed.
    Find,
    /// Show what was found, runs, or has ended.
    Show,
    /// Ask anew for the lists that could not be had.
    Again,
    EditReason(String),
    EditCount(String),
    Policy(Policy),
    /// Must name the cards that the dialog shows.
    Confirm {
        tokens: Vec<Token>,
    },
    /// Begin no further card.
    Stop,
    /// One receipt for each customer.
    SaveReceipts,
}

/// Commands by name.
#[derive(Debug, Clone)]
pub enum PaletteAction {
    Open,
    Edit(String),
    /// By its place among those that answer to the text.
    Choose(usize),
}

/// The cards on screen.
#[derive(Debug, Clone)]
pub enum CardAction {
    Select(Option<usize>),
    Tab(InspectorTab),
    /// To the next finding of the cards on screen, or to the one before.
    StepFinding {
        back: bool,
    },
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

/// A list of customers to verify.
#[derive(Debug, Clone)]
pub enum BatchAction {
    Start,
    Pause(bool),
    /// End it with what there is.
    Stop,
    /// Away with what came of it, back to the list.
    Clear,
    Save(ReportFormat),
    /// Keep the batch in the data folder, to compare later ones with.
    Keep,
    EditPath(String),
    /// Compare with this baseline: the batch that has ended, or else the next one.
    Compare(PathBuf),
    /// Compare the next batch with nothing.
    DoNotCompare,
    View(BatchView),
    /// A thumbnail is in view.
    Want {
        sha256: String,
    },
    /// Show the batch's files on the contact sheet.
    ShowSheet,
}

/// What the verifier found.
#[derive(Debug, Clone)]
pub enum VerdictAction {
    /// Ask why a finding about these bytes is accepted.
    Ask {
        sha256: Digest,
        rule: Rule,
    },
    EditWhy(String),
    Confirm,
    /// Add the acknowledgements in somebody else's file.
    Merge(PathBuf),
    /// Take an acknowledgement back.
    Withdraw {
        sha256: Digest,
        rule: Rule,
    },
}

/// The contact sheet.
#[derive(Debug, Clone)]
pub enum SheetAction {
    Filter(String),
    /// Files with a finding of at least this severity alone; `None` for all.
    Least(Option<Severity>),
    Order(SheetOrder),
    /// The files of the batch, or of the customers looked up.
    OfBatch(bool),
    /// Files that look like this fingerprint alone; `None` for all.
    Like(Option<u64>),
}

/// The large picture.
#[derive(Debug, Clone)]
pub enum ViewerAction {
    Ground(Ground),
    Zoom {
        zoom: Zoom,
        pan: [f32; 2],
    },
    /// What is drawn over the picture.
    Overlay(Overlay),
    /// The next file (1) or the one before (-1) of what is on the page.
    Step(isize),
    /// Write the file as it came into the folder of exports.
    Save,
    /// Put the picture on the clipboard.
    CopyPicture,
    /// What the middle shows.
    Page(ViewerPage),
    /// What is known of the file, beside it or folded away.
    Facts(bool),
    Choose(Choice),
    /// Compare with another file of the session.
    Compare {
        variant: Variant,
        kind: AssetKind,
    },
    /// Compare with a file of this machine.
    CompareFile(PathBuf),
    /// Compare with the file whose path was typed.
    CompareTyped,
    Arrange(Arrangement),
    /// Share of the width that is left to the first picture.
    Divide(f32),
    /// The first becomes the second.
    Swap,
    StopComparing,
    /// Layers that were drawn are gone.
    DrawAgain,
    /// Away with the viewer, whatever it shows.
    Close,
}

/// Removing one card.
#[derive(Debug, Clone)]
pub enum RemovalAction {
    /// Ask about the card at this index.
    Ask(usize),
    EditReason(String),
    /// What must be typed to confirm.
    EditTyped(String),
    /// Must name the card that the dialog shows.
    Confirm {
        token: Token,
    },
    /// Leave the dialog; before Confirm nothing has happened.
    Cancel,
}

/// Removing several cards of the customer on screen.
#[derive(Debug, Clone)]
pub enum RevocationAction {
    /// Begin or end choosing cards.
    Pick(bool),
    /// Choose the card at this index, or no longer.
    Toggle(usize),
    /// Choose all, the expired ones, or none.
    PickScope(Scope),
    /// Ask about the cards that are chosen.
    Ask,
    /// Ask about the rest of one that was cut short, from a new list.
    Resume(LeftName),
    /// Do not offer it again.
    Forget(LeftName),
    EditReason(String),
    EditCount(String),
    Policy(Policy),
    /// Must name the cards that the dialog shows.
    Confirm {
        tokens: Vec<Token>,
    },
    /// Begin no further card of this one.
    Stop(u64),
    /// Leave the dialog; before Confirm nothing has happened.
    Cancel,
    /// Show this one's progress or result.
    Show(u64),
    SaveReceipt(u64),
}

/// The journal page.
#[derive(Debug, Clone)]
pub enum JournalAction {
    Reload,
    /// To the removal that has been open the longest.
    ShowUnresolved,
    Filter(String),
    Toggle {
        removal: String,
    },
    Export,
    Resolve {
        removal: String,
    },
    /// Tell no more of these open removals until the next start.
    PutAside(Vec<RemovalId>),
}

/// Settings; each change is kept at once.
#[derive(Debug, Clone)]
pub enum SettingsAction {
    Open,
    Keys,
    Rules,
    Theme(ThemeChoice),
    Language(Language),
    Zoom(f32),
    Operator(String),
    FoldCustomers(bool),
    Tiles(TileSize),
    /// Keep card art between runs, or forget what is kept.
    KeepArt(bool),
    /// Keep numbers of customers opened of late, or forget those that are kept.
    KeepRecent(bool),
    /// Forget numbers of customers opened so far.
    ForgetRecent,
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
    BatchAction: Batch,
    VerdictAction: Verdict,
    QueueAction: Queue,
    ExpiredAction: Expired,
    PaletteAction: Palette,
    SheetAction: Sheet,
    ViewerAction: Viewer,
    RemovalAction: Removal,
    RevocationAction: Revocation,
    JournalAction: Journal,
    SettingsAction: Settings,
}
