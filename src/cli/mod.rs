//! The command line: one file a subcommand. Without one, the window opens.

mod access;
mod arguments;
mod connect;
mod console;
mod customers;
mod diagnostics;
mod list;
mod open;
mod output;
mod own_files;
mod remove;
mod remove_output;
mod resolve;
mod sandbox;
mod snapshot;
mod verify;
mod verify_arguments;
mod verify_files;
mod verify_outputs;
mod watched;
mod window;

use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use clap::CommandFactory as _;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use arguments::{Arguments, Command};

pub use output::{CliError, EXIT_BAD, EXIT_REFUSED, EXIT_UNVERIFIED};

/// The command line itself, for manual pages and completions.
pub fn command() -> clap::Command {
    Arguments::command()
}

/// Runs the program with these arguments, the first of which is its own name.
///
/// Exit codes: 0 done, 1 refused, still there or found at fault, 2 could not run or bad usage, 3
/// unverified.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let begun = Instant::now();
    console::join();
    let arguments = match Arguments::read(arguments) {
        Ok(arguments) => arguments,
        Err(error) => return usage(&error),
    };
    if let Some(Command::DrawWorker) = arguments.command {
        return crate::media::run_worker();
    }
    let data_dir = arguments.data_dir.as_deref();
    if let Some(error) = data_dir.and_then(no_folder) {
        let is_removal = matches!(arguments.command, Some(Command::Remove(_)));
        let what = if is_removal { "nothing was sent: the journal cannot be kept: " } else { "" };
        output::complain(&format!("{what}{error}"));
        return ExitCode::from(EXIT_BAD);
    }
    watched::run(name(arguments.command.as_ref()), data_dir, |panics| match &arguments.command {
        None => window::run(&arguments.window, data_dir, begun, panics),
        Some(command) => run_command(command, data_dir),
    })
}

/// What is no folder where the data folder, or one on the way to it, should be.
fn no_folder(folder: &Path) -> Option<CliError> {
    let there = folder.ancestors().find(|part| part.exists())?;
    (!there.is_dir())
        .then(|| CliError::DataFolder { folder: folder.to_owned(), taken: there.to_owned() })
}

fn run_command(command: &Command, data_dir: Option<&Path>) -> Result<ExitCode, CliError> {
    match command {
        Command::Sandbox(options) => sandbox::run(options),
        Command::List(options) => list::run(options, data_dir),
        Command::Remove(options) => remove::run(options, data_dir),
        Command::Resolve(options) => resolve::run(options, data_dir),
        Command::Snapshot(options) => snapshot::run(options, data_dir),
        Command::Verify(options) => verify::run(options, data_dir),
        Command::Diagnostics => diagnostics::run(data_dir),
        Command::DrawWorker => Ok(crate::media::run_worker()),
    }
}

/// What the log calls a subcommand; its arguments are no business of the log's. None for those that
/// leave no trace.
fn name(command: Option<&Command>) -> Option<&'static str> {
    match command {
        None => Some(watched::WINDOW),
        Some(Command::List(_)) => Some("list"),
        Some(Command::Remove(_)) => Some("remove"),
        Some(Command::Resolve(_)) => Some("resolve"),
        Some(Command::Verify(_)) => Some("verify"),
        Some(
            Command::Sandbox(_) | Command::Snapshot(_) | Command::Diagnostics | Command::DrawWorker,
        ) => None,
    }
}

/// Help and version go to the standard output; bad usage is one sentence and exit code 2.
fn usage(error: &clap::Error) -> ExitCode {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        // Nothing is left to do where the reader is gone.
        let _printed = error.print();
        return ExitCode::SUCCESS;
    }
    output::complain(&usage_sentence(error));
    ExitCode::from(EXIT_BAD)
}

/// What clap says before its usage lines. A value that belongs to no flag is not repeated: it may
/// be a password put in the wrong place.
fn usage_sentence(error: &clap::Error) -> String {
    let rendered = error.render().to_string();
    let mut lines = rendered.lines().map(str::trim).filter(|line| !line.is_empty());
    let mut sentence = lines.next().unwrap_or_default().trim_start_matches("error: ").to_owned();
    for line in lines.take_while(|line| !line.starts_with("Usage:")) {
        if line.starts_with("For more information") {
            break;
        }
        let joint = if line.starts_with("tip:") { "; " } else { " " };
        sentence = format!("{sentence}{joint}{line}");
    }
    if matches!(error.kind(), ErrorKind::UnknownArgument | ErrorKind::TooManyValues) {
        for kind in [ContextKind::InvalidArg, ContextKind::InvalidValue] {
            if let Some(ContextValue::String(value)) = error.get(kind)
                && !value.starts_with('-')
            {
                sentence = sentence.replace(value, "…");
            }
        }
    }
    format!("{sentence} (--help tells more)")
}
