//! What the log holds, in a form that may be sent to a maintainer.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::store::{RollingFile, read_capped};

use super::log::{MOST_BYTES, NAME, PLACES};

/// Newest warnings and errors that a summary repeats.
const NEWEST: usize = 20;

/// The logs of a folder, counted.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Summary {
    /// Files that hold records.
    pub files: Vec<PathBuf>,
    /// Lines of all files.
    pub records: usize,
    /// Lines of level WARN.
    pub warnings: usize,
    /// Lines of level ERROR, panics included.
    pub errors: usize,
    /// Lines that a panic wrote; only its place is in them.
    pub panics: usize,
    /// The newest warnings and errors, oldest first, each without the words of
    /// libraries and of the system, which may name a server, a proxy or a folder.
    pub newest: Vec<String>,
}

/// Reads what is in a folder of logs. Files that are missing or cannot be read count as empty.
pub fn summary(folder: &Path) -> Summary {
    let mut summary = Summary::default();
    // The time before each record is of a form whose order is that of its letters.
    let mut newest = BTreeSet::new();
    for path in (1..=PLACES).flat_map(|place| {
        let path = folder.join(format!("{NAME}-{place}.log"));
        [RollingFile::older(&path), path]
    }) {
        let Ok(bytes) = read_capped(&path, MOST_BYTES) else { continue };
        summary.files.push(path);
        for (number, line) in String::from_utf8_lossy(&bytes).lines().enumerate() {
            summary.records += 1;
            let level = line.split_whitespace().nth(1);
            match level {
                Some("WARN") => summary.warnings += 1,
                Some("ERROR") => summary.errors += 1,
                _ => continue,
            }
            if line.contains(" carddesk::panic:") {
                summary.panics += 1;
            }
            newest.insert((without_reason(line).to_owned(), number));
        }
    }
    let before = newest.len().saturating_sub(NEWEST);
    summary.newest = newest.into_iter().skip(before).map(|(line, _number)| line).collect();
    summary
}

/// Without the words of libraries and of the system, which may name a server, a proxy or a folder.
fn without_reason(line: &str) -> &str {
    line.split_once(" reason=").map_or(line, |(before, _)| before)
}
