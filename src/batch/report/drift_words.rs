//! Changes in words, for every report that people read.

use crate::batch::drift::ChangeKind;
use crate::batch::record::AssetRecord;
use crate::batch::words::say;
use crate::i18n::Texts;

use super::described;

/// Digits of a digest that tell files apart for a reader.
const DIGITS: usize = 12;

pub(super) fn change_word(kind: ChangeKind, texts: &Texts) -> String {
    let id = match kind {
        ChangeKind::Changed => "report-drift-changed",
        ChangeKind::Appeared => "report-drift-appeared",
        ChangeKind::Disappeared => "report-drift-disappeared",
    };
    say(texts, id)
}

/// What a file measures; what it is declared to be where it could not be read.
pub(super) fn size(file: &AssetRecord) -> String {
    let declared = &file.declared;
    match &file.measured {
        Some(file) => described(Some(&file.media_type), file.width, file.height, Some(file.bytes)),
        None => described(declared.media_type.as_deref(), declared.width, declared.height, None),
    }
}

/// The start of a file's SHA-256, or that there is none.
pub(super) fn digest(file: &AssetRecord, texts: &Texts) -> String {
    match file.sha256() {
        Some(sha256) => format!("SHA-256 {}…", sha256.chars().take(DIGITS).collect::<String>()),
        None => say(texts, "report-drift-unread"),
    }
}
