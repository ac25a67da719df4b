//! The command line: one file a subcommand. Without one, the window opens.

mod arguments;
mod connect;
mod customers;
mod list;
mod open;
mod output;
mod remove;
mod resolve;
mod revoke;
mod sandbox;
mod snapshot;
mod verify;
mod verify_arguments;
mod verify_files;
mod window;

use std::ffi::OsString;
use std::process::ExitCode;
use std::time::Instant;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use arguments::{Arguments, Command};

pub use output::{CliError, EXIT_BAD, EXIT_REFUSED, EXIT_UNVERIFIED};

/// Runs the program with these arguments, the first of which is its own name.
///
/// Exit codes: 0 done, 1 refused, still there or found at fault, 2 could not run or bad usage, 3
/// unverified.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let begun = Instant::now();
    let arguments = match Arguments::read(arguments) {
        Ok(arguments) => arguments,
        Err(error) => return usage(&error),
    };
    let done = match arguments.command {
        None => window::run(&arguments.window, arguments.data_dir.as_deref(), begun),
        Some(Command::Sandbox(options)) => sandbox::run(&options),
        Some(Command::List(options)) => list::run(&options, arguments.data_dir.as_deref()),
        Some(Command::Remove(options)) => remove::run(&options, arguments.data_dir.as_deref()),
        Some(Command::Resolve(options)) => resolve::run(&options, arguments.data_dir.as_deref()),
        Some(Command::Snapshot(options)) => snapshot::run(&options, arguments.data_dir.as_deref()),
        Some(Command::Verify(options)) => verify::run(&options, arguments.data_dir.as_deref()),
        Some(Command::DrawWorker) => return crate::media::run_worker(),
    };
    done.unwrap_or_else(|error| {
        output::complain(&error.to_string());
        error.technical().into_iter().for_each(output::complain_technically);
        ExitCode::from(error.exit_code())
    })
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
