//! How good the ends of removals are.

use crate::i18n::Text;
use crate::journal::{OutcomeCode, RemovalRecord};
use crate::removal::{Outcome, Summary};
use crate::words::outcome;

use super::super::view::View;
use super::tone::Tone;

/// How good an outcome is, and its words.
pub(in crate::ui) fn outcome_words(code: OutcomeCode) -> (Tone, Text<'static>) {
    let tone = match code {
        OutcomeCode::RemovedVerified | OutcomeCode::AlreadyGone => Tone::Ok,
        OutcomeCode::StillThere | OutcomeCode::Refused => Tone::Error,
        OutcomeCode::Unverified => Tone::Warning,
        OutcomeCode::NotSent => Tone::Note,
    };
    (tone, outcome(code))
}

/// Whether an outcome is good news.
pub(in crate::ui) fn outcome_tone(outcome: &Outcome) -> Tone {
    outcome_words(outcome.kind()).0
}

/// How good what may be said of a customer's cards is.
pub(in crate::ui) fn summary_tone(summary: Summary) -> Tone {
    match summary {
        Summary::AllRemoved | Summary::Done => Tone::Ok,
        Summary::Partly => Tone::Error,
        Summary::Unverified => Tone::Warning,
    }
}

/// How a removal ended, in a tone and words.
pub(in crate::ui) fn record_outcome(view: &View<'_>, record: &RemovalRecord) -> (Tone, String) {
    match record.outcome() {
        Some(code) => {
            let (tone, text) = outcome_words(code);
            (tone, view.t(text).into())
        }
        None => (Tone::Warning, view.t(Text::JournalUnresolved).into()),
    }
}
