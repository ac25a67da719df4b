//! Errors in the words of the window: what happened, what it means for the card, what to do.

use crate::api::{ApiError, Fault, InterruptedCause, UnreachableCause};
use crate::batch::{no_proof, proxy_fault, said_of, what_failed};
use crate::domain::{
    CustomerNumberError, CustomerNumberWarning, Environment, LoginError, MerchantIdError,
    PasswordError, Redacted, ServerAddressError, redact,
};
use crate::i18n::{self, Text, Texts, count};
use crate::journal::{EntryKind, JournalError, OutcomeCode};
use crate::model::{FieldProblem, RunError};
use crate::network::{ProxyError, TlsCause};
use crate::removal::{Outcome, RemovalError, ResolveError};

use super::widgets::Tone;

mod files;
mod lists;
mod media;

pub use files::{acknowledged_error, read_error, stored};
pub use lists::not_a_list;
pub use media::load_error;

/// Characters of one thing that was said by others.
pub const LINE_CHARS: usize = 400;

/// An error or outcome for people.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Explained {
    /// What happened.
    pub what: String,
    /// What it means, and what to do.
    pub meaning: String,
    /// What came, copyable: codes, an excerpt, the system's words.
    pub details: Option<Redacted>,
    /// The libraries' own words, which only somebody who looks into it reads: folded away.
    pub technical: Option<Redacted>,
}

pub fn explained(texts: &Texts, what: Text<'_>, meaning: Text<'_>) -> Explained {
    Explained {
        what: texts.get(what).into(),
        meaning: texts.get(meaning).into(),
        ..Explained::default()
    }
}

impl Explained {
    fn with(self, details: impl Into<String>) -> Self {
        Self { details: lines_of(&details.into()), ..self }
    }

    fn with_technical(self, words: impl Into<String>) -> Self {
        Self { technical: lines_of(&words.into()), ..self }
    }

    /// All that can be copied, after what happened; `None` where there are no details.
    pub fn to_copy(&self) -> Option<String> {
        let details: Vec<&str> =
            [&self.details, &self.technical].into_iter().flatten().map(Redacted::as_str).collect();
        (!details.is_empty()).then(|| format!("{}\n{}", self.what, details.join("\n")))
    }
}

fn lines_of(text: &str) -> Option<Redacted> {
    Some(redact(text).on_few_lines(LINE_CHARS)).filter(|text| !text.is_empty())
}

pub fn api_error(texts: &Texts, error: &ApiError) -> Explained {
    let (meaning, details) = match error {
        ApiError::Refused(fault) => return refusal(texts, fault),
        ApiError::Unreachable { cause, .. } => {
            let meaning = match cause {
                UnreachableCause::NameUnknown => Text::ErrNameMeaning,
                UnreachableCause::Refused
                | UnreachableCause::TimedOut
                | UnreachableCause::NoConnection => Text::ErrConnectMeaning,
                UnreachableCause::Tls(cause) => tls_meaning(*cause),
                UnreachableCause::Proxy { .. } => Text::ErrProxyMeaning,
                UnreachableCause::ProxySetting(error) => return proxy_setting(texts, error),
                UnreachableCause::Setup => Text::ErrSetupMeaning,
            };
            (meaning, String::new())
        }
        ApiError::Interrupted { cause, .. } => {
            let meaning = match cause {
                InterruptedCause::TimedOut | InterruptedCause::CutOff => {
                    Text::ErrInterruptedMeaning
                }
                InterruptedCause::BadPacking | InterruptedCause::NotHttp => Text::ErrGarbledMeaning,
            };
            (meaning, String::new())
        }
        ApiError::HttpStatus { excerpt, .. } => (Text::ErrStatusMeaning, excerpt.to_string()),
        ApiError::NotUnderstood { reason, excerpt } => {
            (Text::ErrNotUnderstoodMeaning, format!("{reason}\n{excerpt}"))
        }
        ApiError::NoProof { doubt } => (Text::ErrNoProofMeaning, no_proof(texts, *doubt)),
        ApiError::TooLarge { .. } => (Text::ErrTooLargeMeaning, String::new()),
        ApiError::TokenNotSendable => (Text::OutcomeNotSentMeaning, String::new()),
    };
    let technical = error.technical().unwrap_or_default();
    explained(texts, what_failed(error), meaning).with(details).with_technical(technical)
}

/// A proxy whose setting cannot be read.
pub fn proxy_setting(texts: &Texts, error: &ProxyError) -> Explained {
    let what = texts.get(Text::ErrProxySetting { variable: &error.variable });
    let fault = texts.get(proxy_fault(&error.fault));
    let meaning = format!("{fault} {}", texts.get(Text::ErrProxySettingMeaning));
    Explained { what: what.into(), meaning, ..Explained::default() }
}

fn tls_meaning(cause: TlsCause) -> Text<'static> {
    match cause {
        TlsCause::UnknownIssuer => Text::ErrTlsMeaning,
        TlsCause::Expired | TlsCause::NotYetValid => Text::ErrTlsClockMeaning,
        TlsCause::WrongName | TlsCause::NoTls => Text::ErrNameMeaning,
        TlsCause::Revoked
        | TlsCause::WrongPurpose
        | TlsCause::BadCertificate
        | TlsCause::ClientCertificate
        | TlsCause::NothingInCommon
        | TlsCause::Other => Text::ErrTlsServerMeaning,
    }
}

fn refusal(texts: &Texts, fault: &Fault) -> Explained {
    let details = said_of(texts, fault).join("\n");
    explained(texts, Text::ErrRefused, Text::ErrRefusedMeaning).with(details)
}

pub fn outcome(texts: &Texts, outcome: &Outcome) -> Explained {
    let (_, what) = outcome_code(outcome.kind());
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

/// How good an outcome is, and its words.
pub fn outcome_code(code: OutcomeCode) -> (Tone, Text<'static>) {
    match code {
        OutcomeCode::RemovedVerified => (Tone::Ok, Text::OutcomeRemoved),
        OutcomeCode::AlreadyGone => (Tone::Ok, Text::OutcomeGone),
        OutcomeCode::StillThere => (Tone::Error, Text::OutcomeStill),
        OutcomeCode::Refused => (Tone::Error, Text::OutcomeRefused),
        OutcomeCode::Unverified => (Tone::Warning, Text::OutcomeUnverified),
        OutcomeCode::NotSent => (Tone::Note, Text::OutcomeNotSent),
    }
}

/// The word beside a tone's shape and colour.
pub fn tone_word(tone: Tone) -> Text<'static> {
    match tone {
        Tone::Ok => Text::ToneOk,
        Tone::Note => Text::ToneNote,
        Tone::Warning => Text::ToneWarning,
        Tone::Error => Text::ToneError,
    }
}

pub fn step(kind: EntryKind) -> Text<'static> {
    match kind {
        EntryKind::Intent => Text::EntryIntent,
        EntryKind::Acknowledged => Text::EntryAcknowledged,
        EntryKind::Refused => Text::OutcomeRefused,
        EntryKind::Unknown => Text::EntryUnknown,
        EntryKind::NotSent => Text::OutcomeNotSent,
        EntryKind::CheckedAbsent => Text::EntryAbsent,
        EntryKind::CheckedPresent => Text::EntryPresent,
        EntryKind::CheckFailed => Text::EntryCheckFailed,
        EntryKind::Outcome(code) | EntryKind::Resolution(code) => outcome_code(code).1,
    }
}

pub fn run_error(texts: &Texts, error: &RunError) -> Explained {
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

pub fn journal_error(texts: &Texts, error: &JournalError) -> Explained {
    let what = match error {
        JournalError::Unwritable { .. } => Text::ErrJournalWrite,
        JournalError::Unreadable { .. } => Text::ErrJournalRead,
        JournalError::Locked { .. } => Text::ErrJournalLocked,
    };
    explained(texts, what, Text::ErrJournalMeaning).with(stored(texts, &error.stored()))
}

pub fn resolve_error(texts: &Texts, error: &ResolveError) -> Explained {
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

pub fn field_problem(texts: &Texts, problem: &FieldProblem) -> String {
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

pub fn customer_number(texts: &Texts, error: &CustomerNumberError) -> String {
    match error {
        CustomerNumberError::Empty => texts.get(Text::CustomerEmpty).into(),
        CustomerNumberError::TooLong { chars } => {
            texts.get(Text::CustomerTooLong { chars: count(*chars) }).into()
        }
        CustomerNumberError::Prohibited(prohibited) => i18n::prohibited_symbol(texts, *prohibited),
    }
}

pub fn customer_warning(texts: &Texts, warning: CustomerNumberWarning) -> String {
    match warning {
        CustomerNumberWarning::OuterBlanks => texts.get(Text::CustomerBlanks).into(),
        CustomerNumberWarning::NonAscii(found) => {
            let symbol = found.symbol.to_string();
            let position = count(found.position);
            texts.get(Text::CustomerNonAscii { symbol: &symbol, position }).into()
        }
    }
}

pub fn environment(texts: &Texts, environment: Environment) -> String {
    let text = match environment {
        Environment::Sandbox => Text::EnvironmentSandbox,
        Environment::Test => Text::EnvironmentTest,
        Environment::Production => Text::EnvironmentProduction,
    };
    texts.get(text).into()
}
