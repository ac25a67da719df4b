use std::path::PathBuf;
use std::sync::Arc;

use crate::acknowledged::Change;
use crate::batch::{Batch, Identity, Thumbnail};
use crate::customers::{Choice, CustomerList};
use crate::domain::cell::Separator;
use crate::domain::{
    AssetKind, Credentials, CustomerNumber, Date, Language, ServerAddress, Variant,
};
use crate::media::{Layer, Loaded, Picture, PixelBox};
use crate::removal::{LeftName, Maker, RemovalRequest, RevocationReport, RevocationRequest};
use crate::settings::{KnownColumns, Settings, Whose};

use super::state::{DrawKey, ListPlace, RequestId, SessionId};

/// How the report of a batch is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportFormat {
    Html,
    Csv,
}

/// A file of customers to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListFile {
    pub path: PathBuf,
    /// What a person said of it.
    pub choice: Choice,
    /// Whether its column is to be chosen, be it plain or not.
    pub ask: bool,
}

/// What must be done outside the model.
#[derive(Debug)]
pub enum Effect {
    /// Set up the client and the loader of a session.
    OpenSession {
        session: SessionId,
        server: ServerAddress,
    },
    /// Forget client, loader, textures and everything queued.
    CloseSession,
    List {
        session: SessionId,
        request: RequestId,
        credentials: Box<Credentials>,
        customer: CustomerNumber,
    },
    LoadAsset {
        session: SessionId,
        url: Arc<str>,
        variant: Variant,
        kind: AssetKind,
        /// The size to draw it at; `None` where it is not in view and only to be verified.
        fit: Option<PixelBox>,
    },
    DrawAsset {
        session: SessionId,
        url: Arc<str>,
        file: Arc<Loaded>,
        fit: PixelBox,
    },
    /// Hand a picture to the textures.
    ShowPicture {
        url: Arc<str>,
        fit: PixelBox,
        picture: Picture,
    },
    /// Forget the pictures of a file that is fetched anew.
    DropPictures {
        url: Arc<str>,
    },
    /// Loads that have not begun are no longer wanted.
    CancelLoads,
    Remove {
        session: SessionId,
        number: u64,
        request: Box<RemovalRequest>,
    },
    Revoke {
        session: SessionId,
        number: u64,
        request: Box<RevocationRequest>,
    },
    /// Begin no further card of it.
    StopRevocation {
        number: u64,
    },
    ReadLeftOver {
        session: SessionId,
    },
    ForgetLeftOver {
        session: SessionId,
        name: LeftName,
    },
    /// Write receipts of revocations into the folder of exports.
    SaveReceipts {
        receipts: Vec<(Arc<RevocationReport>, Maker)>,
        language: Language,
    },
    /// Read files of customers.
    ReadList {
        session: SessionId,
        place: ListPlace,
        files: Vec<ListFile>,
        known: KnownColumns,
        /// Whether they are those that the list has already.
        anew: bool,
    },
    /// Read which columns were chosen.
    ReadColumns,
    KeepColumn {
        shape: String,
        chosen: String,
    },
    RunBatch {
        session: SessionId,
        number: u64,
        identity: Identity,
        credentials: Box<Credentials>,
        customers: Vec<CustomerNumber>,
        today: Date,
    },
    PauseBatch(bool),
    StopBatch,
    /// Write a report of a batch into the folder of exports.
    SaveReport {
        batch: Arc<Batch>,
        list: Box<CustomerList>,
        format: ReportFormat,
        language: Language,
        /// Of the cells of a CSV file.
        separator: Separator,
    },
    /// Look for baselines of this merchant at this server.
    ListBaselines {
        session: SessionId,
        identity: Identity,
    },
    /// Keep a batch in the data folder.
    KeepBaseline {
        session: SessionId,
        batch: Arc<Batch>,
    },
    Compare {
        session: SessionId,
        number: u64,
        batch: Arc<Batch>,
        path: PathBuf,
    },
    DrawThumbnail {
        session: SessionId,
        sha256: String,
        thumbnail: Box<Thumbnail>,
    },
    ReadAcknowledged {
        session: SessionId,
    },
    ChangeAcknowledged {
        session: SessionId,
        change: Box<Change>,
    },
    /// Add somebody else's file to one's own.
    MergeAcknowledged {
        session: SessionId,
        path: PathBuf,
    },
    /// Write a file as it came into the folder of exports.
    SaveFile {
        name: String,
        file: Arc<Loaded>,
    },
    /// Keep card art from now on, or forget what is kept.
    KeepArt(bool),
    /// Read which customers were opened of late.
    ReadRecent {
        session: SessionId,
        whose: Whose,
    },
    KeepRecent {
        whose: Whose,
        customer: CustomerNumber,
    },
    ForgetRecent,
    /// Read a file of this machine as if it had been fetched.
    ReadAsset {
        session: SessionId,
        url: Arc<str>,
        path: PathBuf,
        kind: AssetKind,
        fit: PixelBox,
    },
    /// Draw a layer of a file's picture.
    DrawLayer {
        session: SessionId,
        file: Arc<Loaded>,
        layer: Layer,
    },
    /// Hand a layer to the textures.
    ShowLayer {
        key: DrawKey,
        picture: Picture,
    },
    CompareFiles {
        session: SessionId,
        files: [Arc<Loaded>; 2],
    },
    /// Draw a file's picture for the clipboard.
    DrawForCopy {
        session: SessionId,
        file: Arc<Loaded>,
    },
    /// Put a picture on the clipboard.
    CopyPicture(Picture),
    ReadJournal,
    ExportJournal {
        filter: String,
        separator: Separator,
    },
    Resolve {
        session: SessionId,
        removal: String,
        credentials: Box<Credentials>,
    },
    SaveSettings(Box<Settings>),
    /// Put text on the clipboard.
    Copy(String),
    /// Apply theme, zoom and language.
    ApplySettings,
    /// Close the window now.
    CloseWindow,
    /// Keep the window open although it was asked to close.
    KeepWindow,
    /// Put the keyboard's focus on the look-up field.
    FocusLookUp,
    /// Put it on the field of the sign-in form that is to be filled in or corrected.
    FocusForm,
    /// Put it on the finding that was stepped to.
    FocusFinding,
    /// Put it on the first card of the customer on screen, when there is one.
    BeginAtFirst,
}
