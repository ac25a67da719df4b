//! Decides removals that were left open.

use jiff::Timestamp;

use crate::api::{ApiError, Client};
use crate::domain::{CardList, Credentials, MerchantId, ServerAddress};
use crate::journal::{
    EntryKind, HeadError, Journal, JournalError, OutcomeCode, RemovalRecord, Subject, TokenDigest,
    os_user, read,
};

use super::outcome::{Check, RemovalAnswer, decide};
use super::protocol::Notes;

/// What a list says of a removal that was left open.
#[derive(Debug, Clone, PartialEq)]
pub struct Resolution {
    /// What the list proves, as noted in the journal.
    pub outcome: OutcomeCode,
    /// The customer's cards now.
    pub list: CardList,
    /// The resolution could not be written down: the removal stays open.
    pub journal_warning: Option<JournalError>,
    /// The journal's head after it was not kept elsewhere too.
    pub head_warning: Option<HeadError>,
}

/// The same of a list that was had for something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settlement {
    /// What the list proves, as noted in the journal.
    pub outcome: OutcomeCode,
    /// The resolution could not be written down: the removal stays open.
    pub journal_warning: Option<JournalError>,
    /// The journal's head after it was not kept elsewhere too.
    pub head_warning: Option<HeadError>,
}

/// Why a removal stays open.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ResolveError {
    /// It has an outcome already.
    #[error("the removal has an outcome already")]
    NotOpen,
    /// It was sent for this merchant.
    #[error("the removal was sent for merchant {}", merchant.get())]
    OtherMerchant {
        /// The one to sign in with.
        merchant: MerchantId,
    },
    /// It was sent to this server.
    #[error("the removal was sent to {server}")]
    OtherServer {
        /// The one to sign in to: host, and port where it is not the scheme's own.
        server: String,
    },
    /// The journal was changed at this line or before its entries, and nobody has taken that on: what they
    /// say is not acted on.
    #[error("the removal stays open: the journal was changed at line {line}")]
    BehindBreak {
        /// The first line that does not fit, counted from 1.
        line: u64,
    },
    /// The list could not be had.
    #[error("the removal stays open: {0}")]
    List(#[source] ApiError),
    /// What it decides could not be written down.
    #[error("the removal stays open: {0}")]
    Journal(#[source] JournalError),
}

/// Whether a list asked for as `merchant` at `server` can speak for this removal.
///
/// # Errors
/// [`ResolveError::OtherMerchant`], [`ResolveError::OtherServer`].
pub fn check_same_account(
    record: &RemovalRecord,
    server: &ServerAddress,
    merchant: MerchantId,
) -> Result<(), ResolveError> {
    let subject = record.subject();
    if subject.server != server.host_and_port() {
        return Err(ResolveError::OtherServer { server: subject.server.clone() });
    }
    if subject.merchant != merchant {
        return Err(ResolveError::OtherMerchant { merchant: subject.merchant });
    }
    Ok(())
}

/// Decides a removal that was left open, by one list, and writes that down. Nothing is removed,
/// and a list that cannot be had decides nothing. `client` must be that of `server`.
///
/// # Errors
/// See [`ResolveError`].
pub fn resolve(
    client: &Client,
    journal: &Journal,
    record: &RemovalRecord,
    server: &ServerAddress,
    credentials: &Credentials,
    operator: Option<&str>,
    now: &dyn Fn() -> Timestamp,
) -> Result<Resolution, ResolveError> {
    if !record.is_unresolved() {
        return Err(ResolveError::NotOpen);
    }
    check_same_account(record, server, credentials.merchant_id)?;
    let view = read(journal.folder()).map_err(ResolveError::Journal)?;
    if let Some((line, _)) = view.chain.broken().filter(|_| view.is_behind_break(record.id())) {
        return Err(ResolveError::BehindBreak { line });
    }
    let list = client.list(credentials, &record.subject().customer).map_err(ResolveError::List)?;
    let settled = settle(journal, record, &list, operator, now)?;
    let Settlement { outcome, journal_warning, head_warning } = settled;
    Ok(Resolution { outcome, list, journal_warning, head_warning })
}

/// Decides a removal that was left open, by a list that is there, and writes that down. The list must
/// be of its customer, from the same merchant's account at the same server, and asked for after the
/// removal's last entry.
///
/// # Errors
/// [`ResolveError::NotOpen`]; [`ResolveError::List`], where the list proves nothing of the card.
pub fn settle(
    journal: &Journal,
    record: &RemovalRecord,
    list: &CardList,
    operator: Option<&str>,
    now: &dyn Fn() -> Timestamp,
) -> Result<Settlement, ResolveError> {
    if !record.is_unresolved() {
        return Err(ResolveError::NotOpen);
    }
    let wanted = &record.subject().token;
    let check = Check::of(list, |token| TokenDigest::of(token) == *wanted);
    let check = check.map_err(ResolveError::List)?;
    let answer = RemovalAnswer::of_entry(record.answer().map(|entry| entry.kind));
    let outcome = decide(answer, check);

    // Who resolves may be another person than who removed.
    let subject = Subject {
        os_user: os_user(),
        operator: operator.map(str::to_owned),
        ..record.subject().clone()
    };
    let mut notes = Notes::new(journal, record.id().clone(), subject, now);
    notes.note(EntryKind::Resolution(outcome), Some(check.words().to_owned()));
    let Notes { warning: journal_warning, head_warning, .. } = notes;
    Ok(Settlement { outcome, journal_warning, head_warning })
}
