//! Why a file of this machine was not read, written or removed, and what to do about it.

use crate::acknowledged::AcknowledgedError;
use crate::i18n::{Text, Texts, count};
use crate::journal::{AcceptError, BreakReason, ClockBack, JournalError};
use crate::settings::{
    Attempt, Failure, FoldersError, LoadWarning, ReadError, ReadFailure, StoreError, mebibytes,
};

use super::sentence::continued;

/// What a file of the program's own is called in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StoredFile {
    /// One that a person named: an export, a report, a receipt.
    Plain,
    /// Where removals are recorded.
    Journal,
    /// What is kept between runs.
    Settings,
    /// Findings that were acknowledged.
    Acknowledgements,
    /// What a batch has finished.
    State,
    /// What a removal of several cards still has to do.
    Rest,
}

impl StoredFile {
    /// A key of the text.
    fn word(self) -> &'static str {
        match self {
            Self::Plain => "file",
            Self::Journal => "journal",
            Self::Settings => "settings",
            Self::Acknowledgements => "acknowledgements",
            Self::State => "state",
            Self::Rest => "rest",
        }
    }
}

/// Why a file was not read, written or removed, and what to do.
pub fn stored(texts: &Texts, error: &StoreError) -> String {
    stored_as(texts, StoredFile::Plain, error)
}

/// The same with the file called by what it is.
pub fn stored_as(texts: &Texts, file: StoredFile, error: &StoreError) -> String {
    let path = error.path.display().to_string();
    let attempt = match error.attempt {
        Attempt::Read => "read",
        Attempt::Write => "write",
        Attempt::Remove => "remove",
    };
    let why = why_not(texts, error);
    let text = Text::StoredFailed { kind: file.word(), path: &path, attempt, why: &why };
    texts.get(text).into()
}

/// What the words of the system hold, and the program's own do not.
const OF_THE_SYSTEM: &str = "os error";

/// The reason, what to do, and the system's words for whoever is asked for help.
fn why_not(texts: &Texts, error: &StoreError) -> String {
    let advice = match error.failure() {
        Failure::Full => Text::StoredFull,
        Failure::ReadOnly => Text::StoredReadOnly,
        Failure::Denied if error.attempt == Attempt::Read => Text::StoredUnreadable,
        Failure::Denied => Text::StoredDenied,
        // There are no words of the system's.
        Failure::Locked => return continued(&texts.get(Text::StoredLocked)),
        Failure::NotAFile => Text::StoredNotAFile,
        Failure::NoFolder => Text::StoredNoFolder,
        Failure::BadName => Text::StoredBadName,
        Failure::TooLarge => Text::StoredTooLarge,
        Failure::Other => return error.reason.clone(),
    };
    let advice = continued(&texts.get(advice));
    match error.reason.contains(OF_THE_SYSTEM) {
        true => format!("{advice} ({})", error.reason),
        false => advice,
    }
}

/// Why the journal was not read or written.
pub fn journal_error(texts: &Texts, error: &JournalError) -> String {
    match error {
        JournalError::Locked { path } => {
            let path = path.display().to_string();
            texts.get(Text::StoredJournalInUse { path: &path }).into()
        }
        JournalError::Link { path } => {
            texts.get(Text::StoredJournalLink { path: &path.display().to_string() }).into()
        }
        JournalError::Exposed { path } => {
            let path = path.display().to_string();
            let command = format!("chmod go-w {}", shell_word(&path));
            texts.get(Text::StoredJournalExposed { path: &path, command: &command }).into()
        }
        JournalError::Unwritable { .. } | JournalError::Unreadable { .. } => {
            stored_as(texts, StoredFile::Journal, &error.stored())
        }
    }
}

/// How a line breaks the journal's chain.
pub fn break_reason(why: BreakReason) -> Text<'static> {
    match why {
        BreakReason::Changed => Text::ChainLineChanged,
        BreakReason::OtherPredecessor => Text::ChainPredecessorChanged,
        BreakReason::OutOfSequence => Text::ChainLinesChanged,
        BreakReason::NotAnEntry => Text::ChainNoEntry,
        BreakReason::NoDigest => Text::ChainNoDigest,
        BreakReason::ChangedSinceAccepted => Text::ChainChangedSince,
    }
}

/// Where the computer's clock went back.
pub fn clock_words(texts: &Texts, clock: ClockBack) -> String {
    let seconds = clock.by.as_secs();
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let by = format!("{hours}:{minutes:02}:{seconds:02}");
    let (line, count) = (count(clock.line), count(clock.times));
    texts.get(Text::ChainClock { line, by: &by, count }).into()
}

/// Why a broken journal was not taken on, and what to do.
pub fn accept_error(texts: &Texts, error: &AcceptError) -> String {
    match error {
        AcceptError::NotBroken => texts.get(Text::AcceptNothing).into(),
        AcceptError::OtherLine { line } => {
            texts.get(Text::AcceptOtherLine { line: count(*line) }).into()
        }
        AcceptError::Journal(error) => journal_error(texts, error),
    }
}

/// A path as a shell takes it for one word.
fn shell_word(path: &str) -> String {
    let is_plain = |sign: char| sign.is_alphanumeric() || "/._-+:,@".contains(sign);
    match !path.is_empty() && !path.starts_with('-') && path.chars().all(is_plain) {
        true => path.to_owned(),
        false => format!("-- '{}'", path.replace('\'', r"'\''")),
    }
}

/// What is wrong with a file that a person named. `path` is its path in words.
pub fn read_failure(failure: ReadFailure, path: &str) -> Text<'_> {
    match failure {
        ReadFailure::NotFound => Text::ReadNotFound { path },
        ReadFailure::Folder => Text::ReadFolder { path },
        ReadFailure::NoFile => Text::ReadNoFile { path },
        ReadFailure::Denied => Text::ReadDenied { path },
        ReadFailure::InUse => Text::ReadInUse { path },
        ReadFailure::TooLarge { .. } => Text::ReadTooLarge { path },
        ReadFailure::Other => Text::ReadFailed { path },
    }
}

/// Why a file that a person named was not read, and what to do, in one sentence.
pub fn read_error(texts: &Texts, error: &ReadError) -> String {
    let path = error.path.display().to_string();
    let what = texts.get(read_failure(error.failure, &path));
    let what = what.strip_suffix('.').unwrap_or(&what);
    let (sign, advice) = match error.failure {
        ReadFailure::NotFound => (';', Text::ReadNotFoundAdvice),
        ReadFailure::Other => {
            let advice = texts.get(Text::ReadFailedAdvice);
            return format!("{what}; {advice} ({}).", error.reason);
        }
        ReadFailure::Folder => (';', Text::ReadFolderAdvice),
        ReadFailure::NoFile => (';', Text::ReadNoFileAdvice),
        ReadFailure::Denied => (';', Text::ReadDeniedAdvice),
        ReadFailure::InUse => (';', Text::ReadInUseAdvice),
        ReadFailure::TooLarge { most } => {
            (':', Text::ReadTooLargeAdvice { most: count(mebibytes(most)) })
        }
    };
    format!("{what}{sign} {}.", texts.get(advice))
}

/// Why acknowledgements were not read or written.
pub fn acknowledged_error(texts: &Texts, error: &AcknowledgedError) -> String {
    match error {
        AcknowledgedError::Unreadable(error) => {
            let why = continued(&read_error(texts, error));
            texts.get(Text::AcknowledgedUnread { why: &why }).into()
        }
        AcknowledgedError::Broken { path, reason } => {
            let path = path.display().to_string();
            let what = texts.get(Text::AcknowledgedBroken { path: &path });
            let advice = texts.get(Text::AcknowledgedBrokenAdvice);
            format!("{}; {advice} ({reason}).", what.trim_end_matches('.'))
        }
        AcknowledgedError::Unwritable(error) => {
            stored_as(texts, StoredFile::Acknowledgements, error)
        }
    }
}

/// Why the kept settings are not used.
pub fn settings_warning(texts: &Texts, warning: &LoadWarning) -> String {
    match warning {
        LoadWarning::Unreadable(error) => stored_as(texts, StoredFile::Settings, error),
        LoadWarning::Broken { path, put_aside, reason } => {
            let path = path.display().to_string();
            let aside = put_aside.as_ref().map(|aside| aside.display().to_string());
            let text = match &aside {
                Some(aside) => Text::SettingsPutAside { path: &path, reason, aside },
                None => Text::SettingsNotUnderstood { path: &path, reason },
            };
            texts.get(text).into()
        }
    }
}

/// Why there is no folder to keep anything in.
pub fn folders_error(error: FoldersError) -> Text<'static> {
    match error {
        FoldersError::NoHome => Text::FoldersNoHome,
    }
}
