//! Why a call to the gateway, or to a store of card art, failed.

use crate::api::{ApiError, CardFault, Fault, InterruptedCause, Misread, UnreachableCause};
use crate::domain::Unproven;
use crate::i18n::{Argument, Text, Texts, count};
use crate::network::{ProxyError, ProxyFault, ProxyTrouble, TlsCause};

use super::sentence::continued;

/// Why a server is not trusted.
pub fn untrusted(cause: TlsCause) -> Text<'static> {
    match cause {
        TlsCause::Expired => Text::ErrTlsExpired,
        TlsCause::NotYetValid => Text::ErrTlsNotYet,
        TlsCause::WrongName => Text::ErrTlsName,
        TlsCause::UnknownIssuer => Text::ErrTlsIssuer,
        TlsCause::Revoked => Text::ErrTlsRevoked,
        TlsCause::WrongPurpose => Text::ErrTlsPurpose,
        TlsCause::BadCertificate => Text::ErrTlsFaulty,
        TlsCause::ClientCertificate => Text::ErrTlsClient,
        TlsCause::NothingInCommon => Text::ErrTlsCommon,
        TlsCause::NoTls => Text::ErrTlsNone,
        TlsCause::Other => Text::ErrTls,
    }
}

/// Why a proxy made no connection.
pub fn without_proxy(proxy: &str, trouble: ProxyTrouble) -> Text<'_> {
    match trouble {
        ProxyTrouble::NameUnknown => Text::ErrProxyName { proxy },
        ProxyTrouble::NoConnection => Text::ErrProxyConnect { proxy },
        ProxyTrouble::TimedOut => Text::ErrProxyTimedOut { proxy },
        ProxyTrouble::Credentials => Text::ErrProxyCredentials { proxy },
        ProxyTrouble::Refused => Text::ErrProxy { proxy },
        ProxyTrouble::Forbidden { status } => {
            Text::ErrProxyForbidden { proxy, status: status.into() }
        }
        ProxyTrouble::UnknownToIt { status } => {
            Text::ErrProxyUnknown { proxy, status: status.into() }
        }
        ProxyTrouble::ServerUnreached { status } => {
            Text::ErrProxyUnreached { proxy, status: status.into() }
        }
        ProxyTrouble::ServerTimedOut => Text::ErrProxyServerTimedOut { proxy },
        ProxyTrouble::NoTunnel { status } => {
            Text::ErrProxyNoTunnel { proxy, status: status.into() }
        }
        ProxyTrouble::NoProxy => Text::ErrProxyNoProxy { proxy },
        ProxyTrouble::HungUp => Text::ErrProxyHungUp { proxy },
        ProxyTrouble::NoTls => Text::ErrProxyNoTls { proxy },
        ProxyTrouble::NotTrusted => Text::ErrProxyTls { proxy },
    }
}

/// What is wrong with the setting of a proxy.
pub fn proxy_fault(fault: &ProxyFault) -> Text<'_> {
    match fault {
        ProxyFault::Blank => Text::ProxyBlank,
        ProxyFault::Quotes => Text::ProxyQuotes,
        ProxyFault::Scheme { scheme } => Text::ProxyScheme { scheme },
        ProxyFault::NoHost => Text::ProxyNoHost,
        ProxyFault::NoUser => Text::ProxyNoUser,
        ProxyFault::Brackets => Text::ProxyBrackets,
        ProxyFault::Port => Text::ProxyPort,
        ProxyFault::MoreThanAServer => Text::ProxyMore,
        ProxyFault::Several => Text::ProxySeveral,
        ProxyFault::Direct => Text::ProxyDirect,
        ProxyFault::Exception { entry } => Text::ProxyException { entry },
        ProxyFault::ExceptionAddress { server: Some(server) } => {
            Text::ProxyExceptionAddress { server }
        }
        ProxyFault::ExceptionAddress { server: None } => Text::ProxyExceptionSecret,
        ProxyFault::Unescaped => Text::ProxyUnescaped,
        ProxyFault::Malformed => Text::ProxyMalformed,
    }
}

/// What happened to a call, in a few words.
pub fn what_failed(error: &ApiError) -> Text<'_> {
    match error {
        ApiError::Refused(_) => Text::ErrRefused,
        ApiError::Unreachable { cause, .. } => match cause {
            UnreachableCause::NameUnknown => Text::ErrName,
            UnreachableCause::Refused => Text::ErrConnectRefused,
            UnreachableCause::TimedOut => Text::ErrConnectTimedOut,
            UnreachableCause::NoConnection => Text::ErrConnect,
            UnreachableCause::Tls(cause) => untrusted(*cause),
            UnreachableCause::Proxy { proxy, trouble } => without_proxy(proxy, *trouble),
            UnreachableCause::ProxySetting(error) => {
                Text::ErrProxySetting { variable: &error.variable }
            }
            UnreachableCause::NoRoots(_) => Text::ErrRoots,
            UnreachableCause::Setup => Text::ErrSetup,
        },
        ApiError::Interrupted { cause, .. } => match cause {
            InterruptedCause::TimedOut => Text::ErrTimedOut,
            InterruptedCause::CutOff => Text::ErrCutOff,
            InterruptedCause::BrokeOff => Text::ErrBrokeOff,
            InterruptedCause::BadPacking => Text::ErrBadPacking,
            InterruptedCause::NotHttp => Text::ErrNotHttp,
        },
        ApiError::HttpStatus { status, .. } => Text::ErrStatus { status: i64::from(*status) },
        ApiError::Redirected { status, host } => {
            Text::ErrRedirected { status: i64::from(*status), host }
        }
        ApiError::NotUnderstood { .. } => Text::ErrNotUnderstood,
        ApiError::NoProof { .. } => Text::ErrNoProof,
        ApiError::TooLarge { limit } => {
            let mib = count(limit / (1024 * 1024));
            Text::ErrTooLarge { mib }
        }
        ApiError::TokenNotSendable => Text::RemoveTokenUnusable,
    }
}

/// What the gateway says of a refusal: its sentences, then its codes.
pub fn said_of(texts: &Texts, fault: &Fault) -> Vec<String> {
    let said =
        [&fault.detail, &fault.recommendation].into_iter().flatten().map(ToString::to_string);
    let codes = fault.codes().map(|codes| texts.get(Text::FaultCodes { codes: &codes }).into());
    said.chain(codes).collect()
}

/// Why a call failed, in one sentence, with the start of what came.
pub fn api_error(texts: &Texts, error: &ApiError) -> String {
    let what = texts.get(what_failed(error));
    let why = || continued(&what);
    match error {
        ApiError::Refused(fault) => format!("{what}: {}", refusal(texts, fault)),
        ApiError::Unreachable { cause: UnreachableCause::ProxySetting(error), .. } => {
            let why = continued(&proxy_error(texts, error));
            texts.get(Text::ErrNotReached { why: &why }).into()
        }
        // Said in full already; the library's words are for those who look into it.
        ApiError::Unreachable { .. } => texts.get(Text::ErrNotReached { why: &why() }).into(),
        ApiError::Interrupted {
            cause: InterruptedCause::BadPacking | InterruptedCause::BrokeOff,
            ..
        } => what.into(),
        ApiError::Interrupted { .. } => texts.get(Text::ErrNoAnswer { why: &why() }).into(),
        ApiError::NotUnderstood { reason, excerpt } => {
            let said = format!("{what} ({})", misread(texts, reason));
            if excerpt.trim().is_empty() { said } else { format!("{said}: {excerpt}") }
        }
        ApiError::HttpStatus { excerpt, .. } if excerpt.trim().is_empty() => what.into(),
        ApiError::HttpStatus { excerpt, .. } => format!("{what}: {excerpt}"),
        ApiError::NoProof { doubt } => {
            let (doubt, advice) = (no_proof(texts, *doubt), texts.get(Text::ErrNoProofAdvice));
            format!("{what}: {}. {advice}", continued(&doubt))
        }
        ApiError::Redirected { .. } | ApiError::TooLarge { .. } | ApiError::TokenNotSendable => {
            what.into()
        }
    }
}

/// Why a call failed, and what to do about it, where no window shows the one beside the other.
pub fn advised_error(texts: &Texts, error: &ApiError) -> String {
    let said = api_error(texts, error);
    let has_advice = match error {
        // Their sentences end with it.
        ApiError::NoProof { .. } | ApiError::TokenNotSendable => true,
        ApiError::Unreachable { cause, .. } => matches!(cause, UnreachableCause::ProxySetting(_)),
        _ => false,
    };
    match has_advice {
        true => said,
        false => format!("{}. {}", said.trim_end_matches('.'), what_to_do(texts, error)),
    }
}

/// What a failed call means, and what to do.
pub fn what_to_do(texts: &Texts, error: &ApiError) -> String {
    let text = match error {
        ApiError::Refused(_) => Text::ErrRefusedMeaning,
        ApiError::Unreachable { cause, .. } => match cause {
            UnreachableCause::NameUnknown => Text::ErrNameMeaning,
            UnreachableCause::Refused
            | UnreachableCause::TimedOut
            | UnreachableCause::NoConnection => Text::ErrConnectMeaning,
            UnreachableCause::Tls(cause) => trust_advice(*cause),
            UnreachableCause::Proxy { .. } => Text::ErrProxyMeaning,
            UnreachableCause::ProxySetting(_) => Text::ErrProxySettingMeaning,
            UnreachableCause::NoRoots(Some(setting)) => {
                let setting = setting.to_string();
                return texts.get(Text::ErrRootsSetting { setting: &setting }).into();
            }
            UnreachableCause::NoRoots(None) => Text::ErrRootsMeaning,
            UnreachableCause::Setup => Text::ErrSetupMeaning,
        },
        ApiError::Interrupted { cause, .. } => match cause {
            InterruptedCause::TimedOut | InterruptedCause::CutOff | InterruptedCause::BrokeOff => {
                Text::ErrInterruptedMeaning
            }
            InterruptedCause::BadPacking | InterruptedCause::NotHttp => Text::ErrGarbledMeaning,
        },
        ApiError::HttpStatus { status, .. } => status_advice(*status),
        ApiError::Redirected { .. } => Text::ErrRedirectedMeaning,
        ApiError::NotUnderstood { .. } => Text::ErrNotUnderstoodMeaning,
        ApiError::NoProof { .. } => Text::ErrNoProofMeaning,
        ApiError::TooLarge { .. } => Text::ErrTooLargeMeaning,
        ApiError::TokenNotSendable => Text::OutcomeNotSentMeaning,
    };
    texts.get(text).into()
}

/// What a status that is not the gateway's own answer usually means.
fn status_advice(status: u16) -> Text<'static> {
    match status {
        401 | 403 => Text::ErrStatusDeniedMeaning,
        404 | 405 | 410 => Text::ErrStatusMissingMeaning,
        408 | 429 | 502..=504 => Text::ErrStatusBusyMeaning,
        _ => Text::ErrStatusMeaning,
    }
}

fn trust_advice(cause: TlsCause) -> Text<'static> {
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

/// Why an answer was not understood, in a few words.
pub fn misread(texts: &Texts, reason: &Misread) -> String {
    let text = match reason {
        Misread::Empty => Text::MisreadEmpty,
        Misread::NoJson { line, column } => {
            let (line, column) = (count(*line), column.to_string());
            return texts.get(Text::MisreadNoJson { line, column: &column }).into();
        }
        Misread::NoList => Text::MisreadNoList,
        Misread::OtherObject => Text::MisreadOtherObject,
        Misread::Card { place, fault } => {
            let why = texts.get(match fault {
                CardFault::NoObject => Text::MisreadCardNoObject,
                CardFault::NoToken => Text::MisreadCardNoToken,
                CardFault::Assets => Text::MisreadCardAssets,
                CardFault::AssetData => Text::MisreadCardAssetData,
            });
            return texts.get(Text::MisreadCard { place: count(*place), why: &why }).into();
        }
        Misread::NoMessage => Text::MisreadNoMessage,
        Misread::Encoding { encoding } => Text::MisreadEncoding { encoding },
        Misread::ReadingFailed => Text::MisreadReadingFailed,
    };
    texts.get(text).into()
}

/// The same for a report, which holds nothing of an answer that was not understood.
pub fn reported_error(texts: &Texts, error: &ApiError) -> String {
    match error {
        ApiError::NotUnderstood { reason, .. } => {
            format!("{}: {}", texts.get(what_failed(error)), misread(texts, reason))
        }
        other => api_error(texts, other),
    }
}

/// The gateway's words on one line: `Token not found; it recommends: Ask (codes 5 / 143)`.
fn refusal(texts: &Texts, fault: &Fault) -> String {
    let mut said = match &fault.detail {
        Some(detail) => detail.to_string(),
        None => texts.get(Text::FaultNoWords).into(),
    };
    if let Some(words) = &fault.recommendation {
        said = format!("{said}; {}", texts.get(Text::FaultRecommends { words }));
    }
    match fault.codes() {
        Some(codes) => format!("{said} ({})", texts.get(Text::FaultInCodes { codes: &codes })),
        None => said,
    }
}

/// That the setting of a proxy cannot be read, why, and what that means.
pub fn proxy_error(texts: &Texts, error: &ProxyError) -> String {
    let what = texts.get(Text::ErrProxySetting { variable: &error.variable });
    let fault = continued(&texts.get(proxy_fault(&error.fault)));
    format!("{what}: {fault}. {}", texts.get(Text::ErrProxySettingMeaning))
}

/// What a list has against it as a proof.
pub fn no_proof(texts: &Texts, why: Unproven) -> String {
    let id = match why {
        Unproven::Status { .. } => "report-no-proof-status",
        Unproven::Part => "report-no-proof-part",
        Unproven::Kept => "report-no-proof-kept",
        Unproven::Old => "report-no-proof-old",
        Unproven::Dates => "report-no-proof-dates",
        Unproven::Elsewhere => "report-no-proof-elsewhere",
        Unproven::Digest => "report-no-proof-digest",
        Unproven::Encoding => "report-no-proof-encoding",
        Unproven::Provisional => "report-no-proof-provisional",
        Unproven::Trouble => "report-no-proof-trouble",
        Unproven::Kind => "report-no-proof-kind",
        Unproven::Length => "report-no-proof-length",
        Unproven::Prefix => "report-no-proof-prefix",
        Unproven::NoArray => "report-no-proof-no-array",
        Unproven::RepeatedKey { .. } => "report-no-proof-repeated-key",
        Unproven::Key { .. } => "report-no-proof-key",
        Unproven::Token { .. } => "report-no-proof-token",
        Unproven::RepeatedToken { .. } => "report-no-proof-repeated-token",
        Unproven::Fault { .. } => "report-no-proof-fault",
        Unproven::OtherCustomer { .. } => "report-no-proof-other-customer",
        Unproven::More { .. } => "report-no-proof-more",
        Unproven::NamedElsewhere => "report-no-proof-named-elsewhere",
        Unproven::Overlong => "report-no-proof-overlong",
    };
    let number = |number: usize| Argument::Number(number as f64);
    let arguments = [
        ("card", number(why.card().unwrap_or_default())),
        ("status", number(usize::from(why.status().unwrap_or_default()))),
    ];
    texts.by_id(id, None, &arguments)
}
