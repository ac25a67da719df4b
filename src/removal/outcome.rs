//! How a removal ends, and how that is decided.

use crate::api::{Acknowledgement, ApiError, Fault};
use crate::domain::{CardList, Token};
use crate::journal::{EntryKind, OutcomeCode};

/// How a removal ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// A list asked for afterwards proves that the card is gone.
    RemovedVerified,
    /// Not on the list, though the request was refused or never sent.
    AlreadyGone,
    /// On the list, though the request was acknowledged or may have arrived.
    StillThere,
    /// The gateway refused, and no list says that the card is gone.
    Refused(Fault),
    /// The request may have arrived, and no list that proves anything could be had afterwards.
    Unverified,
    /// Nothing was sent.
    NotSent,
}

impl Outcome {
    /// The word in the journal and in the command line's JSON.
    pub fn code(&self) -> &'static str {
        self.kind().as_str()
    }

    /// The same without the fault.
    pub fn kind(&self) -> OutcomeCode {
        match self {
            Self::RemovedVerified => OutcomeCode::RemovedVerified,
            Self::AlreadyGone => OutcomeCode::AlreadyGone,
            Self::StillThere => OutcomeCode::StillThere,
            Self::Refused(_) => OutcomeCode::Refused,
            Self::Unverified => OutcomeCode::Unverified,
            Self::NotSent => OutcomeCode::NotSent,
        }
    }

    /// Of what was decided, with the fault of the removal where it was refused.
    pub(super) fn of(code: OutcomeCode, remove_error: Option<&ApiError>) -> Self {
        match (code, remove_error) {
            (OutcomeCode::Refused, Some(ApiError::Refused(fault))) => Self::Refused(fault.clone()),
            (OutcomeCode::RemovedVerified, _) => Self::RemovedVerified,
            (OutcomeCode::AlreadyGone, _) => Self::AlreadyGone,
            (OutcomeCode::StillThere, _) => Self::StillThere,
            (OutcomeCode::NotSent, _) => Self::NotSent,
            (OutcomeCode::Unverified | OutcomeCode::Refused, _) => Self::Unverified,
        }
    }

    /// Whether the card is proven to be gone.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::RemovedVerified | Self::AlreadyGone)
    }
}

/// What is known of the request itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RemovalAnswer {
    Acknowledged,
    Refused,
    /// Sent, and no answer that says what happened.
    Unknown,
    NotSent,
}

/// What the list asked for afterwards says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Check {
    Absent,
    Present,
    Failed,
}

impl RemovalAnswer {
    pub(super) fn of(result: &Result<Acknowledgement, ApiError>) -> Self {
        match result {
            Ok(_) => Self::Acknowledged,
            Err(error) => Self::of_error(error),
        }
    }

    pub(super) fn of_error(error: &ApiError) -> Self {
        match error {
            ApiError::Refused(_) => Self::Refused,
            error if error.nothing_was_sent() => Self::NotSent,
            _ => Self::Unknown,
        }
    }

    /// Of a journal's entry; a removal that was cut short before its answer may have been sent.
    pub(super) fn of_entry(kind: Option<EntryKind>) -> Self {
        match kind {
            Some(EntryKind::Acknowledged) => Self::Acknowledged,
            Some(EntryKind::Refused) => Self::Refused,
            Some(EntryKind::NotSent) => Self::NotSent,
            _ => Self::Unknown,
        }
    }

    pub(super) fn entry_kind(self) -> EntryKind {
        match self {
            Self::Acknowledged => EntryKind::Acknowledged,
            Self::Refused => EntryKind::Refused,
            Self::Unknown => EntryKind::Unknown,
            Self::NotSent => EntryKind::NotSent,
        }
    }
}

impl Check {
    /// What a list says of the token that `is_wanted` knows.
    ///
    /// # Errors
    /// The token is not on the list, and the list does not prove that it is gone.
    pub(super) fn of(
        list: &CardList,
        is_wanted: impl Fn(&Token) -> bool,
    ) -> Result<Self, ApiError> {
        match list.proves_absence(is_wanted) {
            Ok(true) => Ok(Self::Absent),
            Ok(false) => Ok(Self::Present),
            Err(doubt) => Err(ApiError::NoProof { doubt }),
        }
    }

    /// Beside a resolution.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Present => "the list holds the card",
            Self::Absent | Self::Failed => "the list lacks the card",
        }
    }

    pub(super) fn entry_kind(self) -> EntryKind {
        match self {
            Self::Absent => EntryKind::CheckedAbsent,
            Self::Present => EntryKind::CheckedPresent,
            Self::Failed => EntryKind::CheckFailed,
        }
    }
}

/// The list decides; the answer counts where the list cannot.
pub(super) fn decide(answer: RemovalAnswer, check: Check) -> OutcomeCode {
    match (answer, check) {
        (RemovalAnswer::Acknowledged | RemovalAnswer::Unknown, Check::Absent) => {
            OutcomeCode::RemovedVerified
        }
        (RemovalAnswer::Refused | RemovalAnswer::NotSent, Check::Absent) => {
            OutcomeCode::AlreadyGone
        }
        (RemovalAnswer::Refused, Check::Present | Check::Failed) => OutcomeCode::Refused,
        (RemovalAnswer::NotSent, Check::Present | Check::Failed) => OutcomeCode::NotSent,
        (RemovalAnswer::Acknowledged | RemovalAnswer::Unknown, Check::Present) => {
            OutcomeCode::StillThere
        }
        (RemovalAnswer::Acknowledged | RemovalAnswer::Unknown, Check::Failed) => {
            OutcomeCode::Unverified
        }
    }
}
