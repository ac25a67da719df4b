//! `carddesk verify`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use jiff::Timestamp;

use crate::acknowledged::{self, Acknowledged};
use crate::batch::{self, Baseline, Batch, Controls, Drift, Identity, Plan, Progress};
use crate::i18n::{Text, Texts, count};
use crate::media::DrawProgram;
use crate::model::Now;
use crate::settings::{Folders, FoldersError, read_stream};
use crate::words::{continued, stored};

use super::connect::{not_the_password, reach};
use super::customers::{all_known, given};
use super::error::{CliError, Misplaced};
use super::output::{complain, complain_of, end_progress, progress};
use super::verify_arguments::VerifyOptions;
use super::{verify_files, verify_outputs};

/// Findings at error level.
const EXIT_FOUND: u8 = 1;
/// Some customers could not be read.
const EXIT_UNREAD: u8 = 3;
/// Largest baseline, in bytes; its pictures are most of it.
const MOST_BASELINE_BYTES: u64 = 1024 * 1024 * 1024;

/// Verifies the cards of the customers given, and writes the reports asked for.
pub(super) fn run(
    options: &VerifyOptions,
    data_dir: Option<&Path>,
    texts: &Texts,
) -> Result<ExitCode, CliError> {
    verify_outputs::check(options, data_dir)?;
    let acknowledged = acknowledged(options, data_dir)?;
    let given = given(&options.list, texts)?;
    if given.is_none() && !options.access.sandbox {
        return Err(CliError::NoCustomers);
    }
    verify_files::check(options)?;
    let baseline = baseline_text(options)?;
    let reached = reach(&options.access, options.lang)?;
    let given = match given {
        Some(given) => given,
        None => all_known(&reached)?,
    };
    if given.numbers.is_empty() {
        return Err(CliError::NoCustomers);
    }
    for number in &given.numbers {
        not_the_password(&reached.credentials, Misplaced::Customer, number.as_str())?;
    }
    let now = Timestamp::now();
    let plan = Plan {
        server: &reached.server,
        credentials: &reached.credentials,
        identity: Identity::new(&reached.server, reached.credentials.merchant_id, now),
        customers: &given.numbers,
        rate: options.rate,
        today: Now { timestamp: now }.today(),
        program: DrawProgram::this_program(),
        state: options.state.as_deref(),
    };
    let baseline = baseline.map(|(path, text)| {
        let read = Baseline::read(&text, &plan.identity);
        read.map_err(|error| CliError::Baseline { path: path.clone(), error })
    });
    let baseline = baseline.transpose()?;
    let batch = batch::run(&plan, &Controls::default(), &mut |done| progress(|| said(done, texts)));
    end_progress();
    let mut batch = batch.map_err(CliError::Batch)?;
    batch.acknowledged = acknowledged;
    batch.drift = baseline.map(|baseline| Drift::between(&baseline, &batch));
    let written = verify_files::write(options, &batch, &given, texts);
    // The summary says so itself.
    if batch.counts().is_mostly_without_cards()
        && verify_files::all_reports(options).next().is_some()
    {
        complain(&texts.by_id("report-mostly-without-cards", None, &[]));
    }
    if let Some(error) = &batch.state_warning {
        let why = continued(&stored(texts, error));
        complain_of(texts, Text::StateUnwritten { why: &why });
    }
    written.map(|()| exit_code(&batch))
}

fn exit_code(batch: &Batch) -> ExitCode {
    let counts = batch.counts();
    match (counts.failed, counts.errors) {
        (0, 0) => ExitCode::SUCCESS,
        (0, _) => ExitCode::from(EXIT_FOUND),
        (_, _) => ExitCode::from(EXIT_UNREAD),
    }
}

/// What the user has acknowledged, and what the file says that is named.
fn acknowledged(
    options: &VerifyOptions,
    data_dir: Option<&Path>,
) -> Result<Acknowledged, CliError> {
    let mut all = match Folders::new(data_dir) {
        Ok(folders) => acknowledged::load(&folders).map_err(CliError::Acknowledged)?,
        // Build servers know users without a home; nobody has acknowledged anything there.
        Err(FoldersError::NoHome) => Acknowledged::default(),
    };
    if let Some(path) = &options.acknowledged {
        all.merge(&acknowledged::load_file(path).map_err(CliError::Acknowledged)?);
    }
    Ok(all)
}

/// The baseline to compare with, and where it is.
fn baseline_text(options: &VerifyOptions) -> Result<Option<(&PathBuf, Vec<u8>)>, CliError> {
    let Some(path) = &options.baseline else { return Ok(None) };
    let text = read_stream(path, MOST_BASELINE_BYTES).map_err(CliError::BaselineUnread)?;
    Ok(Some((path, text)))
}

fn said(progress: Progress, texts: &Texts) -> String {
    let Progress { done, all, failed, left } = progress;
    let (is_open, failed) = (done < all, count(failed));
    let far = Text::CliProgressBatch { done: count(done), all: count(all), failed };
    let far = texts.get(far);
    match left.filter(|_| is_open) {
        Some(left) => {
            let time = duration(left, texts);
            format!("{far}, {}", texts.get(Text::CliProgressLeft { time: &time }))
        }
        None => far.into(),
    }
}

fn duration(left: Duration, texts: &Texts) -> String {
    let text = match left.as_secs() {
        seconds @ 0..60 => Text::CliSeconds { time: &seconds.max(1).to_string() },
        seconds @ 60..3600 => Text::CliMinutes { time: &seconds.div_ceil(60).to_string() },
        seconds => {
            let minutes = count(seconds % 3600 / 60);
            Text::CliHours { hours: &(seconds / 3600).to_string(), minutes }
        }
    };
    texts.get(text).into()
}
