//! Short messages over the window.

use std::path::PathBuf;

use crate::acknowledged::AcknowledgedError;
use crate::batch::Counts;
use crate::journal::{AcceptError, JournalError, OutcomeCode};
use crate::media::LoadError;
use crate::settings::{ExportError, ReadError, SettingsError};

use crate::model::removal::RemovalEnd;
use crate::model::verify::NotAcknowledged;

/// A short message that leaves by itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    /// What it says; no two of the same kind and values are shown.
    pub kind: NoticeKind,
    /// When it came up, or when the window was unlocked after that.
    pub since: jiff::Timestamp,
}

/// What a [`Notice`] says.
#[derive(Debug, Clone, PartialEq)]
pub enum NoticeKind {
    /// A whole token is on the clipboard.
    TokenCopied,
    /// Another text is on the clipboard.
    Copied,
    /// A picture is on the clipboard.
    PictureCopied,
    /// The picture for the clipboard could not be drawn.
    PictureNotCopied(LoadError),
    /// A removal ended while its dialog was not on screen; leads back to it.
    RemovalEnded {
        /// Number of the run.
        number: u64,
        /// What the notice says of it.
        end: RemovalEnd,
    },
    /// A removal that was open is settled by a list that was fetched later.
    RemovalSettled {
        /// Brand and last four digits.
        card: String,
        /// Number of the customer whose card it was.
        customer: String,
        /// As noted in the journal.
        outcome: OutcomeCode,
    },
    /// Of a removal that was cut short nothing is on the list any more.
    RestIsGone {
        /// Its number.
        customer: String,
    },
    /// A list that was verified while another page was shown; `None` where it could not be.
    BatchEnded {
        /// Findings by severity, and customers that failed.
        counts: Option<Counts>,
    },
    /// Nothing of it is on the list, which does not prove that it is gone.
    RestNotProven {
        /// Its number.
        customer: String,
    },
    /// A file was written into the folder of exports.
    Exported {
        /// Of the file.
        path: PathBuf,
    },
    /// The journal could not be exported.
    ExportFailed(JournalError),
    /// A report, receipt, baseline or picture could not be written.
    SaveFailed(ExportError),
    /// A file that a person named was not read.
    ReadFailed(ReadError),
    /// Could not be read or written.
    Acknowledgements(AcknowledgedError),
    /// How many were new.
    AcknowledgementsMerged(usize),
    /// A finding that was to be acknowledged, and cannot be.
    NotAcknowledged(NotAcknowledged),
    /// There was no finding to step to.
    NoFinding {
        /// Whether files are still on their way that may have some.
        are_coming: bool,
    },
    /// They hold until the window closes.
    SettingsNotSaved(SettingsError),
    /// The window was to be closed over a removal, and stays.
    RemovalStillRunning,
    /// Removals go on after this line, at which the journal is broken.
    TakenOn(u64),
    /// They do not; what was to be taken on was not.
    NotTakenOn(AcceptError),
    /// A removal went on when its session was signed out.
    RemovalLeft,
    /// A list of customers holds the session's password, and was not taken.
    PasswordInList,
    /// Too many wrong passwords were given to unlock the window, and the session was signed out.
    TooManyWrongPasswords,
    /// A list was being verified when its session was signed out.
    BatchLeft {
        /// Customers whose lists had come by then.
        done: usize,
        /// Customers of the list.
        all: usize,
    },
    /// The window closes when the removal under way has ended.
    EndsAfterRemoval,
    /// Files were dropped where they cannot be taken.
    NotTaken,
    /// A job broke off without an answer; what it was for may be missing on screen.
    JobLost,
}

impl NoticeKind {
    /// What is said of a file that was to be saved.
    pub(in crate::model) fn of_saved(saved: Result<PathBuf, ExportError>) -> Self {
        saved.map_or_else(Self::SaveFailed, |path| Self::Exported { path })
    }

    /// Whether it stays until it is closed.
    pub fn stays(&self) -> bool {
        match self {
            Self::TokenCopied
            | Self::Copied
            | Self::PictureCopied
            | Self::NotAcknowledged(_)
            | Self::NoFinding { .. }
            | Self::AcknowledgementsMerged(_) => false,
            Self::RemovalEnded { end: RemovalEnd::Card { outcome, .. }, .. } => {
                !outcome.is_absent()
            }
            Self::RemovalSettled { outcome, .. } => !outcome.is_absent(),
            // The result of several is worth a receipt.
            Self::RemovalEnded { .. } => true,
            Self::BatchEnded { .. } => true,
            Self::RestIsGone { .. } | Self::TakenOn(_) => false,
            Self::RestNotProven { .. } | Self::NotTakenOn(_) => true,
            Self::Exported { .. } | Self::RemovalStillRunning => false,
            Self::TooManyWrongPasswords | Self::PasswordInList => true,
            Self::NotTaken | Self::RemovalLeft | Self::BatchLeft { .. } => true,
            Self::ExportFailed(_)
            | Self::SettingsNotSaved(_)
            | Self::PictureNotCopied(_)
            | Self::SaveFailed(_)
            | Self::ReadFailed(_)
            | Self::Acknowledgements(_)
            | Self::EndsAfterRemoval
            | Self::JobLost => true,
        }
    }

    /// Whether it names a customer's card, and is therefore hidden behind the lock.
    pub fn names_a_card(&self) -> bool {
        match self {
            Self::RemovalEnded { end, .. } => !matches!(end, RemovalEnd::Queue { .. }),
            Self::RemovalSettled { .. } | Self::RestIsGone { .. } | Self::RestNotProven { .. } => {
                true
            }
            _ => false,
        }
    }
}
