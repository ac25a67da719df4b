//! The bytes of a line: JSON with the digests that chain it.

use std::io;
use std::time::Duration;

use jiff::Timestamp;
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::domain::{Bin, CustomerNumber, Digest, Environment, LastFour, MerchantId};

use super::entry::{Entry, EntryKind, RemovalId, Subject, TokenDigest};
use super::state::BreakReason;

/// How long to wait for another process that has the journal open, before giving up.
pub(super) const LOCK_WAIT: Duration = Duration::from_secs(10);

/// Longest line that is read as an entry, in bytes; far more than any that is written.
pub(super) const MAX_LINE_BYTES: usize = 64 * 1024;

const SUM_KEY: &[u8] = br#","sum":""#;
const SUM_END: &[u8] = br#""}"#;
const HEX_DIGITS: usize = 64;

/// What stands for the line before the first.
pub(super) const NO_PREDECESSOR: Digest = Digest::from_bytes([0; 32]);

/// The step of an entry by which a broken chain is taken on.
pub(super) const BREAK_ACCEPTED: &str = "break_accepted";

/// How a line stands by itself.
pub(super) enum Form {
    /// As it was written.
    Whole(Link),
    /// Without a digest at its end: cut off, or never an entry.
    NoDigest,
    /// Whole in form, and yet not what was written.
    Wrong(BreakReason),
}

/// What chains a line.
#[derive(Deserialize)]
pub(super) struct Link {
    pub(super) seq: u64,
    pub(super) prev: Digest,
    #[serde(default)]
    time: Option<Value>,
    #[serde(default)]
    step: Option<Value>,
}

impl Link {
    /// When it was written, where it says so.
    pub(super) fn time(&self) -> Option<Timestamp> {
        self.time.as_ref()?.as_str()?.parse().ok()
    }

    /// Whether it is the entry by which a broken chain is taken on.
    pub(super) fn is_acceptance(&self) -> bool {
        self.step.as_ref().and_then(Value::as_str) == Some(BREAK_ACCEPTED)
    }
}

/// How many bytes of a line stand before its digest, if it is as long as a line with one; all otherwise.
pub(super) fn body_length(line: &[u8]) -> usize {
    line.len().checked_sub(SUM_KEY.len() + HEX_DIGITS + SUM_END.len()).unwrap_or(line.len())
}

/// Checks a line's own digest and reads its link; `body` is the digest of what stands before it.
pub(super) fn form(line: &[u8], body: Option<Digest>) -> Form {
    let sum = line.get(body_length(line)..).and_then(|rest| rest.strip_prefix(SUM_KEY));
    let Some((sum, body)) = sum.and_then(|sum| sum.strip_suffix(SUM_END)).zip(body) else {
        return Form::NoDigest;
    };
    let is_right = sum.len() == HEX_DIGITS
        && sum.chunks_exact(2).zip(body.as_bytes()).all(|(pair, byte)| pair == hex_of(*byte));
    if !is_right {
        return Form::Wrong(BreakReason::Changed);
    }
    serde_json::from_slice(line).map_or(Form::Wrong(BreakReason::NotAnEntry), Form::Whole)
}

/// A byte in hexadecimal, small letters.
fn hex_of(byte: u8) -> [u8; 2] {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    [DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]
}

/// Whether a line without a digest is the beginning of the entry that was to stand there: what a crash or a
/// full disk leaves of one. Whatever else has no digest was put there, or had one taken away.
pub(super) fn is_cut_off(line: &[u8], number: u64, prev: Digest) -> bool {
    let begins = format!(r#"{{"seq":{number},"prev":"{prev}","#);
    let length = line.len().min(begins.len());
    let is_open = || {
        let read = serde_json::from_slice::<IgnoredAny>(line);
        read.is_err_and(|error| error.is_eof())
    };
    (1..=MAX_LINE_BYTES).contains(&line.len())
        && line[..length] == begins.as_bytes()[..length]
        && is_open()
}

/// The bytes of an entry, without a line feed.
pub(super) fn encode(entry: &Entry, prev: Digest) -> io::Result<Vec<u8>> {
    sealed(&Record::from_entry(entry, prev))
}

/// The bytes of an object, with its digest as the last field.
pub(super) fn sealed(record: &impl Serialize) -> io::Result<Vec<u8>> {
    let mut bytes = serde_json::to_vec(record)?;
    bytes.pop();
    let sum = Digest::of(&bytes).to_string();
    bytes.extend_from_slice(SUM_KEY);
    bytes.extend_from_slice(sum.as_bytes());
    bytes.extend_from_slice(SUM_END);
    Ok(bytes)
}

/// Reads an entry; `None` where the line is none, or of a kind this version does not know.
pub(super) fn decode(line: &[u8]) -> Option<Entry> {
    serde_json::from_slice::<Record>(line).ok()?.into_entry()
}

#[derive(Serialize, Deserialize)]
struct Record {
    seq: u64,
    prev: Digest,
    time: String,
    removal: String,
    step: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    outcome: Option<String>,
    os_user: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    operator: Option<String>,
    merchant_id: u32,
    server: String,
    environment: String,
    customer: String,
    brand: String,
    bank: String,
    bin: String,
    last_four: String,
    token_sha256: TokenDigest,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    detail: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    workstation: Option<String>,
}

impl Record {
    fn from_entry(entry: &Entry, prev: Digest) -> Self {
        let subject = entry.subject.clone();
        Self {
            seq: entry.seq,
            prev,
            time: format!("{:.3}", entry.at),
            removal: entry.removal.as_str().to_owned(),
            step: entry.kind.as_str().to_owned(),
            outcome: entry.kind.outcome().map(|code| code.as_str().to_owned()),
            os_user: subject.os_user,
            operator: subject.operator,
            merchant_id: subject.merchant.get(),
            server: subject.server,
            environment: subject.environment.word().to_owned(),
            customer: subject.customer.as_str().to_owned(),
            brand: subject.brand,
            bank: subject.bank,
            bin: subject.bin.as_str().to_owned(),
            last_four: subject.last_four.as_str().to_owned(),
            token_sha256: subject.token,
            reason: subject.reason,
            detail: entry.detail.clone(),
            workstation: entry.workstation.clone(),
        }
    }

    fn into_entry(self) -> Option<Entry> {
        let environment = [Environment::Sandbox, Environment::Test, Environment::Production]
            .into_iter()
            .find(|environment| environment.word() == self.environment)?;
        Some(Entry {
            seq: self.seq,
            at: self.time.parse::<Timestamp>().ok()?,
            removal: RemovalId::from_line(self.removal),
            kind: EntryKind::parse(&self.step, self.outcome.as_deref())?,
            subject: Subject {
                os_user: self.os_user,
                operator: self.operator,
                merchant: MerchantId::parse(&self.merchant_id.to_string()).ok()?,
                server: self.server,
                environment,
                customer: CustomerNumber::parse(&self.customer).ok()?,
                brand: self.brand,
                bank: self.bank,
                bin: Bin::from_gateway(&self.bin),
                last_four: LastFour::from_gateway(&self.last_four),
                token: self.token_sha256,
                reason: self.reason,
            },
            detail: self.detail,
            workstation: self.workstation,
        })
    }
}
