//! `carddesk sandbox`.

use std::io;
use std::process::ExitCode;

use crate::sandbox::run_foreground;

use super::arguments::SandboxOptions;
use super::error::CliError;

/// Runs the sandbox until the process is ended (Ctrl+C).
pub(super) fn run(options: &SandboxOptions) -> Result<ExitCode, CliError> {
    let _sandbox = run_foreground(options.port, &mut io::stdout()).map_err(CliError::Sandbox)?;
    loop {
        std::thread::park();
    }
}
