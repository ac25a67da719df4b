use std::sync::Arc;

use crate::domain::{AssetKind, Credentials, CustomerNumber, ServerAddress, Variant};
use crate::media::{Loaded, Picture, PixelBox};
use crate::removal::RemovalRequest;
use crate::settings::Settings;

use super::state::{RequestId, SessionId};

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
        fit: PixelBox,
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
    ReadJournal,
    ExportJournal {
        filter: String,
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
}
