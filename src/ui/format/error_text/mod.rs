//! Errors in the window: what happened, in the words of `crate::words`, and what the window adds: what it
//! means for the card, what to do here.

use crate::domain::{CustomerNumberWarning, Environment};
use crate::i18n::{Text, Texts, count};
use crate::journal::{EntryKind, JournalError};
use crate::model::{FieldProblem, RunError};
use crate::removal::{self, Outcome, RemovalError, ResolveError};
use crate::words::{self, stored};

use crate::ui::format::{Tone, outcome_words};
use api::refusal;

mod api;
mod explained;
mod files;
mod lists;
mod media;

pub(in crate::ui) use api::{api_error, proxy_setting};
pub(in crate::ui) use explained::{Explained, LINE_CHARS, explained};
pub(in crate::ui) use files::{acknowledged_error, read_error};
pub(in crate::ui) use lists::not_a_list;
pub(in crate::ui) use media::load_error;

pub(in crate::ui) fn outcome(texts: &Texts, outcome: &Outcome) -> Explained {
    let (_, what) = outcome_words(outcome.kind());
    let meaning = match outcome {
        Outcome::RemovedVerified => Text::OutcomeRemovedMeaning,
        Outcome::AlreadyGone => Text::OutcomeGoneMeaning,
        Outcome::StillThere => Text::OutcomeStillMeaning,
        Outcome::Refused(_) => Text::OutcomeRefusedMeaning,
        Outcome::Unverified => Text::OutcomeUnverifiedMeaning,
        Outcome::NotSent => Text::OutcomeNotSentMeaning,
    };
    let said = explained(texts, what, meaning);
    match outcome {
        Outcome::Refused(fault) => Explained { details: refusal(texts, fault).details, ..said },
        Outcome::RemovedVerified
        | Outcome::AlreadyGone
        | Outcome::StillThere
        | Outcome::Unverified
        | Outcome::NotSent => said,
    }
}

/// The word beside a tone's shape and colour.
pub(in crate::ui) fn tone_word(tone: Tone) -> Text<'static> {
    match tone {
        Tone::Ok => Text::ToneOk,
        Tone::Note => Text::ToneNote,
        Tone::Warning => Text::ToneWarning,
        Tone::Error => Text::ToneError,
    }
}

pub(in crate::ui) fn step(kind: EntryKind) -> Text<'static> {
    match kind {
        EntryKind::Intent => Text::EntryIntent,
        EntryKind::Acknowledged => Text::EntryAcknowledged,
        EntryKind::Refused => Text::OutcomeRefused,
        EntryKind::Unknown => Text::EntryUnknown,
        EntryKind::NotSent => Text::OutcomeNotSent,
        EntryKind::CheckedAbsent => Text::EntryAbsent,
        EntryKind::CheckedPresent => Text::EntryPresent,
        EntryKind::CheckFailed => Text::EntryCheckFailed,
        EntryKind::Outcome(code) | EntryKind::Resolution(code) => outcome_words(code).1,
    }
}

pub(in crate::ui) fn run_error(texts: &Texts, error: &RunError) -> Explained {
    match error {
        RunError::Lost => explained(texts, Text::OutcomeUnverified, Text::OutcomeUnverifiedMeaning),
        RunError::NeverBegun => explained(texts, Text::OutcomeNotSent, Text::OutcomeNotSentMeaning),
        RunError::NoClient(error) => {
            let said = api_error(texts, error);
            Explained { meaning: texts.get(Text::OutcomeNotSentMeaning).into(), ..said }
        }
        RunError::NotBegun(RemovalError::PlanUnkept(error)) => {
            explained(texts, Text::ErrPlanWrite, Text::ErrJournalWriteMeaning)
                .with(stored(texts, error))
        }
        RunError::NotBegun(RemovalError::JournalBroken { line, why }) => {
            let what = Text::ChainBroken { line: count(*line) };
            explained(texts, what, Text::ChainBrokenStops)
                .with(texts.get(words::break_reason(*why)))
        }
        RunError::NotBegun(RemovalError::JournalUnavailable(error)) => {
            explained(texts, Text::ErrJournalWrite, Text::ErrJournalWriteMeaning)
                .with(words::journal_error(texts, error))
        }
    }
}

pub(in crate::ui) fn journal_error(texts: &Texts, error: &JournalError) -> Explained {
    let what = match error {
        JournalError::Unwritable { .. } => Text::ErrJournalWrite,
        JournalError::Unreadable { .. } => Text::ErrJournalRead,
        JournalError::Locked { .. } => Text::ErrJournalLocked,
        JournalError::Link { .. } | JournalError::Exposed { .. } => Text::ErrJournalUnsafe,
    };
    explained(texts, what, Text::ErrJournalMeaning).with(words::journal_error(texts, error))
}

pub(in crate::ui) fn resolve_error(texts: &Texts, error: &ResolveError) -> Explained {
    match error {
        ResolveError::List(error) => {
            let said = api_error(texts, error);
            Explained { meaning: texts.get(Text::ErrResolveMeaning).into(), ..said }
        }
        ResolveError::Journal(error) => {
            let said = journal_error(texts, error);
            Explained { meaning: texts.get(Text::ErrResolveMeaning).into(), ..said }
        }
        ResolveError::BehindBreak { line } => {
            let what = Text::ChainBroken { line: count(*line) };
            explained(texts, what, Text::ErrResolveMeaning)
        }
        ResolveError::NotOpen
        | ResolveError::OtherMerchant { .. }
        | ResolveError::OtherServer { .. } => {
            explained(texts, Text::JournalOtherMerchant, Text::ErrResolveMeaning)
                .with(removal::resolve_words(texts, error))
        }
    }
}

pub(in crate::ui) fn field_problem(texts: &Texts, problem: &FieldProblem) -> String {
    match problem {
        FieldProblem::Server(error) => words::server_field(texts, error),
        FieldProblem::Merchant(error) => words::merchant_field(texts, *error),
        FieldProblem::Login(error) => words::login_field(texts, error),
        FieldProblem::Password(error) => words::password_field(texts, error),
        FieldProblem::Customer(error) => words::customer_field(texts, error),
        FieldProblem::Unreachable => texts.get(Text::ServerUnreachable).into(),
        FieldProblem::Refused => texts.get(Text::SignInRefused).into(),
    }
}

pub(in crate::ui) fn customer_warning(texts: &Texts, warning: CustomerNumberWarning) -> String {
    match warning {
        CustomerNumberWarning::OuterBlanks => texts.get(Text::CustomerBlanks).into(),
        CustomerNumberWarning::NonAscii(found) => {
            let symbol = found.symbol.to_string();
            let position = count(found.position);
            texts.get(Text::CustomerNonAscii { symbol: &symbol, position }).into()
        }
    }
}

pub(in crate::ui) fn environment(texts: &Texts, environment: Environment) -> String {
    let text = match environment {
        Environment::Sandbox => Text::EnvironmentSandbox,
        Environment::Test => Text::EnvironmentTest,
        Environment::Production => Text::EnvironmentProduction,
    };
    texts.get(text).into()
}
