//! `carddesk verify`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use jiff::Timestamp;

use crate::acknowledged::{self, Acknowledged};
use crate::batch::{self, Baseline, Batch, Controls, Drift, Identity, Plan, Progress};
use crate::i18n::Texts;
use crate::media::DrawProgram;
use crate::model::Now;
use crate::settings::{Folders, FoldersError, read_stream};

use super::connect::reach;
use super::customers::{all_known, given};
use super::output::{CliError, complain, progress};
use super::verify_arguments::VerifyOptions;
use super::{verify_files, verify_outputs};

/// Findings at error level.
const EXIT_FOUND: u8 = 1;
/// Some customers could not be read.
const EXIT_UNREAD: u8 = 3;
/// Largest baseline, in bytes; its pictures are most of it.
const MOST_BASELINE_BYTES: u64 = 1024 * 1024 * 1024;

/// Verifies the cards of the customers given, and writes the reports asked for.
pub(super) fn run(options: &VerifyOptions, data_dir: Option<&Path>) -> Result<ExitCode, CliError> {
    verify_outputs::check(options, data_dir)?;
    let acknowledged = acknowledged(options, data_dir)?;
    let texts = Texts::new(options.lang.into());
    let given = given(&options.list, &texts)?;
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
    let batch = batch::run(&plan, &Controls::default(), &mut |done| progress(&said(done)));
    progress("");
    let mut batch = batch.map_err(CliError::Batch)?;
    batch.acknowledged = acknowledged;
    batch.drift = baseline.map(|baseline| Drift::between(&baseline, &batch));
    let written = verify_files::write(options, &batch, &given);
    // The summary says so itself.
    if batch.counts().is_mostly_without_cards()
        && verify_files::all_reports(options).next().is_some()
    {
        complain(&texts.by_id("report-mostly-without-cards", None, &[]));
    }
    if let Some(reason) = &batch.state_warning {
        complain(&format!("the state file could not be written to its end: {reason}"));
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

/// What the user has accepted, and what the file says that is named.
fn acknowledged(
    options: &VerifyOptions,
    data_dir: Option<&Path>,
) -> Result<Acknowledged, CliError> {
    let mut all = match Folders::new(data_dir) {
        Ok(folders) => acknowledged::load(&folders).map_err(CliError::Acknowledged)?,
        // Build servers know users without a home; nobody has accepted anything there.
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

fn said(progress: Progress) -> String {
    let Progress { done, all, failed, left } = progress;
    let left = match left {
        Some(left) if done < all => format!(", about {} left", duration(left)),
        _ => String::new(),
    };
    format!("{done} of {all} customers, {failed} could not be read{left}")
}

fn duration(left: Duration) -> String {
    match left.as_secs() {
        seconds @ 0..60 => format!("{} s", seconds.max(1)),
        seconds @ 60..3600 => format!("{} min", seconds.div_ceil(60)),
        seconds => format!("{} h {} min", seconds / 3600, seconds % 3600 / 60),
    }
}
