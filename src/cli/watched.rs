//! What every subcommand runs within: the diagnostic log, and what a crash is reported by.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::process::ExitCode;

use crate::diagnostics::{Log, Panics};
use crate::i18n::{Text, Texts};
use crate::settings::Folders;

use super::console;
use super::error::CliError;
use super::output::{complain, complain_technically};
use super::work::{WINDOW, Work};

/// Runs a subcommand, and returns what it ended with. The log is of those that have a name; without a
/// folder for it there is none, and the window alone makes one: what a subcommand looks up leaves no
/// trace where there was none.
pub(super) fn run(work: Work<'_>, data_dir: Option<&Path>, texts: &Texts) -> ExitCode {
    let Work { name, language: _, run } = work;
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
    let done = catch_unwind(AssertUnwindSafe(|| run(texts, &panics)))
        .unwrap_or_else(|_panic| Err(CliError::Crashed(panics.crash())));
    match done {
        Ok(code) => {
            tracing::info!(target: "carddesk::run", command = name, "ends");
            code
        }
        Err(error) => {
            tracing::error!(target: "carddesk::run", command = name, exit = error.exit_code(), "ends early");
            let mut words = error.words(texts);
            if let Some(log_file) = written.filter(|_| error.is_crash()) {
                let path = log_file.path().display().to_string();
                words = format!("{words}. {}", texts.get(Text::CrashedLog { path: &path }));
            }
            complain(&words);
            if name == Some(WINDOW) {
                console::say_in_a_box(&words);
            }
            error.technical().into_iter().for_each(|words| complain_technically(texts, words));
            ExitCode::from(error.exit_code())
        }
    }
}
