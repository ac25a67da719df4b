use crate::i18n::{Text, Texts};
use crate::media::LoadError;

use super::{Explained, explained};

/// Why an asset is not shown.
pub fn load_error(texts: &Texts, error: &LoadError) -> Explained {
    match error {
        LoadError::Cancelled => explained(texts, Text::AssetLoading, Text::AssetLoading),
        _ => explained(texts, Text::LoadUndecodable, Text::LoadFileMeaning),
    }
}
