//! Why the gateway gave no answer, or none that can be used.

use crate::api::{ApiError, Fault, UnreachableCause};
use crate::i18n::{Text, Texts};
use crate::network::ProxyError;
use crate::words::{misread, no_proof, proxy_fault, said_of, what_failed, what_to_do};

use super::explained::{Explained, explained};

pub(in crate::ui) fn api_error(texts: &Texts, error: &ApiError) -> Explained {
    let details = match error {
        ApiError::Refused(fault) => return refusal(texts, fault),
        ApiError::Unreachable { cause: UnreachableCause::ProxySetting(error), .. } => {
            return proxy_setting(texts, error);
        }
        ApiError::HttpStatus { excerpt, .. } => excerpt.to_string(),
        ApiError::NotUnderstood { reason, excerpt } => {
            format!("{}\n{excerpt}", misread(texts, reason))
        }
        ApiError::NoProof { doubt } => no_proof(texts, *doubt),
        ApiError::Unreachable { .. }
        | ApiError::Interrupted { .. }
        | ApiError::Redirected { .. }
        | ApiError::TooLarge { .. }
        | ApiError::TokenNotSendable => String::new(),
    };
    let (what, meaning) = (texts.get(what_failed(error)).into(), what_to_do(texts, error));
    let technical = error.technical().unwrap_or_default();
    Explained { what, meaning, ..Explained::default() }.with(details).with_technical(technical)
}

/// A proxy whose setting cannot be read.
pub(in crate::ui) fn proxy_setting(texts: &Texts, error: &ProxyError) -> Explained {
    let what = texts.get(Text::ErrProxySetting { variable: &error.variable });
    let fault = texts.get(proxy_fault(&error.fault));
    let meaning = format!("{fault} {}", texts.get(Text::ErrProxySettingMeaning));
    Explained { what: what.into(), meaning, ..Explained::default() }
}

pub(super) fn refusal(texts: &Texts, fault: &Fault) -> Explained {
    let details = said_of(texts, fault).join("\n");
    explained(texts, Text::ErrRefused, Text::ErrRefusedMeaning).with(details)
}
