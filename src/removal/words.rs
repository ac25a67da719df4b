//! What is said of a removal, in the words of the texts: why it did not begin, why it stays open, and what
//! happened to a card on the way.

use crate::i18n::{Text, Texts, count};
use crate::journal::HeadError;
use crate::words::{
    StoredFile, api_error, break_reason, continued, journal_error, stored, stored_as,
};

use super::protocol::CardReport;
use super::report::{CardEnd, CardNote};
use super::resolve::ResolveError;
use super::run::RemovalError;

/// That nothing was sent, and why.
pub fn removal_words(texts: &Texts, error: &RemovalError) -> String {
    let why = match error {
        RemovalError::JournalUnavailable(error) => journal_error(texts, error),
        RemovalError::JournalBroken { line, why } => {
            let text = Text::RemovalJournalBroken {
                line: count(*line),
                why: &continued(&texts.get(break_reason(*why))),
            };
            return texts.get(text).into();
        }
        RemovalError::PlanUnkept(error) => stored_as(texts, StoredFile::Rest, error),
    };
    texts.get(Text::RemovalNotSent { why: &continued(&why) }).into()
}

/// Why a removal stays open.
pub fn resolve_words(texts: &Texts, error: &ResolveError) -> String {
    let why = match error {
        ResolveError::NotOpen => return texts.get(Text::RemovalSettled).into(),
        ResolveError::OtherMerchant { merchant } => {
            let merchant = merchant.get().to_string();
            return texts.get(Text::RemovalOfMerchant { merchant: &merchant }).into();
        }
        ResolveError::OtherServer { server } => {
            return texts.get(Text::RemovalOfServer { server }).into();
        }
        ResolveError::BehindBreak { line } => {
            texts.get(Text::RemovalBehindBreak { line: count(*line) }).into()
        }
        ResolveError::List(error) => api_error(texts, error),
        ResolveError::Journal(error) => journal_error(texts, error),
    };
    texts.get(Text::RemovalStaysOpen { why: &continued(&why) }).into()
}

/// What the gateway said of a card, and what went wrong in both calls; `None` where there is nothing to
/// say.
pub fn report_words(report: &CardReport, texts: &Texts) -> Option<String> {
    let parts = parts_of(report, texts);
    (!parts.is_empty()).then(|| parts.join("; "))
}

/// The same of a card that has come to its end, with what is known of it by itself.
pub fn detail_words(end: &CardEnd, texts: &Texts) -> Option<String> {
    let mut parts = end.report.as_ref().map(|report| parts_of(report, texts)).unwrap_or_default();
    parts.extend(end.unkept().map(|error| continued(&journal_error(texts, error))));
    parts.extend(end.note.as_ref().map(|note| continued(&note_words(texts, note))));
    (!parts.is_empty()).then(|| parts.join("; "))
}

fn parts_of(report: &CardReport, texts: &Texts) -> Vec<String> {
    let said = report.acknowledgement.as_ref().map(|answer| answer.message.to_string());
    let other = report.names_other_token().then(|| continued(&texts.get(Text::CardOtherToken)));
    let refused = report.remove_error.as_ref().map(|error| continued(&api_error(texts, error)));
    let unchecked = report.list_error.as_ref().map(|error| {
        let why = continued(&api_error(texts, error));
        continued(&texts.get(Text::CardCheckFailed { why: &why }))
    });
    let unkept = report.head_warning.as_ref().map(|error| continued(&head_words(texts, error)));
    let parts = [said, other, refused, unchecked, unkept].into_iter().flatten();
    parts.filter(|part| !part.is_empty()).collect()
}

/// That the journal's head was not kept elsewhere too, and what to do.
pub fn head_words(texts: &Texts, error: &HeadError) -> String {
    let why = match error {
        HeadError::SystemLog { reason } => texts.get(Text::HeadNotLogged { reason }).into_owned(),
        HeadError::Folder(error) => stored(texts, error),
    };
    texts.get(Text::HeadUnkept { why: &continued(&why) }).into()
}

fn note_words(texts: &Texts, note: &CardNote) -> String {
    let text = match note {
        CardNote::StoppedByHand => Text::CardStoppedByHand,
        CardNote::Stopped => Text::CardStopped,
        CardNote::NoJournal => Text::CardWithoutJournal,
        CardNote::NotSendable => Text::RemoveTokenUnusable,
        CardNote::IntentUnwritten(error) => return journal_error(texts, error),
        CardNote::BrokeOff => Text::CardBrokeOff,
        CardNote::SettledPresent => Text::CardSettledPresent,
        CardNote::SettledAbsent => Text::CardSettledAbsent,
    };
    texts.get(text).into()
}
