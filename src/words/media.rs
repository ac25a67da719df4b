//! Why a file of card art was not fetched.

use crate::i18n::{Text, Texts};
use crate::media::{FetchError, UrlRefusal};

use super::call::{untrusted, without_proxy};

/// Why a file of card art was not fetched, in a few words.
pub fn fetch_error(texts: &Texts, error: &FetchError) -> String {
    let text = match error {
        FetchError::UrlRefused(_) => Text::LoadRefused,
        FetchError::NoConnection => Text::LoadNoConnection,
        FetchError::Tls { cause, .. } => untrusted(*cause),
        FetchError::Proxy { proxy, trouble } => without_proxy(proxy, *trouble),
        FetchError::ProxySetting(error) => Text::ErrProxySetting { variable: &error.variable },
        FetchError::Encoding { encoding } => Text::LoadEncoding { encoding },
        FetchError::TimedOut => Text::LoadTimedOut,
        FetchError::CutOff => Text::LoadCutOff,
        FetchError::HttpStatus(403) => Text::LoadForbidden,
        FetchError::HttpStatus(404) => Text::LoadNotFound,
        FetchError::HttpStatus(status) => Text::LoadStatus { status: i64::from(*status) },
        FetchError::TooLarge { limit } => {
            // The smallest limit is a quarter of a MiB.
            let mib = (*limit as f64 / (1024.0 * 1024.0)).to_string();
            return texts.get(Text::LoadTooLarge { mib: &mib }).into();
        }
        FetchError::RedirectedElsewhere { host } => Text::LoadRedirected { host },
        FetchError::TooManyRedirects => Text::LoadTooManyRedirects,
        FetchError::Empty => Text::LoadEmpty,
    };
    texts.get(text).into()
}

/// What of an address is refused.
pub fn url_refusal(refusal: UrlRefusal) -> Text<'static> {
    match refusal {
        UrlRefusal::Malformed => Text::LoadRefusedMalformed,
        UrlRefusal::Scheme => Text::LoadRefusedScheme,
        UrlRefusal::UserInfo => Text::LoadRefusedUser,
        UrlRefusal::Port => Text::LoadRefusedPort,
        UrlRefusal::PrivateAddress => Text::LoadRefusedPrivate,
    }
}
