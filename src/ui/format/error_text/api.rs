//! Why the gateway gave no answer, or none that can be used.

use crate::api::{ApiError, Fault, InterruptedCause, UnreachableCause};
use crate::i18n::{Text, Texts};
use crate::network::{ProxyError, TlsCause};
use crate::words::{no_proof, proxy_fault, said_of, what_failed};

use super::explained::{Explained, explained};

pub(in crate::ui) fn api_error(texts: &Texts, error: &ApiError) -> Explained {
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
pub(in crate::ui) fn proxy_setting(texts: &Texts, error: &ProxyError) -> Explained {
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

pub(super) fn refusal(texts: &Texts, fault: &Fault) -> Explained {
    let details = said_of(texts, fault).join("\n");
    explained(texts, Text::ErrRefused, Text::ErrRefusedMeaning).with(details)
}
