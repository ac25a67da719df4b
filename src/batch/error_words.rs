//! Why a batch did not begin, or cannot be compared with, in the words of the texts.

use std::path::Path;

use crate::i18n::{Text, Texts, count};
use crate::words::{StoredFile, advised_error, continued, fetch_error, stored_as};

use super::baseline::{BaselineError, FORM};
use super::record::Identity;
use super::run::BatchError;
use super::state::StateError;

/// Why a batch did not begin.
pub fn batch_words(texts: &Texts, error: &BatchError) -> String {
    match error {
        BatchError::Client(error) => advised_error(texts, error),
        BatchError::Fetcher(error) => {
            let why = continued(&fetch_error(texts, error));
            texts.get(Text::BatchNoFiles { why: &why }).into()
        }
        BatchError::State { path, error } => state_words(texts, path, error),
        BatchError::BrokeOff => texts.get(Text::BatchBrokeOff).into(),
        BatchError::NeverBegun => texts.get(Text::BatchNeverBegun).into(),
        BatchError::System(error) => {
            texts.get(Text::BatchNoThreads { reason: &error.to_string() }).into()
        }
    }
}

fn state_words(texts: &Texts, path: &Path, error: &StateError) -> String {
    let path = path.display().to_string();
    match error {
        StateError::Unusable(error) => stored_as(texts, StoredFile::State, error),
        StateError::InUse => texts.get(Text::StateInUse { path: &path }).into(),
        StateError::NoStateFile => texts.get(Text::StateNoStateFile { path: &path }).into(),
        StateError::OtherBatch { kept, wanted } => {
            let (kept, wanted) = (place(texts, kept), place(texts, wanted));
            texts.get(Text::StateOfOther { path: &path, kept: &kept, wanted: &wanted }).into()
        }
    }
}

/// Why a file cannot be compared with.
pub fn baseline_words(texts: &Texts, error: &BaselineError) -> String {
    match error {
        BaselineError::NoBaseline => texts.get(Text::BaselineNone).into(),
        BaselineError::OtherForm(form) => {
            let (form, own) = (form.to_string(), FORM.to_string());
            texts.get(Text::BaselineOtherForm { form: &form, own: &own }).into()
        }
        BaselineError::Damaged { line } => {
            texts.get(Text::BaselineDamaged { line: count(*line) }).into()
        }
        BaselineError::OtherBatch { kept, wanted } => {
            let (kept, wanted) = (place(texts, kept), place(texts, wanted));
            texts.get(Text::BaselineOfOther { kept: &kept, wanted: &wanted }).into()
        }
    }
}

/// Whose batch it is, and where.
fn place(texts: &Texts, one: &Identity) -> String {
    let merchant = one.merchant_id.to_string();
    let (server, environment) = (one.server.as_str(), one.environment.as_str());
    texts.get(Text::BatchPlace { merchant: &merchant, server, environment }).into()
}
