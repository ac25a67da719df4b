//! The diagnostic log.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use tracing::level_filters::LevelFilter;
use tracing::subscriber::SetGlobalDefaultError;
use tracing_appender::non_blocking::{NonBlocking, NonBlockingBuilder, WorkerGuard};
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::{Layer as _, SubscriberExt as _};

use crate::domain::redact;
use crate::store::{RollingFile, StoreError};

/// Name of the files, before their number.
pub(super) const NAME: &str = "carddesk";
/// Processes that write at once; further ones write none.
pub(super) const PLACES: usize = 4;
/// Bytes of a file: with its older half, and all places, 5 MiB.
pub(super) const MOST_BYTES: u64 = 5 * 1024 * 1024 / (2 * PLACES as u64);
/// Lines that wait to be written; what comes beyond is lost rather than waited for.
const WAITING: usize = 4096;

/// The log of this process; what waits is written when this is dropped.
#[derive(Debug)]
pub struct Log {
    path: PathBuf,
    _worker: WorkerGuard,
}

/// Why there is no log.
#[derive(Debug, thiserror::Error)]
pub enum LogError {
    /// Its folder or file cannot be made or written.
    #[error(transparent)]
    Store(StoreError),
    /// This process has one already.
    #[error("this process has a log already")]
    Begun,
}

impl Log {
    /// Records from now on into this folder, what `tracing` and `log` are given by the program and,
    /// from warnings on, by its libraries. Once in a process.
    ///
    /// # Errors
    /// [`LogError`]; the program goes on without a log.
    pub fn begin(folder: &Path) -> Result<Self, LogError> {
        let file = RollingFile::claim(folder, NAME, PLACES, MOST_BYTES).map_err(LogError::Store)?;
        let path = file.path().to_owned();
        let (lines, worker) = NonBlockingBuilder::default()
            .buffered_lines_limit(WAITING)
            .lossy(true)
            .thread_name("log")
            .finish(Lines { file });
        subscribe(lines).map_err(|_begun| LogError::Begun)?;
        Ok(Self { path, _worker: worker })
    }

    /// The file of the newest lines.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

fn subscribe(lines: NonBlocking) -> Result<(), SetGlobalDefaultError> {
    let of_libraries = Targets::new().with_default(LevelFilter::WARN);
    let layer = tracing_subscriber::fmt::layer()
        .with_writer(lines)
        .with_ansi(false)
        // The line's own time stands before it.
        .without_time()
        .with_filter(of_libraries.with_target("carddesk", LevelFilter::INFO));
    tracing::subscriber::set_global_default(tracing_subscriber::registry().with(layer))
}

/// Writes each record as one line: its time, and the record with what is secret elided.
struct Lines {
    file: RollingFile,
}

impl Write for Lines {
    fn write(&mut self, record: &[u8]) -> io::Result<usize> {
        let text = String::from_utf8_lossy(record);
        let text = text.trim_end().replace(['\n', '\r'], " ");
        let line = format!("{:.3} {}", Timestamp::now(), redact(&text).as_str().trim_start());
        // There is nobody to tell: the log is what would be told.
        let _lost = self.file.append(line.as_bytes());
        Ok(record.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
