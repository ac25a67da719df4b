//! What a removal of several cards still has to do, kept in a file of its own until it ends, a customer
//! each: after a crash the rest can be offered again. One JSON value a line: the plan, then each card proven to be gone. Never a
//! token: its SHA-256 stands for it.

use std::fs::{File, read_dir};
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::domain::{CardList, CustomerNumber, MerchantId, ServerAddress, Token, redact};
use crate::journal::{RemovalId, TokenDigest};
use crate::store::{Attempt, LineFile, Promise, StoreError, Torn, lock_shared, remove};

use super::plan::{CardSnapshot, PendingId, Plan, PlannedCustomer};

const PREFIX: &str = "revocation-";
const EXTENSION: &str = "jsonl";
/// Largest file that is read, in bytes.
const MAX_BYTES: u64 = 4 * 1024 * 1024;
const VERSION: u32 = 1;
/// How long a removal that begins waits for somebody who looks at its file.
const WAIT: Duration = Duration::from_secs(5);

/// What is left of a removal that was cut short.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pending {
    /// Its file in the data folder.
    pub id: PendingId,
    /// When the customer's first card was about to be begun.
    pub begun: Timestamp,
    /// Host, and port where it is not the scheme's own.
    pub server: String,
    /// Number of the merchant that it was begun for.
    pub merchant: u32,
    /// Customer whose cards are left.
    pub customer: CustomerNumber,
    /// Masked.
    pub reason: Option<String>,
    /// Cards asked for.
    pub asked: usize,
    /// Cards not proven to be gone, as digests of their tokens.
    pub rest: Vec<TokenDigest>,
}

impl Pending {
    /// Whether it was begun at this server for this merchant.
    pub fn is_of(&self, server: &ServerAddress, merchant: MerchantId) -> bool {
        self.server == server.host_and_port() && self.merchant == merchant.get()
    }

    /// Whether this card was not proven to be gone.
    pub fn holds(&self, token: &Token) -> bool {
        let digest = TokenDigest::of(token);
        self.rest.contains(&digest)
    }
}

/// What is to be removed cannot be kept.
pub type PendingError = StoreError;

/// The first line.
#[derive(Serialize, Deserialize)]
struct Head {
    version: u32,
    begun: String,
    server: String,
    merchant: u32,
    customer: String,
    scope: String,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    reason: Option<String>,
    cards: Vec<TokenDigest>,
}

/// Each line after it.
#[derive(Serialize, Deserialize)]
struct Gone {
    gone: TokenDigest,
}

/// The file of a removal that runs. It is locked as long as that does, so that nobody takes it
/// for one that was cut short.
pub(super) struct Ledger {
    lines: LineFile,
    path: PathBuf,
}

impl Ledger {
    /// Writes and syncs what is to be done; then takes over from the removal whose rest it is.
    pub(super) fn begin(
        folder: &Path,
        plan: &Plan,
        customer: &PlannedCustomer,
        begun: Timestamp,
    ) -> Result<Self, PendingError> {
        let path = folder.join(format!("{PREFIX}{}.{EXTENSION}", RemovalId::new(begun).as_str()));
        let digest = |card: &CardSnapshot| TokenDigest::of(&card.token);
        let head = Head {
            version: VERSION,
            begun: begun.to_string(),
            server: plan.server.host_and_port(),
            merchant: plan.credentials.merchant_id.get(),
            customer: customer.number.as_str().to_owned(),
            scope: plan.scope.word().to_owned(),
            reason: plan.reason.as_deref().map(|reason| redact(reason).into_string()),
            cards: customer.cards.iter().map(digest).collect(),
        };
        let mut ledger = Self { lines: LineFile::create(&path, Torn::Cut)?, path };
        let written = ledger.lines.lock(WAIT).and_then(|()| ledger.write(&head));
        let taken_over = written.and_then(|()| match &plan.continues {
            Some(id) => forget(folder, id),
            None => Ok(()),
        });
        if let Err(error) = taken_over {
            // Nothing was sent: this plan is nobody's rest.
            let _removed = ledger.finish();
            return Err(error);
        }
        Ok(ledger)
    }

    /// A card is proven to be gone.
    pub(super) fn gone(&mut self, token: &Token) -> Result<(), PendingError> {
        self.write(&Gone { gone: TokenDigest::of(token) })
    }

    fn write(&mut self, line: &impl Serialize) -> Result<(), PendingError> {
        let line = serde_json::to_vec(line)
            .map_err(|error| StoreError::new(Attempt::Write, &self.path, &error.into()))?;
        self.lines.append(&line, Promise::Synced)
    }

    pub(super) fn finish(self) -> Result<(), PendingError> {
        let Self { lines, path } = self;
        drop(lines);
        remove(&path)
    }
}

/// Removals that were cut short, oldest first; none that runs just now, here or in another
/// process. A file that cannot be read is passed over: nothing is done by it.
pub fn pending(folder: &Path) -> Vec<Pending> {
    let Ok(files) = read_dir(folder) else { return Vec::new() };
    let names = files.flatten().filter_map(|file| file.file_name().into_string().ok());
    let ours = names.filter(|name| is_pending_name(name));
    let mut pending: Vec<Pending> = ours.filter_map(|name| read(folder, name)).collect();
    pending.retain(|pending| !pending.rest.is_empty());
    pending.sort_by_key(|pending| pending.begun);
    pending
}

/// Whether a file of this name in the data folder is what a removal still has to do.
pub fn is_pending_name(name: &str) -> bool {
    let rest = name.strip_prefix(PREFIX).and_then(|rest| rest.strip_suffix(EXTENSION));
    rest.is_some_and(|rest| rest.ends_with('.'))
}

fn read(folder: &Path, name: String) -> Option<Pending> {
    let path = folder.join(&name);
    let file = File::open(&path).ok()?;
    // One that runs keeps it.
    lock_shared(&file, &path, Duration::ZERO).ok()?;
    let mut text = String::new();
    (&file).take(MAX_BYTES).read_to_string(&mut text).ok()?;
    let (first, gone) = text.split_once('\n')?;
    let head: Head =
        serde_json::from_str(first).ok().filter(|head: &Head| head.version == VERSION)?;
    let mut rest = head.cards.clone();
    // The last line may be cut off: that card is looked for once more.
    for line in gone.lines() {
        if let Ok(Gone { gone }) = serde_json::from_str(line) {
            rest.retain(|digest| *digest != gone);
        }
    }
    Some(Pending {
        id: PendingId(name),
        begun: head.begun.parse().ok()?,
        server: head.server,
        merchant: head.merchant,
        customer: CustomerNumber::parse(&head.customer).ok()?,
        reason: head.reason,
        asked: head.cards.len(),
        rest,
    })
}

/// Does not offer it again.
///
/// # Errors
/// The file is still there.
pub fn forget(folder: &Path, id: &PendingId) -> Result<(), PendingError> {
    remove(&folder.join(&id.0))
}

/// Forgets what was cut short for this customer and is gone by this list.
pub(super) fn forget_gone(folder: &Path, plan: &Plan, customer: &CustomerNumber, list: &CardList) {
    let merchant = plan.credentials.merchant_id;
    for pending in pending(folder) {
        let same = pending.is_of(&plan.server, merchant) && pending.customer == *customer;
        if same && list.proves_absence(|token| pending.holds(token)) == Ok(true) {
            // One that stays is offered again, and then finds nothing.
            let _forgotten = forget(folder, &pending.id);
        }
    }
}
