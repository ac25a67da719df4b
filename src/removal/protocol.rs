//! How one card is removed: intent, request, list, outcome.

use jiff::Timestamp;

use crate::api::{Acknowledgement, ApiError, Client};
use crate::domain::{CardList, CustomerNumber};
use crate::journal::{
    Draft, EntryKind, Head, HeadError, Journal, JournalError, RemovalId, Subject,
};

use super::outcome::{Check, Outcome, RemovalAnswer, decide};
use super::plan::{CardSnapshot, Plan};
use super::under_way::UnderWay;

/// What is being done, reported before it is begun; in the order it happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// The intent goes to the disk, synced; nothing is sent before.
    WritingIntent,
    /// The one request to remove the card; never sent again.
    Sending,
    /// Asking for the list that decides.
    Checking,
    /// What was found out goes to the disk.
    WritingOutcome,
}

/// What was said of a card on the way.
#[derive(Debug, Clone, PartialEq)]
pub struct CardReport {
    /// The removal's name in the journal.
    pub id: RemovalId,
    /// What the gateway answered; `None` where it refused or nothing certain came.
    pub acknowledgement: Option<Acknowledgement>,
    /// Why there is no acknowledgement.
    pub remove_error: Option<ApiError>,
    /// Why no list decides.
    pub list_error: Option<ApiError>,
    /// The first step after the intent that could not be written down.
    pub journal_warning: Option<JournalError>,
    /// The journal's head after the outcome was not kept elsewhere too.
    pub head_warning: Option<HeadError>,
}

impl CardReport {
    fn of(id: RemovalId, removed: Result<Acknowledgement, ApiError>) -> Self {
        let (acknowledgement, remove_error) = match removed {
            Ok(answer) => (Some(answer), None),
            Err(error) => (None, Some(error)),
        };
        Self {
            id,
            acknowledgement,
            remove_error,
            list_error: None,
            journal_warning: None,
            head_warning: None,
        }
    }

    /// What is known of the request itself.
    pub(super) fn answer(&self) -> RemovalAnswer {
        self.remove_error.as_ref().map_or(RemovalAnswer::Acknowledged, RemovalAnswer::of_error)
    }

    /// Whether the acknowledgement names a token other than the one sent.
    pub fn names_other_token(&self) -> bool {
        self.acknowledgement.as_ref().is_some_and(|answer| answer.names_other_token)
    }

    /// What the gateway said, and what went wrong, for the journal; `None` where there is nothing to say.
    pub fn detail(&self) -> Option<String> {
        let other = "the answer names another token".to_owned();
        let parts: Vec<String> = [
            self.acknowledgement.as_ref().map(|answer| answer.message.to_string()),
            self.names_other_token().then_some(other),
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

/// What came of a card that was begun.
pub(super) struct CardRun {
    pub(super) outcome: Outcome,
    pub(super) report: CardReport,
    /// The list asked for afterwards, or why there is none.
    pub(super) list: Result<CardList, ApiError>,
}

/// Removes a card: intent written and synced, one request, its answer written, the list asked for
/// anew, and the outcome it decides written.
///
/// # Errors
/// The intent could not be written: nothing was sent. Whatever happens after that is in the report.
pub(super) fn remove_card(
    (client, journal): (&Client, &Journal),
    plan: &Plan,
    (customer, card): (&CustomerNumber, &CardSnapshot),
    now: &dyn Fn() -> Timestamp,
    progress: &dyn Fn(Step),
) -> Result<CardRun, JournalError> {
    let mut notes = Notes::new(journal, RemovalId::new(now()), plan.subject(customer, card), now);
    let _under_way = UnderWay::begin(journal.folder());
    progress(Step::WritingIntent);
    notes.write(EntryKind::Intent, None)?;

    progress(Step::Sending);
    let removed = client.remove(&plan.credentials, customer, &card.token);
    let answer = RemovalAnswer::of(&removed);
    notes.note(answer.entry_kind(), Some(words_of(&removed)));

    progress(Step::Checking);
    let list = client.list(&plan.credentials, customer);
    let of_list = |list| Check::of(list, |token| *token == card.token);
    let checked = list.as_ref().map_err(Clone::clone).and_then(of_list);
    let (check, list_error) = match checked {
        Ok(check) => (check, None),
        Err(error) => (Check::Failed, Some(error)),
    };
    notes.note(check.entry_kind(), list_error.as_ref().map(ToString::to_string));

    progress(Step::WritingOutcome);
    let report = CardReport { list_error, ..CardReport::of(notes.id.clone(), removed) };
    let outcome = Outcome::of(decide(answer, check), report.remove_error.as_ref());
    notes.note(EntryKind::Outcome(outcome.kind()), report.detail());
    let Notes { warning: journal_warning, head_warning, .. } = notes;
    let report = CardReport { journal_warning, head_warning, ..report };
    Ok(CardRun { outcome, report, list })
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
    /// The first head that was not kept elsewhere too.
    pub(super) head_warning: Option<HeadError>,
}

impl<'a> Notes<'a> {
    pub(super) fn new(
        journal: &'a Journal,
        id: RemovalId,
        subject: Subject,
        now: &'a dyn Fn() -> Timestamp,
    ) -> Self {
        Self { id, subject, journal, now, warning: None, head_warning: None }
    }

    fn write(&self, kind: EntryKind, detail: Option<String>) -> Result<Head, JournalError> {
        let subject = self.subject.clone();
        let draft = Draft { removal: self.id.clone(), kind, subject, detail };
        self.journal.append_head(draft, (self.now)()).map(|(_, head)| head)
    }

    /// Writes a step that has happened already: a failure is kept as a warning, since stopping
    /// would not undo it.
    pub(super) fn note(&mut self, kind: EntryKind, detail: Option<String>) {
        match self.write(kind, detail) {
            Ok(head) if kind.outcome().is_some() => {
                if let Err(error) = self.journal.heads().keep(&head) {
                    self.head_warning.get_or_insert(error);
                }
            }
            Ok(_) => {}
            Err(error) => {
                self.warning.get_or_insert(error);
            }
        }
    }
}
