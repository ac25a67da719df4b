//! Which files `carddesk verify` is to write: none twice, and none that it reads.

use std::path::{Path, PathBuf};

use crate::store::is_same_file;

use super::error::ArgumentError;
use super::output::is_standard_output;
use super::own_files::{self, Named};
use super::verify_arguments::VerifyOptions;

/// Refuses outputs that would take one another's place, that of a file that is read, or that of one
/// which the program keeps for itself.
///
/// # Errors
/// [`ArgumentError::SameFile`], [`ArgumentError::BothPrinted`], [`ArgumentError::NeedsFile`],
/// [`ArgumentError::OwnFile`].
pub(super) fn check(options: &VerifyOptions, data_dir: Option<&Path>) -> Result<(), ArgumentError> {
    let kept = [("--state", &options.state), ("--save-baseline", &options.save_baseline)];
    let written = [
        ("--json", &options.json),
        ("--html", &options.html),
        ("--csv", &options.csv),
        ("--junit", &options.junit),
    ];
    let read = [
        ("--customers", &options.list.customers),
        ("--acknowledged", &options.acknowledged),
        ("--baseline", &options.baseline),
    ];
    let kept: Vec<_> = kept.into_iter().filter_map(given).collect();
    if let Some((flag, _)) = kept.iter().find(|(_, path)| is_standard_output(path)) {
        return Err(ArgumentError::NeedsFile { flag });
    }
    let written: Vec<_> = written.into_iter().filter_map(given).chain(kept).collect();
    let read: Vec<_> = read.into_iter().filter_map(given).collect();
    for (place, &(first, path)) in written.iter().enumerate() {
        for &(second, other) in &written[place + 1..] {
            check_two(first, path, second, other)?;
        }
        for &(second, other) in read.iter().filter(|(second, _)| !goes_on(first, second)) {
            check_two(first, path, second, other)?;
        }
    }
    own_files::check(data_dir, written)
}

fn given<'a>((flag, path): (&'static str, &'a Option<PathBuf>)) -> Option<Named<'a>> {
    Some((flag, path.as_deref()?))
}

/// A baseline may be compared with, and then kept anew in its place.
fn goes_on(written: &str, read: &str) -> bool {
    (written, read) == ("--save-baseline", "--baseline")
}

fn check_two(
    first: &'static str,
    path: &Path,
    second: &'static str,
    other: &Path,
) -> Result<(), ArgumentError> {
    match (is_standard_output(path), is_standard_output(other)) {
        (true, true) => Err(ArgumentError::BothPrinted { first, second }),
        (false, false) if is_same_file(path, other) => {
            Err(ArgumentError::SameFile { first, second, path: path.to_owned() })
        }
        _ => Ok(()),
    }
}
