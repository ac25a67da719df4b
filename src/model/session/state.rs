//! Signed in.

use jiff::Timestamp;

use crate::acknowledged::Acknowledged;
use crate::domain::{
    Credentials, CustomerNumber, Environment, KnownTokens, Redactor, ServerAddress,
};
use crate::removal::{Pending, PendingId};
use crate::settings::Account;

use super::opening::KnownCustomer;
use super::wrong::WrongPasswords;
use crate::model::assets::Library;
use crate::model::batch::BatchState;
use crate::model::cards::CustomerCards;
use crate::model::ids::SessionId;
use crate::model::look_up::{Ahead, LookUpField};
use crate::model::now::Now;
use crate::model::queue::Queue;
use crate::model::removal::RemovalRun;
use crate::model::sheet::Sheet;

/// Whether the gateway has accepted the credentials: there is no log-in call, so it shows at the
/// first list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trust {
    /// No list has come yet.
    Unverified,
    /// A list has come with these credentials.
    Verified,
    /// The last call was refused, whatever for.
    Refused,
}

/// What the middle of the window shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// Cards of the customer that was looked up.
    Customer,
    /// Past removals.
    Journal,
    /// The files of all customers.
    Sheet,
    /// A list of customers to verify.
    Batch,
}

/// Signed in. Dropped whole at sign-out.
#[derive(Debug)]
pub struct Session {
    /// Carried by every answer; never used again by another session.
    pub id: SessionId,
    /// Where calls go.
    pub server: ServerAddress,
    /// Of all calls; behind the lock without the password itself.
    pub credentials: Credentials,
    /// What the gateway's answers say of the credentials.
    pub trust: Trust,
    /// Whether the window hides everything until the password is given.
    pub locked: bool,
    /// Passwords that did not unlock it.
    pub wrong_passwords: WrongPasswords,
    /// When a person did something last.
    pub(super) attended: Timestamp,
    /// What the middle of the window shows.
    pub page: Page,
    /// The field above the cards, and what is wrong with its text.
    pub look_up: LookUpField,
    /// On screen; `None` before the first look-up.
    pub customer: Option<CustomerCards>,
    /// Customers at the side: looked up, or given as a list.
    pub queue: Queue,
    /// Lists of the neighbours in the queue, fetched before they are asked for.
    pub ahead: Ahead,
    /// Customers opened in earlier sessions, the latest first.
    pub recent: Vec<CustomerNumber>,
    /// The sandbox's own customers; empty at any other server.
    pub known: Vec<KnownCustomer>,
    /// Every token that a list has named.
    pub tokens: KnownTokens,
    /// Files of cards, each fetched once.
    pub library: Library,
    /// Files of all customers looked up, and of the batch.
    pub sheet: Sheet,
    /// The list to verify, its run and its result.
    pub batch: BatchState,
    /// Accepted findings; empty until their file has been read.
    pub acknowledged: Acknowledged,
    /// Those that were confirmed.
    pub removals: Vec<RemovalRun>,
    /// Removals that were cut short here.
    pub pending: Vec<Pending>,
    /// The one of them whose customer is being looked up.
    pub resuming: Option<PendingId>,
}

impl Session {
    /// A session with nothing looked up, and credentials that nobody has accepted yet.
    pub fn new(id: SessionId, server: ServerAddress, credentials: Credentials, now: Now) -> Self {
        Self {
            id,
            server,
            credentials,
            trust: Trust::Unverified,
            locked: false,
            wrong_passwords: WrongPasswords::default(),
            attended: now.timestamp,
            page: Page::Customer,
            look_up: LookUpField::default(),
            customer: None,
            queue: Queue::default(),
            ahead: Ahead::default(),
            recent: Vec::new(),
            known: Vec::new(),
            tokens: KnownTokens::default(),
            library: Library::default(),
            sheet: Sheet::default(),
            batch: BatchState::default(),
            acknowledged: Acknowledged::default(),
            removals: Vec::new(),
            pending: Vec::new(),
            resuming: None,
        }
    }

    /// Keeps secrets out of texts, the tokens of this session above all.
    pub fn redactor(&self) -> Redactor<'_> {
        Redactor::default().knowing(&self.tokens)
    }

    /// SANDBOX, TEST or PRODUCTION, by the server's address.
    pub fn environment(&self) -> Environment {
        self.server.environment()
    }

    /// Whose customers are opened; `None` in the program's own sandbox, which is another one each
    /// time.
    pub(crate) fn whose(&self) -> Option<Account> {
        let whose = || Account::new(&self.server, self.credentials.merchant_id);
        self.known.is_empty().then(whose)
    }
}
