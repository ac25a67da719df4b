//! Errors in the words of the window: what happened, what it means for the card, what to do.

use crate::domain::{
    CustomerNumberError, CustomerNumberWarning, Environment, LoginError, MerchantIdError,
    PasswordError, ServerAddressError,
};
use crate::i18n::{self, Text, Texts, count};
use crate::journal::{EntryKind, JournalError};
use crate::model::{FieldProblem, RunError};
use crate::removal::{Outcome, RemovalError, ResolveError};

use crate::ui::format::{Tone, outcome_words};
use api::refusal;

mod api;
mod explained;
mod files;
mod lists;
mod media;

pub(in crate::ui) use api::{api_error, proxy_setting};
pub(in crate::ui) use explained::{Explained, LINE_CHARS, explained};
pub(in crate::ui) use files::{acknowledged_error, read_error, stored};
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
        RunError::NotBegun(error @ RemovalError::PlanUnkept(_)) => {
            explained(texts, Text::ErrPlanWrite, Text::ErrJournalWriteMeaning)
                .with(error.to_string())
        }
        RunError::NotBegun(RemovalError::JournalUnavailable(error)) => {
            explained(texts, Text::ErrJournalWrite, Text::ErrJournalWriteMeaning)
                .with(error.to_string())
        }
    }
}

pub(in crate::ui) fn journal_error(texts: &Texts, error: &JournalError) -> Explained {
    let what = match error {
        JournalError::Unwritable { .. } => Text::ErrJournalWrite,
        JournalError::Unreadable { .. } => Text::ErrJournalRead,
        JournalError::Locked { .. } => Text::ErrJournalLocked,
    };
    explained(texts, what, Text::ErrJournalMeaning).with(stored(texts, &error.stored()))
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
        ResolveError::NotOpen
        | ResolveError::OtherMerchant { .. }
        | ResolveError::OtherServer { .. } => {
            explained(texts, Text::JournalOtherMerchant, Text::ErrResolveMeaning)
                .with(error.to_string())
        }
    }
}

pub(in crate::ui) fn field_problem(texts: &Texts, problem: &FieldProblem) -> String {
    match problem {
        FieldProblem::Server(error) => server(texts, error),
        FieldProblem::Merchant(error) => {
            let text = match error {
                MerchantIdError::Empty => Text::MerchantEmpty,
                MerchantIdError::NotANumber => Text::MerchantNotANumber,
                MerchantIdError::OutOfRange => Text::MerchantOutOfRange,
            };
            texts.get(text).into()
        }
        FieldProblem::Login(error) => match error {
            LoginError::Empty => texts.get(Text::LoginEmpty).into(),
            LoginError::TooLong { chars } => {
                texts.get(Text::LoginTooLong { chars: count(*chars) }).into()
            }
            LoginError::Prohibited(prohibited) => i18n::prohibited_symbol(texts, *prohibited),
        },
        FieldProblem::Password(error) => match error {
            PasswordError::Empty => texts.get(Text::PasswordEmpty).into(),
            PasswordError::TooLong => texts.get(Text::PasswordTooLong).into(),
            PasswordError::Prohibited { position } => {
                texts.get(Text::PasswordProhibited { position: count(*position) }).into()
            }
        },
        FieldProblem::Customer(error) => customer_number(texts, error),
        FieldProblem::Unreachable => texts.get(Text::ServerUnreachable).into(),
        FieldProblem::Refused => texts.get(Text::SignInRefused).into(),
    }
}

fn server(texts: &Texts, error: &ServerAddressError) -> String {
    let text = match error {
        ServerAddressError::Empty => Text::ServerEmpty,
        ServerAddressError::Malformed => Text::ServerMalformed,
        ServerAddressError::PlainHttp { host } => Text::ServerPlainHttp { host },
        ServerAddressError::Scheme { scheme } => Text::ServerScheme { scheme },
        ServerAddressError::UserInfo => Text::ServerUserInfo,
        ServerAddressError::MoreThanAServer { extra } => Text::ServerMore { extra },
    };
    texts.get(text).into()
}

pub(in crate::ui) fn customer_number(texts: &Texts, error: &CustomerNumberError) -> String {
    match error {
        CustomerNumberError::Empty => texts.get(Text::CustomerEmpty).into(),
        CustomerNumberError::TooLong { chars } => {
            texts.get(Text::CustomerTooLong { chars: count(*chars) }).into()
        }
        CustomerNumberError::Prohibited(prohibited) => i18n::prohibited_symbol(texts, *prohibited),
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
