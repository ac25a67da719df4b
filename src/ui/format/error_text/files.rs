//! Why a file of this machine was not read or written.

use crate::acknowledged::AcknowledgedError;
use crate::i18n::{Text, Texts, count};
use crate::settings::{Attempt, Failure, ReadError, ReadFailure, StoreError, mebibytes};

use super::explained::{Explained, explained};

/// Why a file that a person named was not read.
pub(in crate::ui) fn read_error(texts: &Texts, error: &ReadError) -> Explained {
    let path = error.path.display().to_string();
    let path = path.as_str();
    let (what, meaning) = match error.failure {
        ReadFailure::NotFound => (Text::ReadNotFound { path }, Text::ReadNotFoundMeaning),
        ReadFailure::Folder => (Text::ReadFolder { path }, Text::ReadFolderMeaning),
        ReadFailure::NoFile => (Text::ReadNoFile { path }, Text::ReadFolderMeaning),
        ReadFailure::Denied => (Text::ReadDenied { path }, Text::ReadDeniedMeaning),
        ReadFailure::InUse => (Text::ReadInUse { path }, Text::ReadInUseMeaning),
        ReadFailure::TooLarge { most } => {
            let most = count(usize::try_from(mebibytes(most)).unwrap_or(usize::MAX));
            (Text::ReadTooLarge { path }, Text::ReadTooLargeMeaning { most })
        }
        ReadFailure::Other => {
            let said = explained(texts, Text::ReadFailed { path }, Text::ReadFailedMeaning);
            return said.with(&*error.reason);
        }
    };
    explained(texts, what, meaning)
}

/// Why a file of the program's own was not read, written or removed, and what to do: in one line.
pub(in crate::ui) fn stored(texts: &Texts, error: &StoreError) -> String {
    let path = error.path.display().to_string();
    let text = match error.failure() {
        Failure::Full => Text::StoredFull,
        Failure::ReadOnly => Text::StoredReadOnly,
        Failure::Denied if error.attempt == Attempt::Read => Text::StoredUnreadable,
        Failure::Denied => Text::StoredDenied,
        Failure::Locked => return format!("{path}: {}", texts.get(Text::StoredLocked)),
        Failure::NotAFile => Text::StoredNotAFile,
        Failure::NoFolder => Text::StoredNoFolder,
        Failure::BadName => Text::StoredBadName,
        Failure::TooLarge => Text::StoredTooLarge,
        Failure::Other => return format!("{path}: {}", error.reason),
    };
    // The system's words, for whoever is asked for help.
    format!("{path}: {} ({})", texts.get(text), error.reason)
}

/// Why acknowledgements were not read or written.
pub(in crate::ui) fn acknowledged_error(texts: &Texts, error: &AcknowledgedError) -> Explained {
    let (what, details) = match error {
        AcknowledgedError::Unreadable(error) => return read_error(texts, error),
        AcknowledgedError::Broken { path, reason } => {
            (Text::AcknowledgedBroken, format!("{}: {reason}", path.display()))
        }
        AcknowledgedError::Unwritable(error) => {
            (Text::AcknowledgedUnwritable, stored(texts, error))
        }
    };
    explained(texts, what, Text::AcknowledgedUnchanged).with(details)
}
