use std::process::ExitCode;

use super::arguments::SnapshotOptions;
use super::output::CliError;

pub(super) fn run(_options: &SnapshotOptions) -> Result<ExitCode, CliError> {
    Err(CliError::NotSettled)
}
