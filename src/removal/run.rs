use std::fmt;
use std::path::Path;

use jiff::Timestamp;

use crate::api::{Acknowledgement, ApiError, Client};
use crate::domain::CardList;
use crate::journal::{
    Draft, Entry, EntryKind, Journal, JournalError, OutcomeCode, RemovalId, Subject,
};

use super::outcome::{Answer, Check, Outcome, decide};
use super::request::RemovalRequest;
use super::under_way::UnderWay;

/// What is being done, told before it is begun; in the order it happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    WritingIntent,
    Sending,
    /// Asking for the list that decides.
    Checking,
    WritingOutcome,
}

/// What came of a removal.
#[derive(Debug, Clone, PartialEq)]
pub struct RemovalReport {
    /// Its name in the journal.
    pub id: RemovalId,
    pub outcome: Outcome,
    /// The list asked for afterwards, where it could be had: no need to ask again.
    pub list: Option<CardList>,
    pub acknowledgement: Option<Acknowledgement>,
    /// Why there is no acknowledgement.
    pub remove_error: Option<ApiError>,
    /// Why no list decides.
    pub list_error: Option<ApiError>,
    /// The first step after the intent that could not be written down.
    pub journal_warning: Option<JournalError>,
    /// Whether the acknowledgement names a token other than the one sent.
    pub names_other_token: bool,
}

impl RemovalReport {
    /// What is known of the request itself.
    pub(super) fn answer(&self) -> Answer {
        self.remove_error.as_ref().map_or(Answer::Acknowledged, Answer::of_error)
    }

    /// What the gateway said, and what went wrong, in the words of both calls; `None` where there
    /// is nothing to say.
    pub fn detail(&self) -> Option<String> {
        let other = "the answer names another token".to_owned();
        let parts: Vec<String> = [
            self.acknowledgement.as_ref().map(|answer| answer.message.to_string()),
            self.names_other_token.then_some(other),
            self.remove_error.as_ref().map(ToString::to_string),
            self.list_error.as_ref().map(|error| format!("the check failed: {error}")),
        ]
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
        (!parts.is_empty()).then(|| parts.join("; "))
    }
}

/// Why nothing was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RemovalError {
    /// The intent could not be written and synced.
    JournalUnavailable(JournalError),
}

impl fmt::Display for RemovalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::JournalUnavailable(error) => write!(f, "nothing was sent: {error}"),
        }
    }
}

impl std::error::Error for RemovalError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::JournalUnavailable(error) => Some(error),
        }
    }
}

/// Removes a card: intent written and synced, one request, its answer written, the list asked for
/// anew, and the outcome it decides written. `client` must be that of `request.server`.
///
/// # Errors
/// [`RemovalError`]: nothing was sent. Whatever happens after that is in the report.
pub fn run(
    client: &Client,
    journal: &Journal,
    request: &RemovalRequest,
    now: &dyn Fn() -> Timestamp,
    progress: &mut dyn FnMut(Step),
) -> Result<RemovalReport, RemovalError> {
    let mut notes = Notes::new(journal, request.subject(), now);
    let _under_way = UnderWay::begin(journal.path().parent().unwrap_or(Path::new(".")));
    progress(Step::WritingIntent);
    notes.write(EntryKind::Intent, None).map_err(RemovalError::JournalUnavailable)?;

    progress(Step::Sending);
    let removed = client.remove(&request.credentials, &request.customer, &request.card.token);
    let answer = Answer::of(&removed);
    notes.note(answer.entry_kind(), Some(words_of(&removed)));

    progress(Step::Checking);
    let token = &request.card.token;
    let listed = client.list(&request.credentials, &request.customer);
    let checked =
        listed.as_ref().map_err(Clone::clone).and_then(|list| Check::of(list, |t| t == token));
    let (check, list_error) = match checked {
        Ok(check) => (check, None),
        Err(error) => (Check::Failed, Some(error)),
    };
    notes.note(check.entry_kind(), list_error.as_ref().map(ToString::to_string));

    progress(Step::WritingOutcome);
    let mut report = report(notes.id.clone(), decide(answer, check), removed, listed.ok());
    report.list_error = list_error;
    notes.note(EntryKind::Outcome(report.outcome.kind()), report.detail());
    report.journal_warning = notes.warning;
    Ok(report)
}

fn report(
    id: RemovalId,
    code: OutcomeCode,
    removed: Result<Acknowledgement, ApiError>,
    list: Option<CardList>,
) -> RemovalReport {
    let (acknowledgement, remove_error) = match removed {
        Ok(answer) => (Some(answer), None),
        Err(error) => (None, Some(error)),
    };
    let outcome = Outcome::of(code, remove_error.as_ref());
    let names_other_token = acknowledgement.as_ref().is_some_and(|answer| answer.names_other_token);
    RemovalReport {
        id,
        outcome,
        list,
        acknowledgement,
        remove_error,
        list_error: None,
        journal_warning: None,
        names_other_token,
    }
}

fn words_of(removed: &Result<Acknowledgement, ApiError>) -> String {
    match removed {
        Ok(answer) if answer.names_other_token => {
            format!("{} (names another token)", answer.message)
        }
        Ok(answer) => answer.message.to_string(),
        Err(error) => error.to_string(),
    }
}

/// Writes the entries of one removal.
pub(super) struct Notes<'a> {
    id: RemovalId,
    subject: Subject,
    journal: &'a Journal,
    now: &'a dyn Fn() -> Timestamp,
    /// The first entry that [`Self::note`] could not write.
    pub(super) warning: Option<JournalError>,
}

impl<'a> Notes<'a> {
    fn new(journal: &'a Journal, subject: Subject, now: &'a dyn Fn() -> Timestamp) -> Self {
        Self::resume(journal, RemovalId::new(now()), subject, now)
    }

    pub(super) fn resume(
        journal: &'a Journal,
        id: RemovalId,
        subject: Subject,
        now: &'a dyn Fn() -> Timestamp,
    ) -> Self {
        Self { id, subject, journal, now, warning: None }
    }

    fn write(&self, kind: EntryKind, detail: Option<String>) -> Result<Entry, JournalError> {
        let subject = self.subject.clone();
        let draft = Draft { removal: self.id.clone(), kind, subject, detail };
        self.journal.append(draft, (self.now)())
    }

    /// Writes a step that has happened already: a failure is kept as a warning, since stopping
    /// would not undo it.
    pub(super) fn note(&mut self, kind: EntryKind, detail: Option<String>) {
        if let Err(error) = self.write(kind, detail) {
            self.warning.get_or_insert(error);
        }
    }
}
