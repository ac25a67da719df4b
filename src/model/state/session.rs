use crate::acknowledged::{Acknowledged, Acknowledgement};
use crate::api::ApiError;
use crate::domain::{
    AssetKind, Card, CardList, Credentials, CustomerNumber, CustomerNumberError, Environment,
    ServerAddress, Token, Variant,
};
use crate::removal::{
    LeftName, LeftOver, Outcome, RemovalError, RemovalReport, RevocationError, Step,
};
use crate::settings::Whose;
use crate::verify::Rule;

use super::super::Remote;
use super::ahead::Ahead;
use super::batch::BatchState;
use super::expired::ExpiredCards;
use super::library::Library;
use super::queue::Queue;
use super::revocation::{Picking, RevocationRun};
use super::sheet::Sheet;
use super::summary::ListSummary;
use super::{KnownCustomer, RequestId};

/// Number of a session: answers that carry another one are dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct SessionId(pub u64);

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

/// Pages of the inspector.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InspectorTab {
    Details,
    Assets,
    /// What the verifier says.
    Findings,
    Raw,
}

/// The look-up field.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LookUpField {
    pub text: String,
    /// Why the text was not looked up.
    pub problem: Option<CustomerNumberError>,
}

/// The customer on screen.
#[derive(Debug)]
pub struct CustomerCards {
    pub number: CustomerNumber,
    pub request: RequestId,
    pub list: Remote<CardList, ApiError>,
    /// When the list on screen arrived, and how long its look-up took in milliseconds; a removal's
    /// own list was not timed.
    pub received: Option<(jiff::Timestamp, Option<u64>)>,
    /// When the newest request was made.
    pub asked_at: jiff::Timestamp,
    /// Index of the selected card.
    pub selected: Option<usize>,
    /// Where cards are being chosen to be revoked.
    pub picking: Option<Picking>,
    pub tab: InspectorTab,
    /// The finding of the selected card that was stepped to, in the order they are shown in.
    pub finding: Option<usize>,
    /// What was found out of the list on screen.
    pub(crate) summary: ListSummary,
    /// Whether the list on screen has been drawn.
    pub(crate) was_drawn: bool,
}

impl CustomerCards {
    /// When the list was fetched, where it was before the customer came on screen.
    pub fn as_of(&self) -> Option<jiff::Timestamp> {
        let (at, _) = self.received?;
        (at < self.asked_at).then_some(at)
    }
}

/// Why a removal has no report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RunError {
    /// Nothing was sent.
    NotBegun(RemovalError),
    /// Nothing was sent.
    NotRevoked(RevocationError),
    /// The client could not be set up; nothing was sent.
    NoClient(ApiError),
    /// The job never began; nothing was sent.
    NeverBegun,
    /// The job was lost on the way: what happened is not known, and the journal's intent stands
    /// without an outcome.
    Lost,
}

/// A removal of this session, under way or ended.
#[derive(Debug)]
pub struct RemovalRun {
    pub number: u64,
    pub customer: CustomerNumber,
    pub card: Card,
    pub step: Option<Step>,
    pub result: Option<Result<RemovalReport, RunError>>,
}

impl RemovalRun {
    pub fn is_running(&self) -> bool {
        self.result.is_none()
    }

    /// How it ended.
    pub fn outcome(&self) -> Option<&Outcome> {
        match &self.result {
            Some(Ok(report)) => Some(&report.outcome),
            Some(Err(_)) | None => None,
        }
    }
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
    pub library: Library,
    pub sheet: Sheet,
    pub batch: BatchState,
    pub acknowledged: Acknowledged,
    pub removals: Vec<RemovalRun>,
    pub revocations: Vec<RevocationRun>,
    /// Revocations that were cut short here.
    pub left_over: Vec<LeftOver>,
    /// The one of them whose customer is being looked up.
    pub resuming: Option<LeftName>,
    /// Expired cards of the queue's customers, while they are looked for, and since they were
    /// removed.
    pub expired: Option<ExpiredCards>,
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
            library: Library::default(),
            sheet: Sheet::default(),
            batch: BatchState::default(),
            acknowledged: Acknowledged::default(),
            removals: Vec::new(),
            revocations: Vec::new(),
            left_over: Vec::new(),
            resuming: None,
            expired: None,
        }
    }

    pub fn environment(&self) -> Environment {
        self.server.environment()
    }

    /// Whose customers are opened; `None` in the program's own sandbox, which is another one each
    /// time.
    pub(crate) fn whose(&self) -> Option<Whose> {
        let whose = || Whose::new(&self.server, self.credentials.merchant_id);
        self.known.is_empty().then(whose)
    }

    /// The cards on screen.
    pub fn cards(&self) -> &[Card] {
        let list = self.customer.as_ref().and_then(|customer| customer.list.value());
        list.map_or(&[], |list| list.cards.as_slice())
    }

    /// Whether a list came that has not been drawn since.
    pub fn awaits_drawing(&self) -> bool {
        self.customer.as_ref().is_some_and(|c| matches!(c.list, Remote::Ready(_)) && !c.was_drawn)
    }

    /// Who accepted what a rule says of the bytes at an address.
    pub fn acknowledgement(&self, url: &str, rule: Rule) -> Option<&Acknowledgement> {
        self.acknowledged.get(&self.library.get(url)?.digest()?, rule)
    }

    /// The files on the page, each address once, in the page's order: what the large picture goes
    /// through.
    pub fn files_on_page(&self) -> Vec<(&Variant, &AssetKind)> {
        let of_cards = || {
            let assets = self.cards().iter().flat_map(|card| &card.assets);
            assets.flat_map(|asset| asset.variants.iter().map(move |v| (v, &asset.kind)))
        };
        let mut files: Vec<_> = match self.page {
            Page::Sheet => self.sheet.groups().iter().map(|g| (&g.variant, &g.kind)).collect(),
            Page::Customer | Page::Journal | Page::Batch => of_cards().collect(),
        };
        let mut seen = std::collections::HashSet::new();
        files.retain(|(variant, _)| seen.insert(variant.url.as_str()));
        files
    }

    /// The selected card, with its index.
    pub fn selected_card(&self) -> Option<(usize, &Card)> {
        let index = self.customer.as_ref()?.selected?;
        self.cards().get(index).map(|card| (index, card))
    }

    /// Whether a card is being removed, alone or among others.
    pub fn is_removing(&self, token: &Token) -> bool {
        self.running_removal(token).is_some() || self.running_revocation(token).is_some()
    }

    /// The revocation under way that holds a card.
    pub fn running_revocation(&self, token: &Token) -> Option<&RevocationRun> {
        let holds = |run: &&RevocationRun| run.cards.iter().any(|card| card.token == *token);
        self.revocations.iter().filter(|run| run.is_running()).find(holds)
    }

    /// Whether a card of a customer was removed in this session.
    pub fn has_removed(&self, customer: &CustomerNumber) -> bool {
        let alone = self.removals.iter().filter(|run| run.customer == *customer);
        let among = self.revocations.iter().filter(|run| run.customer == *customer);
        alone.filter_map(RemovalRun::outcome).any(Outcome::is_absent)
            || among.map(RevocationRun::absent).any(|absent| absent > 0)
    }

    /// The removal of a card that is under way.
    pub fn running_removal(&self, token: &Token) -> Option<&RemovalRun> {
        self.removals.iter().find(|run| run.is_running() && run.card.token == *token)
    }
}
