//! What every subcommand runs within: the diagnostic log, and what a crash is reported by.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::process::ExitCode;

use crate::diagnostics::{Log, Panics};
use crate::settings::Folders;

use super::console;
use super::output::{CliError, complain, complain_technically};

/// The window's name in the log.
pub(super) const WINDOW: &str = "window";

/// Runs a subcommand, and returns what it ended with. The log is of those that have a name; without a
/// folder for it there is none, and the window alone makes one: what a subcommand looks up leaves no
/// trace where there was none.
pub(super) fn run(
    name: Option<&'static str>,
    data_dir: Option<&Path>,
    command: impl FnOnce(&Panics) -> Result<ExitCode, CliError>,
) -> ExitCode {
    let folders = name.and_then(|_| Folders::new(data_dir).ok());
    let has_room = |folders: &Folders| name == Some(WINDOW) || folders.data().is_dir();
    let written = folders.filter(has_room).and_then(|folders| Log::begin(&folders.logs()).ok());
    let panics = Panics::watch();
    tracing::info!(target: "carddesk::run",
        command = name,
        version = env!("CARGO_PKG_VERSION"),
        os = std::env::consts::OS,
        arch = std::env::consts::ARCH,
        "begins"
    );
    let done = catch_unwind(AssertUnwindSafe(|| command(&panics)))
        .unwrap_or_else(|_panic| Err(CliError::Crashed(panics.crash())));
    match done {
        Ok(code) => {
            tracing::info!(target: "carddesk::run", command = name, "ends");
            code
        }
        Err(error) => {
            tracing::error!(target: "carddesk::run", command = name, exit = error.exit_code(), "ends early");
            let mut words = error.to_string();
            if let Some(log_file) = written.filter(|_| error.is_crash()) {
                let path = log_file.path().display();
                words = format!(
                    "{words}. The log is {path}; `carddesk diagnostics` prints what may be sent to \
                     a maintainer"
                );
            }
            complain(&words);
            if name == Some(WINDOW) {
                console::say_in_a_box(&words);
            }
            error.technical().into_iter().for_each(complain_technically);
            ExitCode::from(error.exit_code())
        }
    }
}
