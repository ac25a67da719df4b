//! Customers that were opened of late: numbers only, for each server and merchant.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::domain::{CustomerNumber, MerchantId, ServerAddress};
use crate::store::{StoreError, lock_folder, read_capped, remove, update_json};

use super::folders::Folders;

/// Its name in the data folder.
pub const RECENT_FILE: &str = "recent.json";
/// Largest file that is read, in bytes.
const MAX_BYTES: u64 = 1024 * 1024;
/// Customers kept of one merchant at one server.
const CUSTOMERS: usize = 20;
/// Merchants and servers that are kept, those used last.
const PLACES: usize = 20;

/// The account that customers belong to: a merchant at a server.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    server: String,
    merchant: String,
}

impl Account {
    /// Kept as host, port and merchant number; the login makes no difference.
    pub fn new(server: &ServerAddress, merchant: MerchantId) -> Self {
        Self { server: server.host_and_port(), merchant: merchant.get().to_string() }
    }
}

/// The latest first.
#[derive(Default, Serialize, Deserialize)]
struct Document {
    recent: Vec<AccountRecents>,
}

#[derive(Serialize, Deserialize)]
struct AccountRecents {
    #[serde(flatten)]
    whose: Account,
    customers: Vec<String>,
}

/// Customers opened of late, the latest first; none where the file cannot be read.
pub fn load_recent(folders: &Folders, whose: &Account) -> Vec<CustomerNumber> {
    let kept = read(folders).recent;
    let place = kept.into_iter().find(|place| place.whose == *whose);
    let customers = place.map(|place| place.customers).unwrap_or_default();
    customers.iter().filter_map(|number| CustomerNumber::parse(number).ok()).collect()
}

/// Keeps a customer as the one opened last.
///
/// # Errors
/// [`StoreError`].
pub fn keep_recent(
    folders: &Folders,
    whose: &Account,
    number: &CustomerNumber,
) -> Result<(), StoreError> {
    let keep = |kept: &mut Document| {
        let place = kept.recent.iter().position(|place| place.whose == *whose);
        let mut place = match place {
            Some(index) => kept.recent.remove(index),
            None => AccountRecents { whose: whose.clone(), customers: Vec::new() },
        };
        place.customers.retain(|other| other != number.as_str());
        place.customers.insert(0, number.as_str().to_owned());
        place.customers.truncate(CUSTOMERS);
        kept.recent.insert(0, place);
        kept.recent.truncate(PLACES);
    };
    update_json(&file(folders), MAX_BYTES, keep)
}

/// Forgets them all.
///
/// # Errors
/// [`StoreError`].
pub fn forget_recent(folders: &Folders) -> Result<(), StoreError> {
    let path = file(folders);
    if !path.exists() {
        return Ok(());
    }
    // Forgotten all the same where somebody keeps the lock too long.
    let _lock = lock_folder(folders.data());
    remove(&path)
}

fn file(folders: &Folders) -> PathBuf {
    folders.data().join(RECENT_FILE)
}

/// A file that is missing or broken holds nobody; a broken one is put aside by the next change.
fn read(folders: &Folders) -> Document {
    let text = read_capped(&file(folders), MAX_BYTES).unwrap_or_default();
    serde_json::from_slice(&text).unwrap_or_default()
}
