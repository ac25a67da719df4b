use std::fs::{DirBuilder, File, OpenOptions, TryLockError};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use jiff::Timestamp;

use super::FILE_NAME;
use super::entry::{Draft, Entry};
use super::error::JournalError;
use super::line::{self, Form, MAX_LINE_BYTES};
use super::reader::Scan;

/// How long to wait for another process that has the journal open, before giving up.
const LOCK_WAIT: Duration = Duration::from_secs(10);
/// Pause between two looks at a lock: std has no wait for a lock with an end.
const LOCK_PAUSE: Duration = Duration::from_millis(5);

/// The journal of one data folder, for writing. Several may be open at once, in one process or in
/// many: each append takes the file's lock.
#[derive(Debug, Clone)]
pub struct Journal {
    path: Arc<Path>,
    lock_wait: Duration,
}

impl Journal {
    /// Makes sure that the journal in `dir` can be written, making both where they are missing
    /// (folder 0700 and file 0600 on Unix).
    ///
    /// # Errors
    /// [`JournalError::Unwritable`].
    pub fn open(dir: &Path) -> Result<Self, JournalError> {
        let path = dir.join(FILE_NAME);
        open_for_append(&path).map_err(|error| JournalError::unwritable(&path, &error))?;
        Ok(Self { path: path.into(), lock_wait: LOCK_WAIT })
    }

    /// The same journal, giving up on a locked file after `wait` (ten seconds otherwise).
    #[must_use]
    pub fn with_lock_wait(self, wait: Duration) -> Self {
        Self { lock_wait: wait, ..self }
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes one entry; it is on the disk when this returns. A line that a crash cut off is
    /// ended first and kept.
    ///
    /// # Errors
    /// [`JournalError::Unwritable`] (part of the entry may be in the file, as a torn line),
    /// [`JournalError::Locked`].
    pub fn append(&self, draft: Draft, at: Timestamp) -> Result<Entry, JournalError> {
        let unwritable = |error: io::Error| JournalError::unwritable(&self.path, &error);
        let mut file = open_for_append(&self.path).map_err(unwritable)?;
        lock(|| file.try_lock(), &self.path, self.lock_wait)?.map_err(unwritable)?;
        // The lock ends when `file` is closed.
        append_locked(&mut file, draft, at).map_err(unwritable)
    }
}

fn append_locked(file: &mut File, draft: Draft, at: Timestamp) -> io::Result<Entry> {
    let tail = Tail::of(file)?;
    let entry = draft.into_entry(tail.seq + 1, at);
    let mut bytes = if tail.is_torn { vec![b'\n'] } else { Vec::new() };
    bytes.extend(line::encode(&entry, &tail.digest)?);
    bytes.push(b'\n');
    file.write_all(&bytes)?;
    file.sync_all()?;
    Ok(entry)
}

/// What the next line must follow.
struct Tail {
    /// Number of the last line; 0 in an empty file.
    seq: u64,
    digest: String,
    /// Whether the last line has no line feed.
    is_torn: bool,
}

impl Tail {
    /// Looks at the last line alone; at the whole file only where that line cannot be read.
    fn of(file: &mut File) -> io::Result<Self> {
        let length = file.metadata()?.len();
        let window = length.min(MAX_LINE_BYTES as u64 + 2);
        file.seek(SeekFrom::Start(length - window))?;
        let mut bytes = Vec::new();
        (&*file).take(window).read_to_end(&mut bytes)?;
        if let Some(ended) = bytes.strip_suffix(b"\n") {
            let last = ended.rsplit(|byte| *byte == b'\n').next().unwrap_or_default();
            if let Form::Whole(link) = line::form(last) {
                return Ok(Self { seq: link.seq, digest: line::digest(last), is_torn: false });
            }
        }
        file.rewind()?;
        let mut scan = Scan::new(file);
        while scan.next_line()?.is_some() {}
        Ok(Self { seq: scan.lines(), digest: scan.last_digest(), is_torn: scan.is_torn() })
    }
}

fn open_for_append(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).append(true);
    match options.open(path) {
        // A device or pipe in its place has no last line to follow.
        Ok(file) if !file.metadata()?.is_file() => Err(io::ErrorKind::InvalidInput.into()),
        Ok(file) => {
            make_private(&file)?;
            Ok(file)
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => create(path, options),
        Err(error) => Err(error),
    }
}

/// Makes the file and its folder, and syncs the names of both.
fn create(path: &Path, mut options: OpenOptions) -> io::Result<File> {
    let folder = path.parent().map_or_else(PathBuf::new, Path::to_path_buf);
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
        builder.mode(0o700);
        options.mode(0o600);
    }
    builder.create(&folder)?;
    // Not `create_new`: another process may make it meanwhile.
    let file = options.create(true).open(path)?;
    file.sync_all()?;
    #[cfg(unix)]
    for folder in [Some(folder.as_path()), folder.parent()].into_iter().flatten() {
        // A folder of others may not be ours to open; its own owner syncs it.
        if let Ok(folder) = File::open(folder) {
            folder.sync_all()?;
        }
    }
    Ok(file)
}

/// Takes group's and others' rights away, should somebody have given them.
fn make_private(file: &File) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mut permissions = file.metadata()?.permissions();
        if permissions.mode() & 0o077 != 0 {
            permissions.set_mode(0o600);
            file.set_permissions(permissions)?;
        }
    }
    #[cfg(not(unix))]
    let _ = file;
    Ok(())
}

/// Tries for a lock until it is had or `wait` is over.
pub(super) fn lock(
    try_lock: impl Fn() -> Result<(), TryLockError>,
    path: &Path,
    wait: Duration,
) -> Result<io::Result<()>, JournalError> {
    let start = Instant::now();
    loop {
        match try_lock() {
            Ok(()) => return Ok(Ok(())),
            Err(TryLockError::Error(error)) => return Ok(Err(error)),
            Err(TryLockError::WouldBlock) if start.elapsed() >= wait => {
                return Err(JournalError::Locked { path: path.into() });
            }
            Err(TryLockError::WouldBlock) => std::thread::park_timeout(LOCK_PAUSE),
        }
    }
}

/// Waits for the lock that readers share.
pub(super) fn lock_shared(file: &File, path: &Path) -> Result<(), JournalError> {
    lock(|| file.try_lock_shared(), path, LOCK_WAIT)?
        .map_err(|error| JournalError::unreadable(path, &error))
}
