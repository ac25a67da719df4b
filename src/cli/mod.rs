//! The command line: one file a subcommand. Without one, the window opens.

mod arguments;
mod connect;
mod list;
mod output;
mod remove;
mod sandbox;
mod snapshot;
mod window;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser as _;
use clap::error::ErrorKind;

use arguments::{Arguments, Command};

pub use output::{CliError, EXIT_BAD, EXIT_REFUSED, EXIT_UNVERIFIED};

/// Runs the program with these arguments, the first of which is its own name.
///
/// Exit codes: 0 done, 1 refused or still there, 2 could not run or bad usage, 3 unverified.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => return usage(&error),
    };
    let done = match arguments.command {
        None => window::run(&arguments.window, arguments.data_dir.as_deref()),
        Some(Command::Sandbox(options)) => sandbox::run(&options),
        Some(Command::List(options)) => list::run(&options, arguments.data_dir.as_deref()),
        Some(Command::Remove(options)) => remove::run(&options, arguments.data_dir.as_deref()),
        Some(Command::Snapshot(options)) => snapshot::run(&options, arguments.data_dir.as_deref()),
        Some(Command::DrawWorker) => return crate::media::run_worker(),
    };
    done.unwrap_or_else(|error| {
        output::complain(&error.to_string());
        ExitCode::from(error.exit_code())
    })
}

/// Help and version go to the standard output; bad usage is one sentence and exit code 2.
fn usage(error: &clap::Error) -> ExitCode {
    let wanted = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
    // Nothing is left to do where the terminal is gone.
    let _printed = error.print();
    if wanted { ExitCode::SUCCESS } else { ExitCode::from(EXIT_BAD) }
}
