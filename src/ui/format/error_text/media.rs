//! Why card art is not shown.

use crate::domain::{Redacted, redact};
use crate::i18n::{Text, Texts};
use crate::media::{FetchError, LoadError, MediaKind, UrlRefusal};
use crate::words::{untrusted, without_proxy};

use super::api::proxy_setting;
use super::explained::{Explained, explained};

/// Why an asset is not shown.
pub(in crate::ui) fn load_error(texts: &Texts, error: &LoadError) -> Explained {
    let (what, details) = match error {
        LoadError::Fetch(error) => return fetch_error(texts, error),
        LoadError::NotTheDeclaredType { declared, found } => {
            let found = found.media_type();
            return explained(
                texts,
                Text::LoadNotDeclared { declared, found },
                Text::LoadFileMeaning,
            );
        }
        LoadError::TooManyPixels { width, height } => {
            let (width, height) = (i64::from(*width), i64::from(*height));
            (Text::LoadTooManyPixels { width, height }, None)
        }
        LoadError::Undecodable { reason } => (Text::LoadUndecodable, Some(redact(reason))),
        LoadError::DecoderPanicked => (Text::LoadPanicked, None),
        LoadError::RendererMemory | LoadError::RendererTime => (Text::LoadLimits, None),
        LoadError::RendererFailed => (Text::LoadDrawer, None),
        LoadError::Encrypted => (Text::LoadEncrypted, None),
        LoadError::Unsupported { found } => (Text::LoadUnsupported, kind_found(*found)),
        LoadError::Unreadable { reason } => {
            return explained(texts, Text::LoadUnreadable, Text::LoadUnreadableMeaning)
                .with(reason);
        }
        // Never on screen for longer than a frame: the next wish asks again.
        LoadError::Cancelled => return explained(texts, Text::AssetLoading, Text::AssetLoading),
    };
    Explained { details, ..explained(texts, what, Text::LoadFileMeaning) }
}

fn kind_found(found: MediaKind) -> Option<Redacted> {
    Some(redact(found.media_type()))
}

fn fetch_error(texts: &Texts, error: &FetchError) -> Explained {
    let network = Text::LoadNetworkMeaning;
    let store = Text::LoadStoreMeaning;
    let (what, meaning) = match error {
        FetchError::UrlRefused(refusal) => {
            let said = explained(texts, Text::LoadRefused, Text::LoadRefusedMeaning);
            return said.with(refusal_word(*refusal));
        }
        FetchError::NoConnection => (Text::LoadNoConnection, network),
        FetchError::Tls { cause, reason } => {
            return explained(texts, untrusted(*cause), network).with_technical(reason);
        }
        FetchError::Proxy { proxy, trouble } => {
            (without_proxy(proxy, *trouble), Text::LoadProxyMeaning)
        }
        FetchError::ProxySetting(error) => return proxy_setting(texts, error),
        FetchError::Encoding { encoding } => (Text::LoadEncoding { encoding }, store),
        FetchError::TimedOut => (Text::LoadTimedOut, network),
        FetchError::CutOff => (Text::LoadCutOff, network),
        FetchError::HttpStatus(403) => (Text::LoadForbidden, store),
        FetchError::HttpStatus(404) => (Text::LoadNotFound, store),
        FetchError::HttpStatus(status) => (Text::LoadStatus { status: i64::from(*status) }, store),
        FetchError::TooLarge { limit } => {
            // The smallest limit is a quarter of a MiB.
            let mib = (*limit as f64 / (1024.0 * 1024.0)).to_string();
            return explained(texts, Text::LoadTooLarge { mib: &mib }, store);
        }
        FetchError::RedirectedElsewhere { host } => (Text::LoadRedirected { host }, store),
        FetchError::TooManyRedirects => (Text::LoadTooManyRedirects, store),
        FetchError::Empty => (Text::LoadEmpty, store),
    };
    explained(texts, what, meaning)
}

/// The part of the address that is refused.
fn refusal_word(refusal: UrlRefusal) -> &'static str {
    match refusal {
        UrlRefusal::Malformed => "not a URL",
        UrlRefusal::Scheme => "not https",
        UrlRefusal::UserInfo => "user name in the URL",
        UrlRefusal::Port => "port other than 443",
        UrlRefusal::PrivateAddress => "private or local address",
    }
}
