//! The command line: one file a subcommand. Without one, the window opens.

mod access;
mod arguments;
mod connect;
mod console;
mod customers;
mod diagnostics;
mod error;
mod guarded;
mod journal;
mod journal_arguments;
mod journal_show;
mod list;
mod open;
mod output;
mod own_files;
mod password;
mod remove;
mod remove_output;
mod resolve;
mod sandbox;
mod sentences;
mod snapshot;
mod verify;
mod verify_arguments;
mod verify_files;
mod verify_outputs;
mod watched;
mod which;
mod window;
mod work;

use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use clap::CommandFactory as _;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::i18n::{Text, Texts};

use arguments::{Arguments, Command};
use work::Work;

pub use error::{ArgumentError, CliError, EXIT_BAD, EXIT_BROKEN, EXIT_REFUSED, EXIT_UNVERIFIED};

/// The command line itself, for manual pages and completions.
pub fn command() -> clap::Command {
    Arguments::command()
}

/// Runs the program with these arguments, the first of which is its own name.
///
/// Exit codes: 0 done, 1 refused, still there or found at fault, 2 could not run or bad usage, 3
/// unverified, 4 the journal was changed.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let begun = Instant::now();
    guarded::guard();
    console::join();
    let arguments = match Arguments::read(arguments) {
        Ok(arguments) => arguments,
        Err(error) => return usage(&error),
    };
    let data_dir = arguments.data_dir.as_deref();
    let Some(work) = Work::of(&arguments, begun) else { return crate::media::run_worker() };
    let texts = Texts::new(work.language);
    if let Some(error) = data_dir.and_then(no_folder) {
        let why = CliError::from(error).words(&texts);
        match arguments.command {
            Some(Command::Remove(_)) => {
                output::complain_of(&texts, Text::CliJournalUnkept { why: &why });
            }
            _ => output::complain(&why),
        }
        return ExitCode::from(EXIT_BAD);
    }
    watched::run(work, data_dir, &texts)
}

/// What is no folder where the data folder, or one on the way to it, should be.
fn no_folder(folder: &Path) -> Option<ArgumentError> {
    let there = folder.ancestors().find(|part| part.exists())?;
    let (folder, taken, is_file) = (folder.to_owned(), there.to_owned(), there.is_file());
    (!there.is_dir()).then_some(ArgumentError::DataFolder { folder, taken, is_file })
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
