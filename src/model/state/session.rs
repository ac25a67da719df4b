use crate::api::ApiError;
use crate::domain::{
    Card, CardList, Credentials, CustomerNumber, CustomerNumberError, Environment, ServerAddress,
    Token,
};
use crate::removal::{Outcome, RemovalError, RemovalReport, Step};

use super::super::Remote;
use super::library::{AssetEntry, Library};
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
}

/// Pages of the inspector.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InspectorTab {
    Details,
    Assets,
    Raw,
}

/// The look-up field.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LookUpField {
    pub text: String,
    /// Why the text was not looked up.
    pub problem: Option<CustomerNumberError>,
}

/// A customer looked up in this session.
#[derive(Debug, Clone, PartialEq)]
pub struct Visited {
    pub number: CustomerNumber,
    /// Cards at the last look-up; `None` while unknown.
    pub cards: Option<usize>,
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
    pub tab: InspectorTab,
}

/// Why a removal has no report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RunError {
    /// Nothing was sent.
    NotBegun(RemovalError),
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
    pub visited: Vec<Visited>,
    pub known: Vec<KnownCustomer>,
    pub library: Library,
    pub removals: Vec<RemovalRun>,
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
            visited: Vec::new(),
            known: Vec::new(),
            library: Library::default(),
            removals: Vec::new(),
        }
    }

    pub fn environment(&self) -> Environment {
        self.server.environment()
    }

    /// The cards on screen.
    pub fn cards(&self) -> &[Card] {
        let list = self.customer.as_ref().and_then(|customer| customer.list.value());
        list.map_or(&[], |list| list.cards.as_slice())
    }

    /// The files of the cards on screen that were asked for, each once.
    pub fn shown_files(&self) -> impl Iterator<Item = &AssetEntry> {
        let urls: std::collections::HashSet<&str> = self
            .cards()
            .iter()
            .flat_map(|card| &card.assets)
            .flat_map(|asset| &asset.variants)
            .map(|variant| variant.url.as_str())
            .collect();
        urls.into_iter().filter_map(|url| self.library.get(url))
    }

    /// The selected card, with its index.
    pub fn selected_card(&self) -> Option<(usize, &Card)> {
        let index = self.customer.as_ref()?.selected?;
        self.cards().get(index).map(|card| (index, card))
    }

    /// The removal of a card that is under way.
    pub fn running_removal(&self, token: &Token) -> Option<&RemovalRun> {
        self.removals.iter().find(|run| run.is_running() && run.card.token == *token)
    }
}
