//! Changes in words, for every report that people read.

use crate::batch::changes::{ChangeKind, Drift, WhyNot};
use crate::batch::record::AssetRecord;
use crate::batch::words::{say, say_numbers};
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

/// Why customers are not compared.
pub fn why_not_word(why: WhyNot, texts: &Texts) -> String {
    let id = match why {
        WhyNot::NotAskedBefore => "report-drift-not-asked-before",
        WhyNot::NotAskedNow => "report-drift-not-asked-now",
        WhyNot::UnreadBefore => "report-drift-unread-before",
        WhyNot::UnreadNow => "report-drift-unread-now",
    };
    say(texts, id)
}

/// The text that says so where nothing has changed.
pub fn nothing_changed(drift: &Drift) -> Option<&'static str> {
    let id = match drift.not_compared.is_empty() {
        true => "report-drift-none",
        false => "report-drift-none-compared",
    };
    drift.changes.is_empty().then_some(id)
}

/// How many customers are not compared, and why; `None` where all are.
pub fn not_compared(drift: &Drift, texts: &Texts) -> Option<String> {
    let reasons: Vec<String> = drift
        .left_out()
        .into_iter()
        .map(|(why, count)| format!("{}: {count}", why_not_word(why, texts)))
        .collect();
    let count = drift.not_compared.len();
    let lead = say_numbers(texts, "report-drift-not-compared", &[("count", count)]);
    (count > 0).then(|| format!("{lead} ({})", reasons.join(", ")))
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
        Some(sha256) => format!("SHA-256 {sha256:.DIGITS$}…"),
        None => say(texts, "report-drift-unread"),
    }
}
