use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use jiff::Timestamp;

use crate::acknowledged::{self, Acknowledged};
use crate::batch::{
    self, Baseline, Batch, Controls, CustomerFile, Drift, Identity, Plan, Progress, RefusedRow,
    read_customers,
};
use crate::domain::CustomerNumber;
use crate::domain::cell::Separator;
use crate::i18n::Texts;
use crate::media::DrawProgram;
use crate::model::Now;
use crate::settings::{Folders, FoldersError, read_stream, write_private};

use super::arguments::VerifyOptions;
use super::connect::{Reached, reach};
use super::output::{CliError, complain, print, progress};

/// Findings at error level.
const EXIT_FOUND: u8 = 1;
/// Some customers could not be read.
const EXIT_UNREAD: u8 = 3;
/// Largest file of customer numbers, in bytes.
const MOST_BYTES: u64 = 16 * 1024 * 1024;
/// Largest baseline, in bytes; its pictures are most of it.
const MOST_BASELINE_BYTES: u64 = 1024 * 1024 * 1024;
/// Refused rows told on the standard error.
const MOST_ROWS: usize = 5;

/// Verifies the cards of the customers given, and writes the reports asked for.
pub(super) fn run(options: &VerifyOptions, data_dir: Option<&Path>) -> Result<ExitCode, CliError> {
    let acknowledged = acknowledged(options, data_dir)?;
    let given = given(options)?;
    for path in files(options) {
        check_folder(path)?;
    }
    let baseline = baseline_text(options)?;
    let reached = reach(&options.access, options.lang)?;
    let given = match given {
        Some(given) => given,
        None => all_known(&reached)?,
    };
    if given.numbers.is_empty() {
        let refused = refused(&given.refused, options);
        return Err(refused.map_or(CliError::NoCustomers, CliError::RowsRefused));
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
    write(options, &batch, &given)?;
    if let Some(words) = told(&given, options) {
        complain(&words);
    }
    // The summary says so itself.
    if batch.counts().is_mostly_without_cards() && all_reports(options).next().is_some() {
        let texts = Texts::new(options.lang.into());
        complain(&texts.by_id("report-mostly-without-cards", None, &[]));
    }
    if let Some(reason) = &batch.state_warning {
        complain(&format!("the state file could not be written to its end: {reason}"));
    }
    Ok(exit_code(&batch))
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

/// The customers that the flags name; `None` where they name none.
fn given(options: &VerifyOptions) -> Result<Option<CustomerFile>, CliError> {
    if let Some(path) = &options.customers {
        let bytes = read_stream(path, MOST_BYTES).map_err(CliError::CustomersUnread)?;
        return Ok(Some(read_customers(&bytes)));
    }
    if options.customer.is_empty() {
        return if options.access.sandbox { Ok(None) } else { Err(CliError::NoCustomers) };
    }
    let numbers: Result<Vec<_>, _> =
        options.customer.iter().map(|text| CustomerNumber::parse(text)).collect();
    Ok(Some(each_once(numbers.map_err(CliError::Customer)?)))
}

fn all_known(reached: &Reached) -> Result<CustomerFile, CliError> {
    let numbers: Result<Vec<_>, _> =
        reached.known.iter().map(|known| CustomerNumber::parse(&known.number)).collect();
    Ok(each_once(numbers.map_err(CliError::Customer)?))
}

fn each_once(all: Vec<CustomerNumber>) -> CustomerFile {
    let mut file = CustomerFile::default();
    for number in all {
        if file.numbers.contains(&number) {
            file.folded += 1;
        } else {
            file.numbers.push(number);
        }
    }
    file
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

/// Files to be written, but for the standard output.
fn files(options: &VerifyOptions) -> impl Iterator<Item = &PathBuf> {
    reports(options).chain(&options.save_baseline)
}

fn reports(options: &VerifyOptions) -> impl Iterator<Item = &PathBuf> {
    all_reports(options).filter(|path| !is_standard_output(path))
}

fn all_reports(options: &VerifyOptions) -> impl Iterator<Item = &PathBuf> {
    [&options.json, &options.html, &options.csv, &options.junit].into_iter().flatten()
}

fn is_standard_output(path: &Path) -> bool {
    path == Path::new("-")
}

/// A mistyped folder should be told before the work, not after it.
fn check_folder(path: &Path) -> Result<(), CliError> {
    let failed = |error| CliError::Report { path: path.to_owned(), error };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    if !fs::metadata(folder.unwrap_or(Path::new("."))).map_err(failed)?.is_dir() {
        return Err(failed(io::ErrorKind::NotADirectory.into()));
    }
    if path.is_dir() { Err(failed(io::ErrorKind::IsADirectory.into())) } else { Ok(()) }
}

fn write(options: &VerifyOptions, batch: &Batch, given: &CustomerFile) -> Result<(), CliError> {
    let texts = Texts::new(options.lang.into());
    if let Some(path) = &options.save_baseline {
        let text = Baseline::of(batch).text();
        save(path, &text.map_err(|error| CliError::Output(error.into()))?)?;
    }
    if let Some(path) = &options.html {
        save(path, batch::html(batch, &given.refused, &texts).as_bytes())?;
    }
    if let Some(path) = &options.csv {
        let mut rows = Vec::new();
        let usual = Separator::usual_in(options.lang.into());
        let separator = options.csv_separator.map_or(usual, Separator::from);
        batch::csv(batch, &texts, separator, &mut rows).map_err(CliError::Output)?;
        save(path, &rows)?;
    }
    if let Some(path) = &options.junit {
        save(path, batch::junit(batch, &texts).as_bytes())?;
    }
    match &options.json {
        Some(path) if is_standard_output(path) => {
            print(&batch::json(batch, &texts).to_string())?;
        }
        Some(path) => {
            let mut text = batch::json(batch, &texts).to_string();
            text.push('\n');
            save(path, text.as_bytes())?;
        }
        None if reports(options).next().is_none() => print(&batch::summary(batch, &texts))?,
        None => {}
    }
    Ok(())
}

fn save(path: &Path, content: &[u8]) -> Result<(), CliError> {
    // A bare name has an empty folder.
    let full = Path::new(".").join(path);
    let failed = |error| CliError::Report { path: path.to_owned(), error };
    write_private(&full, content).map_err(failed)
}

/// What became of the list's rows that are no customers of their own.
fn told(given: &CustomerFile, options: &VerifyOptions) -> Option<String> {
    let header = given.header.as_ref().map(|word| {
        format!("`{word}` was taken for the name of the column, and nobody was asked about it")
    });
    let folded = match given.folded {
        0 => None,
        1 => Some("1 row repeated a number before it, and was left out".to_owned()),
        rows => Some(format!("{rows} rows repeated a number before them, and were left out")),
    };
    // What was refused ends with a full stop of its own.
    let all = [header, folded, refused(&given.refused, options)];
    let told = all.into_iter().flatten().collect::<Vec<_>>().join("; ");
    Some(told).filter(|words| !words.is_empty())
}

/// The rows that were refused, in words; `None` where there are none.
fn refused(rows: &[RefusedRow], options: &VerifyOptions) -> Option<String> {
    if rows.is_empty() {
        return None;
    }
    let texts = Texts::new(options.lang.into());
    let told = rows.iter().take(MOST_ROWS).map(|row| {
        let why = batch::refusal(&texts, &row.error);
        format!("line {} `{}`: {why}", row.line, row.value)
    });
    let more = match rows.len().saturating_sub(MOST_ROWS) {
        0 => String::new(),
        more => format!(" (and {more} more)"),
    };
    let told = told.collect::<Vec<_>>().join(" ");
    let count = match rows.len() {
        1 => "1 row was refused".to_owned(),
        count => format!("{count} rows were refused"),
    };
    Some(format!("{count}: {told}{more}"))
}
