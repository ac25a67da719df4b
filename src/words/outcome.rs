//! How removals ended.

use crate::i18n::Text;
use crate::journal::OutcomeCode;

/// How a removal ended, in a few words.
pub fn outcome(code: OutcomeCode) -> Text<'static> {
    match code {
        OutcomeCode::RemovedVerified => Text::OutcomeRemoved,
        OutcomeCode::AlreadyGone => Text::OutcomeGone,
        OutcomeCode::StillThere => Text::OutcomeStill,
        OutcomeCode::Refused => Text::OutcomeRefused,
        OutcomeCode::Unverified => Text::OutcomeUnverified,
        OutcomeCode::NotSent => Text::OutcomeNotSent,
    }
}
