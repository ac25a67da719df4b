//! Short messages over the window.

use std::path::PathBuf;

use crate::acknowledged::AcknowledgedError;
use crate::batch::Counts;
use crate::journal::{JournalError, OutcomeCode};
use crate::media::LoadError;
use crate::settings::{ExportError, ReadError, SettingsError};

use crate::model::removal::RemovalEnd;
use crate::model::verify::NotAcknowledged;

/// A short message that leaves by itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    pub kind: NoticeKind,
    pub since: jiff::Timestamp,
}

/// What a [`Notice`] says.
#[derive(Debug, Clone, PartialEq)]
pub enum NoticeKind {
    TokenCopied,
    Copied,
    /// A picture is on the clipboard.
    PictureCopied,
    PictureNotCopied(LoadError),
    RemovalEnded {
        number: u64,
        end: RemovalEnd,
    },
    /// A removal that was open is settled by a list that was fetched later.
    RemovalSettled {
        card: String,
        customer: String,
        outcome: OutcomeCode,
    },
    /// Of a removal that was cut short nothing is on the list any more.
    RestIsGone {
        customer: String,
    },
    /// A list that was verified while another page was shown; `None` where it could not be.
    BatchEnded {
        counts: Option<Counts>,
    },
    /// Nothing of it is on the list, which does not prove that it is gone.
    RestNotProven {
        customer: String,
    },
    Exported {
        path: PathBuf,
    },
    ExportFailed(JournalError),
    SaveFailed(ExportError),
    /// A file that a person named was not read.
    ReadFailed(ReadError),
    /// Could not be read or written.
    Acknowledgements(AcknowledgedError),
    /// How many were new.
    AcknowledgementsMerged(usize),
    /// A finding that was to be acknowledged, and cannot be.
    NotAcknowledged(NotAcknowledged),
    /// There was no finding to step to; whether files that may have some are still on their way.
    NoFinding {
        are_coming: bool,
    },
    /// They hold until the window closes.
    SettingsNotSaved(SettingsError),
    RemovalStillRunning,
    /// A removal went on when its session was signed out.
    RemovalLeft,
    /// It has ended since.
    LeftRemovalEnded,
    /// A list was being verified when its session was signed out: customers done, and all.
    BatchLeft {
        done: usize,
        all: usize,
    },
    /// The window closes when the removal under way has ended.
    EndsAfterRemoval,
    /// Files were dropped where they cannot be taken.
    NotTaken,
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
            Self::RestIsGone { .. } => false,
            Self::RestNotProven { .. } => true,
            Self::Exported { .. } | Self::RemovalStillRunning => false,
            Self::NotTaken | Self::RemovalLeft | Self::LeftRemovalEnded => true,
            Self::BatchLeft { .. } => true,
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

    /// Whether it tells something of a customer's card: nothing to show behind the lock.
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
