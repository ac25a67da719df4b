//! Why card art is not shown.

use crate::domain::{Redacted, redact};
use crate::i18n::{Text, Texts};
use crate::media::{FetchError, LoadError, MediaKind};
use crate::words::{fetch_error, url_refusal};

use super::api::proxy_setting;
use super::explained::{Explained, explained};

/// Why an asset is not shown.
pub(in crate::ui) fn load_error(texts: &Texts, error: &LoadError) -> Explained {
    let (what, details) = match error {
        LoadError::Fetch(error) => return not_fetched(texts, error),
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

fn not_fetched(texts: &Texts, error: &FetchError) -> Explained {
    let meaning = match error {
        FetchError::UrlRefused(_) => Text::LoadRefusedMeaning,
        FetchError::NoConnection
        | FetchError::Tls { .. }
        | FetchError::TimedOut
        | FetchError::CutOff => Text::LoadNetworkMeaning,
        FetchError::Proxy { .. } => Text::LoadProxyMeaning,
        FetchError::ProxySetting(error) => return proxy_setting(texts, error),
        FetchError::Encoding { .. }
        | FetchError::HttpStatus(_)
        | FetchError::TooLarge { .. }
        | FetchError::RedirectedElsewhere { .. }
        | FetchError::TooManyRedirects
        | FetchError::Empty => Text::LoadStoreMeaning,
    };
    let (what, meaning) = (fetch_error(texts, error), texts.get(meaning).into());
    let said = Explained { what, meaning, ..Explained::default() };
    match error {
        FetchError::UrlRefused(refusal) => said.with(texts.get(url_refusal(*refusal))),
        FetchError::Tls { reason, .. } => said.with_technical(reason),
        _ => said,
    }
}
