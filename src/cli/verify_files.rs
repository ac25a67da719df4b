//! The files that `carddesk verify` writes: all are tried, whatever becomes of one.

use std::path::{Path, PathBuf};

use crate::batch::{self, Baseline, Batch};
use crate::customers::CustomerList;
use crate::domain::cell::Separator;
use crate::i18n::Texts;
use crate::store::{replace, try_replace};

use super::customers::json_of;
use super::error::CliError;
use super::output::{is_standard_output, print, print_bytes};
use super::verify_arguments::VerifyOptions;

/// A mistyped folder should be reported before the work, not after it.
///
/// # Errors
/// Every file that could not be written there.
pub(super) fn check(options: &VerifyOptions) -> Result<(), CliError> {
    all_of(files(options).map(|path| check_file(path)))
}

/// Writes what was asked for; what is asked for on the standard output comes last.
///
/// # Errors
/// Every file that could not be written. The others are.
pub(super) fn write(
    options: &VerifyOptions,
    batch: &Batch,
    list: &CustomerList,
    texts: &Texts,
) -> Result<(), CliError> {
    let csv = || {
        let mut rows = Vec::new();
        let usual = Separator::usual_in(options.lang.into());
        let separator = options.csv_separator.map_or(usual, Separator::from);
        batch::csv(batch, list, texts, separator, &mut rows).map_err(CliError::Output)?;
        Ok(rows)
    };
    let junit = || {
        let page = batch::junit(batch, list, texts).map_err(CliError::Output)?;
        Ok(page.into_bytes())
    };
    let json = || {
        let mut report = batch::json(batch, texts);
        report["list"] = json_of(list, texts);
        Ok(format!("{report}\n").into_bytes())
    };
    let baseline = || {
        let text = Baseline::of(batch).text();
        text.map_err(|error| CliError::Output(error.into()))
    };
    let html = || Ok(batch::html(batch, list, texts).into_bytes());
    let mut outputs: Vec<(&Option<PathBuf>, Content<'_>)> = vec![
        (&options.save_baseline, Box::new(baseline)),
        (&options.html, Box::new(html)),
        (&options.csv, Box::new(csv)),
        (&options.junit, Box::new(junit)),
        (&options.json, Box::new(json)),
    ];
    outputs.sort_by_key(|(path, _)| path.as_deref().is_some_and(is_standard_output));
    let written = outputs.into_iter().filter_map(|(path, content)| {
        let path = path.as_deref()?;
        Some(content().and_then(|content| save(path, &content)))
    });
    all_of(written.chain(summary(options, batch, list, texts)))
}

/// What is written, made when its turn has come.
type Content<'a> = Box<dyn FnOnce() -> Result<Vec<u8>, CliError> + 'a>;

/// A summary where no report is asked for.
fn summary(
    options: &VerifyOptions,
    batch: &Batch,
    list: &CustomerList,
    texts: &Texts,
) -> Option<Result<(), CliError>> {
    if all_reports(options).next().is_some() {
        return None;
    }
    let account = options.list.customers.as_ref().map(|_| batch::account(texts, list));
    let all = account.into_iter().chain([batch::summary(batch, texts)]);
    Some(print(&all.collect::<Vec<_>>().join("\n")))
}

/// Does all of it; what failed is reported together.
fn all_of(done: impl Iterator<Item = Result<(), CliError>>) -> Result<(), CliError> {
    let mut failed: Vec<CliError> = done.filter_map(Result::err).collect();
    match failed.len() {
        0 => Ok(()),
        1 => failed.pop().map_or(Ok(()), Err),
        _ => Err(CliError::Several(failed)),
    }
}

/// Files to be written, but for the standard output.
fn files(options: &VerifyOptions) -> impl Iterator<Item = &PathBuf> {
    all_reports(options).filter(|path| !is_standard_output(path)).chain(&options.save_baseline)
}

/// Every report that is asked for, on the standard output or not.
pub(super) fn all_reports(options: &VerifyOptions) -> impl Iterator<Item = &PathBuf> {
    [&options.json, &options.html, &options.csv, &options.junit].into_iter().flatten()
}

/// Whether a file can be written there: another one is, for a moment, beside it. A device or a pipe is
/// no file.
///
/// # Errors
/// [`CliError::Report`].
pub(super) fn check_file(path: &Path) -> Result<(), CliError> {
    try_replace(path).map_err(CliError::Report)
}

fn save(path: &Path, content: &[u8]) -> Result<(), CliError> {
    if is_standard_output(path) {
        return print_bytes(content);
    }
    replace(path, content).map_err(CliError::Report)
}
