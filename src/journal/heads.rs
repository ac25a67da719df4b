//! The journal's head, kept where whoever may write the journal may not: whether its newest lines were
//! taken off, or all of it was written anew, is told by nothing else.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use crate::domain::Digest;
use crate::store::{StoreError, append_shared};

use super::entry::{os_user, workstation};

/// Where the journal stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// When its last line was written.
    pub at: Timestamp,
    /// Number of the last line.
    pub lines: u64,
    /// SHA-256 of the last line.
    pub digest: Digest,
}

/// The system's log.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum SystemLog {
    /// The system's own, where there is one.
    #[default]
    Own,
    /// One that listens at this socket.
    At(PathBuf),
    /// None is written.
    Nowhere,
}

impl SystemLog {
    /// As in the settings: nothing for the system's own, `none`, or a socket's path.
    pub fn parse(text: &str) -> Self {
        match text.trim() {
            "" => Self::Own,
            "none" => Self::Nowhere,
            path => Self::At(path.into()),
        }
    }
}

/// Where heads are kept beside the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heads {
    system: SystemLog,
    folder: Option<PathBuf>,
}

impl Default for Heads {
    /// Nowhere.
    fn default() -> Self {
        Self { system: SystemLog::Nowhere, folder: None }
    }
}

/// A head was not kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HeadError {
    /// The system's log did not take it.
    #[error("the system's log did not take it: {reason}")]
    SystemLog {
        /// The system's words.
        reason: String,
    },
    /// It was not written into the folder of heads.
    #[error("{0}")]
    Folder(#[source] StoreError),
}

impl Heads {
    /// In the system's log, and in the folder, if there is to be one.
    pub fn new(system: SystemLog, folder: Option<PathBuf>) -> Self {
        Self { system, folder }
    }

    /// As they stand in the settings: see [`SystemLog::parse`]; an empty folder is none.
    pub fn of_settings(system: &str, folder: &str) -> Self {
        let folder = Some(folder.trim()).filter(|folder| !folder.is_empty());
        Self::new(SystemLog::parse(system), folder.map(PathBuf::from))
    }

    /// Keeps a head in each place, whatever becomes of it in the other.
    ///
    /// # Errors
    /// [`HeadError`]: the first place that did not take it.
    pub fn keep(&self, head: &Head) -> Result<(), HeadError> {
        let told = tell(&self.system, head)
            .map_err(|error| HeadError::SystemLog { reason: error.to_string() });
        let kept = self.folder.as_deref().map_or(Ok(()), |folder| {
            append_shared(&folder.join(file_name()), &head.to_string()).map_err(HeadError::Folder)
        });
        told.and(kept)
    }
}

/// As in the folder of heads: time, workstation, number and digest of the last line, apart by tabs.
impl fmt::Display for Head {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { at, lines, digest } = self;
        write!(f, "{at:.3}\t{}\t{lines}\t{digest}", here())
    }
}

/// One file for each computer and user: nobody has to write into another's.
fn file_name() -> String {
    format!("carddesk-heads-{}-{}.tsv", here(), as_name(&os_user()))
}

fn here() -> String {
    as_name(&workstation().unwrap_or_else(|| "unknown".to_owned()))
}

/// What every disk takes for a name, and what holds no tab.
fn as_name(text: &str) -> String {
    let plain =
        |sign: char| if sign.is_alphanumeric() || ".-_".contains(sign) { sign } else { '_' };
    text.chars().map(plain).collect()
}

fn tell(system: &SystemLog, head: &Head) -> io::Result<()> {
    match system {
        SystemLog::Own => own_socket().map_or(Ok(()), |path| send(&path, head)),
        SystemLog::At(path) => send(path, head),
        SystemLog::Nowhere => Ok(()),
    }
}

/// Where the system's log listens; journald does at the first, as others do.
fn own_socket() -> Option<PathBuf> {
    const SOCKETS: [&str; 3] = ["/dev/log", "/run/systemd/journal/dev-log", "/var/run/syslog"];
    SOCKETS.into_iter().map(PathBuf::from).find(|path| cfg!(unix) && path.exists())
}

/// One datagram of the syslog protocol; a log that takes no more is not waited for.
#[cfg(unix)]
fn send(socket: &Path, head: &Head) -> io::Result<()> {
    /// Security messages (10), worth a notice (5).
    const PRIORITY: u8 = 10 * 8 + 5;
    let Head { at, lines, digest } = head;
    let message = format!(
        "<{PRIORITY}>carddesk[{}]: journal head time={at:.3} workstation={} lines={lines} sha256={digest}",
        std::process::id(),
        here(),
    );
    let sender = std::os::unix::net::UnixDatagram::unbound()?;
    sender.set_nonblocking(true)?;
    sender.send_to(message.as_bytes(), socket).map(|_sent| ())
}

/// What would write into the log of Windows without `unsafe` must first be installed by an administrator.
#[cfg(not(unix))]
fn send(_socket: &Path, _head: &Head) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}
