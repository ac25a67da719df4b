//! Why a file of this machine was not read or written, with what to do about it in the window.

use crate::acknowledged::AcknowledgedError;
use crate::i18n::{Text, Texts, count};
use crate::settings::{ReadError, ReadFailure, mebibytes};
use crate::words::{read_failure, stored};

use super::explained::{Explained, explained};

/// Why a file that a person named was not read.
pub(in crate::ui) fn read_error(texts: &Texts, error: &ReadError) -> Explained {
    let path = error.path.display().to_string();
    let meaning = match error.failure {
        ReadFailure::NotFound => Text::ReadNotFoundMeaning,
        ReadFailure::Folder | ReadFailure::NoFile => Text::ReadFolderMeaning,
        ReadFailure::Denied => Text::ReadDeniedMeaning,
        ReadFailure::InUse => Text::ReadInUseMeaning,
        ReadFailure::TooLarge { most } => {
            Text::ReadTooLargeMeaning { most: count(mebibytes(most)) }
        }
        ReadFailure::Other => Text::ReadFailedMeaning,
    };
    let said = explained(texts, read_failure(error.failure, &path), meaning);
    match error.failure {
        ReadFailure::Other => said.with(&*error.reason),
        _ => said,
    }
}

/// Why acknowledgements were not read or written.
pub(in crate::ui) fn acknowledged_error(texts: &Texts, error: &AcknowledgedError) -> Explained {
    let unchanged = Text::AcknowledgedUnchanged;
    match error {
        AcknowledgedError::Unreadable(error) => read_error(texts, error),
        AcknowledgedError::Broken { path, reason } => {
            let path = path.display().to_string();
            explained(texts, Text::AcknowledgedBroken { path: &path }, unchanged).with(reason)
        }
        AcknowledgedError::Unwritable(error) => {
            explained(texts, Text::AcknowledgedUnwritable, unchanged).with(stored(texts, error))
        }
    }
}
