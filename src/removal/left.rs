//! What a revocation still has to do, kept in a file of its own until it ends: after a crash the
//! rest can be offered again. One JSON value a line: the plan, then each card proven to be gone. Never a
//! token: its SHA-256 stands for it.

use std::fmt;
use std::fs::{File, OpenOptions, TryLockError, read_dir, remove_file};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::domain::{CardList, CustomerNumber, MerchantId, ServerAddress, Token};
use crate::journal::{RemovalId, TokenDigest, mask};

use super::revoke::RevocationRequest;

const PREFIX: &str = "revocation-";
const EXTENSION: &str = "jsonl";
/// Largest file that is read, in bytes.
const MAX_BYTES: u64 = 4 * 1024 * 1024;
const VERSION: u32 = 1;

/// The name of a revocation's file in the data folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftName(String);

/// The rest of a revocation that was cut short.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOver {
    pub name: LeftName,
    pub begun: Timestamp,
    /// Host, and port where it is not the scheme's own.
    pub server: String,
    pub merchant: u32,
    pub customer: CustomerNumber,
    /// Masked.
    pub reason: Option<String>,
    /// Cards asked for.
    pub asked: usize,
    /// Cards not proven to be gone, as digests of their tokens.
    pub rest: Vec<String>,
}

impl LeftOver {
    /// Whether it was begun at this server for this merchant.
    pub fn is_of(&self, server: &ServerAddress, merchant: MerchantId) -> bool {
        self.server == server.host_and_port() && self.merchant == merchant.get()
    }

    /// Whether this card was not proven to be gone.
    pub fn holds(&self, token: &Token) -> bool {
        let digest = TokenDigest::of(token);
        self.rest.iter().any(|rest| rest == digest.as_str())
    }
}

/// What went wrong with a file of this kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftError {
    pub path: PathBuf,
    /// The system's words.
    pub reason: String,
}

impl LeftError {
    fn new(path: &Path, error: &io::Error) -> Self {
        Self { path: path.into(), reason: error.to_string() }
    }
}

impl fmt::Display for LeftError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "the list of what is to be removed, {}, cannot be kept: {}",
            self.path.display(),
            self.reason
        )
    }
}

impl std::error::Error for LeftError {}

/// The first line.
#[derive(Serialize, Deserialize)]
struct Plan {
    version: u32,
    begun: String,
    server: String,
    merchant: u32,
    customer: String,
    scope: String,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    reason: Option<String>,
    cards: Vec<String>,
}

/// Each line after it.
#[derive(Serialize, Deserialize)]
struct Gone {
    gone: String,
}

/// The file of a revocation that runs. It is locked as long as that does, so that nobody takes it
/// for one that was cut short.
pub(super) struct Ledger {
    file: File,
    path: PathBuf,
}

impl Ledger {
    /// Writes and syncs what is to be done; then takes over from the revocation whose rest it is.
    pub(super) fn begin(
        folder: &Path,
        request: &RevocationRequest,
        begun: Timestamp,
    ) -> Result<Self, LeftError> {
        let path = folder.join(format!("{PREFIX}{}.{EXTENSION}", RemovalId::new(begun).as_str()));
        let written = || -> io::Result<File> {
            let mut file = create_private(&path)?;
            file.try_lock()?;
            let plan = Plan {
                version: VERSION,
                begun: begun.to_string(),
                server: request.server.host_and_port(),
                merchant: request.credentials.merchant_id.get(),
                customer: request.customer.as_str().to_owned(),
                scope: request.scope.word().to_owned(),
                reason: request.reason.as_deref().map(mask),
                cards: request.cards.iter().map(|picked| digest(&picked.card.token)).collect(),
            };
            write_line(&mut file, &plan)?;
            #[cfg(unix)]
            File::open(folder)?.sync_all()?;
            Ok(file)
        };
        let file = written().map_err(|error| LeftError::new(&path, &error))?;
        let ledger = Self { file, path };
        if let Some(name) = &request.continues {
            forget(folder, name)?;
        }
        Ok(ledger)
    }

    /// A card is proven to be gone.
    pub(super) fn gone(&mut self, token: &Token) -> Result<(), LeftError> {
        let line = Gone { gone: digest(token) };
        write_line(&mut self.file, &line).map_err(|error| LeftError::new(&self.path, &error))
    }

    pub(super) fn finish(self) -> Result<(), LeftError> {
        let Self { file, path } = self;
        drop(file);
        remove(&path)
    }
}

fn digest(token: &Token) -> String {
    TokenDigest::of(token).as_str().to_owned()
}

fn create_private(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.append(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    options.open(path)
}

fn write_line(file: &mut File, line: &impl Serialize) -> io::Result<()> {
    let mut bytes = serde_json::to_vec(line)?;
    bytes.push(b'\n');
    file.write_all(&bytes)?;
    file.sync_all()
}

fn remove(path: &Path) -> Result<(), LeftError> {
    match remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(LeftError::new(path, &error)),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Revocations that were cut short, oldest first; none that runs just now, here or in another
/// process. A file that cannot be read is passed over: nothing is done by it.
pub fn left_over(folder: &Path) -> Vec<LeftOver> {
    let Ok(files) = read_dir(folder) else { return Vec::new() };
    let names = files.flatten().filter_map(|file| file.file_name().into_string().ok());
    let ours = names.filter(|name| {
        let rest = name.strip_prefix(PREFIX).and_then(|rest| rest.strip_suffix(EXTENSION));
        rest.is_some()
    });
    let mut left: Vec<LeftOver> = ours.filter_map(|name| read(folder, name)).collect();
    left.retain(|left| !left.rest.is_empty());
    left.sort_by_key(|left| left.begun);
    left
}

fn read(folder: &Path, name: String) -> Option<LeftOver> {
    let file = File::open(folder.join(&name)).ok()?;
    match file.try_lock_shared() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock | TryLockError::Error(_)) => return None,
    }
    let mut text = String::new();
    (&file).take(MAX_BYTES).read_to_string(&mut text).ok()?;
    let (first, gone) = text.split_once('\n')?;
    let plan: Plan =
        serde_json::from_str(first).ok().filter(|plan: &Plan| plan.version == VERSION)?;
    let mut rest = plan.cards.clone();
    // The last line may be cut off: that card is looked for once more.
    for line in gone.lines() {
        if let Ok(Gone { gone }) = serde_json::from_str(line) {
            rest.retain(|digest| *digest != gone);
        }
    }
    Some(LeftOver {
        name: LeftName(name),
        begun: plan.begun.parse().ok()?,
        server: plan.server,
        merchant: plan.merchant,
        customer: CustomerNumber::parse(&plan.customer).ok()?,
        reason: plan.reason,
        asked: plan.cards.len(),
        rest,
    })
}

/// Does not offer it again.
///
/// # Errors
/// The file is still there.
pub fn forget(folder: &Path, name: &LeftName) -> Result<(), LeftError> {
    remove(&folder.join(&name.0))
}

/// Forgets what was cut short for this customer and is gone by this list.
pub(super) fn forget_gone(folder: &Path, request: &RevocationRequest, list: &CardList) {
    let merchant = request.credentials.merchant_id;
    for left in left_over(folder) {
        let same = left.is_of(&request.server, merchant) && left.customer == request.customer;
        if same && list.proves_absence(|token| left.holds(token)) == Ok(true) {
            // One that stays is offered again, and then finds nothing.
            let _forgotten = forget(folder, &left.name);
        }
    }
}
