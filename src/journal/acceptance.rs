//! A broken chain that somebody takes on, so that removals go on: an entry of its own, which names the
//! broken line, who took it on, and what the file held before.

use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::domain::Digest;

use super::entry::{os_user, short_name, short_text, workstation};
use super::error::JournalError;
use super::line::{self, BREAK_ACCEPTED};

/// A broken chain that somebody has taken on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acceptance {
    /// Number of its own line.
    pub seq: u64,
    /// UTC, to the millisecond.
    pub at: Timestamp,
    /// The first line that was changed, or did not follow from the one before.
    pub line: u64,
    /// SHA-256 of all bytes before this entry: it stands for these alone.
    pub before: Digest,
    /// Who took it on.
    pub by: Acceptor,
}

/// Who takes a broken chain on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acceptor {
    /// The operating system's user.
    pub os_user: String,
    /// The agent, as entered in the settings.
    pub operator: Option<String>,
    /// Name of the computer; `None` where it has none.
    pub workstation: Option<String>,
    /// Why, or a ticket's number.
    pub reason: Option<String>,
}

impl Acceptor {
    /// The user who runs this program, on this computer.
    pub fn here(operator: Option<&str>, reason: Option<&str>) -> Self {
        let filled = |text: Option<&str>| {
            text.map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
        };
        Self {
            os_user: os_user(),
            operator: filled(operator),
            workstation: workstation(),
            reason: filled(reason),
        }
    }

    fn kept(self) -> Self {
        Self {
            os_user: short_name(self.os_user),
            operator: self.operator.map(short_name),
            workstation: self.workstation.map(short_name),
            reason: self.reason.map(short_text),
        }
    }
}

/// The agent, or else the system's user, and where.
impl fmt::Display for Acceptor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.operator.as_ref().unwrap_or(&self.os_user))?;
        self.workstation.as_ref().map_or(Ok(()), |workstation| write!(f, " ({workstation})"))
    }
}

/// Why a broken chain was not taken on.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AcceptError {
    /// There is nothing to take on: every break is.
    #[error("no line of the journal waits to be taken on")]
    NotBroken,
    /// Another line is the first that is broken: somebody has changed the file since.
    #[error("the first broken line is {line}")]
    OtherLine {
        /// Counted from 1.
        line: u64,
    },
    /// It could not be written down.
    #[error("{0}")]
    Journal(#[from] JournalError),
}

impl Acceptance {
    pub(super) fn new(
        (seq, line): (u64, u64),
        before: Digest,
        by: Acceptor,
        at: Timestamp,
    ) -> Self {
        let at = Timestamp::from_millisecond(at.as_millisecond()).unwrap_or(at);
        Self { seq, at, line, before, by: by.kept() }
    }

    /// Its bytes, without a line feed.
    pub(super) fn encode(&self, prev: Digest) -> std::io::Result<Vec<u8>> {
        line::sealed(&Record {
            seq: self.seq,
            prev,
            time: format!("{:.3}", self.at),
            step: BREAK_ACCEPTED.to_owned(),
            line: self.line,
            before_sha256: self.before,
            os_user: self.by.os_user.clone(),
            operator: self.by.operator.clone(),
            workstation: self.by.workstation.clone(),
            reason: self.by.reason.clone(),
        })
    }

    /// `None` where the line is none.
    pub(super) fn decode(line: &[u8]) -> Option<Self> {
        let record: Record = serde_json::from_slice(line).ok()?;
        (record.step == BREAK_ACCEPTED).then_some(())?;
        Some(Self {
            seq: record.seq,
            at: record.time.parse().ok()?,
            line: record.line,
            before: record.before_sha256,
            by: Acceptor {
                os_user: record.os_user,
                operator: record.operator,
                workstation: record.workstation,
                reason: record.reason,
            },
        })
    }
}

#[derive(Serialize, Deserialize)]
struct Record {
    seq: u64,
    prev: Digest,
    time: String,
    step: String,
    line: u64,
    before_sha256: Digest,
    os_user: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    operator: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    workstation: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
}
