//! The entries of the journal.

use std::fmt;
use std::hash::{BuildHasher, RandomState};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::domain::{
    Bin, CustomerNumber, Digest, Environment, LastFour, MerchantId, Token, hex, redact, shortened,
};

/// One removal's name in the journal: the same in all its entries.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RemovalId(String);

impl RemovalId {
    const HEX_DIGITS: usize = 32;

    /// A new one: time, process and two words of the hash maps' random seed, digested.
    pub fn new(at: Timestamp) -> Self {
        let mut digest = Sha256::new();
        digest.update(at.as_nanosecond().to_le_bytes());
        digest.update(std::process::id().to_le_bytes());
        for word in 0..2_u8 {
            digest.update(RandomState::new().hash_one(word).to_le_bytes());
        }
        Self(hex(&digest.finalize()).chars().take(Self::HEX_DIGITS).collect())
    }

    pub(super) fn from_line(text: String) -> Self {
        Self(text)
    }

    /// The same, unless somebody wrote another thing into the file by hand.
    pub(super) fn shown(&self) -> String {
        let is_digit = |sign: char| sign.is_ascii_digit() || ('a'..='f').contains(&sign);
        match self.0.len() == Self::HEX_DIGITS && self.0.chars().all(is_digit) {
            true => self.0.clone(),
            false => short_name(&self.0),
        }
    }

    /// As in the journal's `removal` field.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// SHA-256 of a token in capitals: stands for the token where it may not be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TokenDigest(Digest);

impl TokenDigest {
    /// Folds case as [`Token`]'s equality does.
    pub fn of(token: &Token) -> Self {
        Self(Digest::of(token.expose().to_ascii_uppercase()))
    }
}

impl fmt::Display for TokenDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// How a removal ended, as one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum OutcomeCode {
    /// A list asked for afterwards does not hold the token.
    RemovedVerified,
    /// Not on the list, though the request was refused or never sent.
    AlreadyGone,
    /// On the list, though the request was acknowledged or may have arrived.
    StillThere,
    /// The gateway refused.
    Refused,
    /// No list could be had afterwards.
    Unverified,
    /// Nothing was sent.
    NotSent,
}

impl OutcomeCode {
    /// Every way for a removal to end, each once.
    pub const ALL: [Self; 6] = [
        Self::RemovedVerified,
        Self::AlreadyGone,
        Self::StillThere,
        Self::Refused,
        Self::Unverified,
        Self::NotSent,
    ];

    /// The word in the journal and in the command line's JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::RemovedVerified => "removed_verified",
            Self::AlreadyGone => "already_gone",
            Self::StillThere => "still_there",
            Self::Refused => "refused",
            Self::Unverified => "unverified",
            Self::NotSent => "not_sent",
        }
    }

    /// Whether the card is proven to be gone.
    pub fn is_absent(self) -> bool {
        matches!(self, Self::RemovedVerified | Self::AlreadyGone)
    }

    pub(super) fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|code| code.as_str() == text)
    }
}

impl fmt::Display for OutcomeCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A step of a removal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EntryKind {
    /// Written and synced before anything is sent.
    Intent,
    /// The gateway says that it removed the card.
    Acknowledged,
    /// The gateway refused; the detail has its words and codes.
    Refused,
    /// Sent, and no answer that says what happened.
    Unknown,
    /// Certain that nothing was sent.
    NotSent,
    /// The list asked for afterwards does not hold the token.
    CheckedAbsent,
    /// The list asked for afterwards holds the token.
    CheckedPresent,
    /// The list could not be had.
    CheckFailed,
    /// The end, as it was shown.
    Outcome(OutcomeCode),
    /// A removal left open, decided later by a list.
    Resolution(OutcomeCode),
}

impl EntryKind {
    /// The word in the journal.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Intent => "intent",
            Self::Acknowledged => "acknowledged",
            Self::Refused => "refused",
            Self::Unknown => "unknown",
            Self::NotSent => "not_sent",
            Self::CheckedAbsent => "checked_absent",
            Self::CheckedPresent => "checked_present",
            Self::CheckFailed => "check_failed",
            Self::Outcome(_) => "outcome",
            Self::Resolution(_) => "resolution",
        }
    }

    pub(super) fn parse(step: &str, outcome: Option<&str>) -> Option<Self> {
        let code = || OutcomeCode::parse(outcome?);
        Some(match step {
            "intent" => Self::Intent,
            "acknowledged" => Self::Acknowledged,
            "refused" => Self::Refused,
            "unknown" => Self::Unknown,
            "not_sent" => Self::NotSent,
            "checked_absent" => Self::CheckedAbsent,
            "checked_present" => Self::CheckedPresent,
            "check_failed" => Self::CheckFailed,
            "outcome" => Self::Outcome(code()?),
            "resolution" => Self::Resolution(code()?),
            _ => return None,
        })
    }

    /// The end that this step states, if it does.
    pub fn outcome(self) -> Option<OutcomeCode> {
        match self {
            Self::Outcome(code) | Self::Resolution(code) => Some(code),
            Self::Intent
            | Self::Acknowledged
            | Self::Refused
            | Self::Unknown
            | Self::NotSent
            | Self::CheckedAbsent
            | Self::CheckedPresent
            | Self::CheckFailed => None,
        }
    }

    /// Whether this is what the gateway answered to the removal.
    pub fn is_answer(self) -> bool {
        matches!(self, Self::Acknowledged | Self::Refused | Self::Unknown | Self::NotSent)
    }
}

/// Whose card, where, by whom, why: the same in all entries of a removal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// The operating system's user, see [`os_user`].
    pub os_user: String,
    /// The agent, as entered in the settings.
    pub operator: Option<String>,
    /// Merchant whose credentials the removal was sent with.
    pub merchant: MerchantId,
    /// Host, and port where it is not the scheme's own.
    pub server: String,
    /// By the server's address, at the time.
    pub environment: Environment,
    /// Customer whose card it was.
    pub customer: CustomerNumber,
    /// The gateway's spelling.
    pub brand: String,
    /// Name of the issuing bank, in the gateway's spelling; may be empty.
    pub bank: String,
    /// As the list had it; at most eight digits.
    pub bin: Bin,
    /// As the list had it; not always four digits.
    pub last_four: LastFour,
    /// Stands for the token, which is never written.
    pub token: TokenDigest,
    /// Reason or ticket number, as typed, masked.
    pub reason: Option<String>,
}

/// What to write: an entry without its place and time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Shared by all steps of the removal.
    pub removal: RemovalId,
    /// Which step it was.
    pub kind: EntryKind,
    /// Card, account and person; the same in every step.
    pub subject: Subject,
    /// The gateway's words and codes, or why something is not known.
    pub detail: Option<String>,
}

/// A line of the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Number of the line, from 1.
    pub seq: u64,
    /// UTC, to the millisecond.
    pub at: Timestamp,
    /// Shared by all steps of the removal.
    pub removal: RemovalId,
    /// Which step it was.
    pub kind: EntryKind,
    /// Card, account and person; the same in every step.
    pub subject: Subject,
    /// The gateway's words and codes, or why something is not known; without secrets.
    pub detail: Option<String>,
    /// Name of the computer that it was written on; `None` where it had none, and in older entries.
    pub workstation: Option<String>,
}

impl Draft {
    /// Longest text kept of a name, in characters.
    pub const MAX_NAME_CHARS: usize = 200;
    /// Longest reason or detail kept, in characters.
    pub const MAX_TEXT_CHARS: usize = 2000;

    /// What is written of it: free text masked and cut, so that a line stays short.
    pub(super) fn into_entry(self, seq: u64, at: Timestamp) -> Entry {
        let (name, text) = (short_name, short_text);
        let subject = self.subject;
        Entry {
            seq,
            at: Timestamp::from_millisecond(at.as_millisecond()).unwrap_or(at),
            removal: self.removal,
            kind: self.kind,
            subject: Subject {
                os_user: name(subject.os_user),
                operator: subject.operator.map(name),
                server: shortened(&subject.server, Self::MAX_NAME_CHARS),
                brand: name(subject.brand),
                bank: name(subject.bank),
                reason: subject.reason.map(text),
                ..subject
            },
            detail: self.detail.map(text),
            workstation: workstation().map(name),
        }
    }
}

/// A name as it is kept: masked and cut.
pub(super) fn short_name(text: impl AsRef<str>) -> String {
    redact(text.as_ref()).shortened(Draft::MAX_NAME_CHARS).into_string()
}

/// A text as it is kept: masked and cut.
pub(super) fn short_text(text: impl AsRef<str>) -> String {
    redact(text.as_ref()).shortened(Draft::MAX_TEXT_CHARS).into_string()
}

/// Name of this computer; `None` where it has none.
pub fn workstation() -> Option<String> {
    whoami::hostname().ok().filter(|name| !name.trim().is_empty())
}

/// The operating system's user, `unknown` where it does not say.
pub fn os_user() -> String {
    whoami::username().unwrap_or_else(|_| "unknown".to_owned())
}
