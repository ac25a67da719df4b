//! Signed in.

use crate::acknowledged::Acknowledged;
use crate::domain::{
    Credentials, CustomerNumber, Environment, KnownTokens, Redactor, ServerAddress,
};
use crate::removal::{Pending, PendingId};
use crate::settings::Account;

use super::opening::KnownCustomer;
use crate::model::assets::Library;
use crate::model::batch::BatchState;
use crate::model::cards::CustomerCards;
use crate::model::ids::SessionId;
use crate::model::look_up::{Ahead, LookUpField};
use crate::model::queue::Queue;
use crate::model::removal::RemovalRun;
use crate::model::sheet::Sheet;

/// Whether the gateway has accepted the credentials: there is no log-in call, so it shows at the
/// first list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trust {
    Unverified,
    Verified,
    /// The last call was refused, whatever for.
    Refused,
}

/// What the middle of the window shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    Customer,
    Journal,
    /// The files of all customers.
    Sheet,
    /// A list of customers to verify.
    Batch,
}

/// Signed in. Dropped whole at sign-out.
#[derive(Debug)]
pub struct Session {
    pub id: SessionId,
    pub server: ServerAddress,
    pub credentials: Credentials,
    pub trust: Trust,
    pub locked: bool,
    /// The last password given to unlock was wrong.
    pub unlock_failed: bool,
    pub page: Page,
    pub look_up: LookUpField,
    pub customer: Option<CustomerCards>,
    pub queue: Queue,
    pub ahead: Ahead,
    /// Customers opened in earlier sessions, the latest first.
    pub recent: Vec<CustomerNumber>,
    pub known: Vec<KnownCustomer>,
    /// Every token that a list has named.
    pub tokens: KnownTokens,
    pub library: Library,
    pub sheet: Sheet,
    pub batch: BatchState,
    pub acknowledged: Acknowledged,
    /// Those that were confirmed.
    pub removals: Vec<RemovalRun>,
    /// Removals that were cut short here.
    pub pending: Vec<Pending>,
    /// The one of them whose customer is being looked up.
    pub resuming: Option<PendingId>,
}

impl Session {
    pub fn new(id: SessionId, server: ServerAddress, credentials: Credentials) -> Self {
        Self {
            id,
            server,
            credentials,
            trust: Trust::Unverified,
            locked: false,
            unlock_failed: false,
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
