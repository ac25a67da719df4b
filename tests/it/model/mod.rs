//! The pure core: actions and events in, changes and effects out.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "helpers of tests stop at the first surprise"
)]

mod assets;
mod batch;
mod cards;
mod expired;
mod findings;
mod journal;
mod late;
mod leaving;
mod lists;
mod locking;
mod look_up;
mod notices;
mod queue;
mod removal;
mod removal_of_several;
mod settings;
mod sheet;
mod sign_in;
mod viewer;

use std::sync::Arc;

use carddesk::api::{ApiError, Fault, UnreachableCause};
use carddesk::domain::{
    Bin, Brand, Card, CardList, Credentials, CustomerNumber, Language, LastFour, Login, MerchantId,
    Password, ServerAddress, Token, redact,
};
use carddesk::journal::RemovalId;
use carddesk::model::{
    Action, Effect, Event, LookUpAction, LookUpEffect, LookUpEvent, Now, Opening, RemovalAction,
    RemovalEffect, RemovalEvent, RequestId, Session, SessionEvent, SessionId, SignInAction, State,
    update,
};
use carddesk::removal::{
    CardEnd, CardReport, CardSnapshot, CustomerReport, Outcome, Plan, Report, Scope,
};
use carddesk::settings::Settings;

const PASSWORD: &str = "Hunter2Hunter2";
const LOGIN: &str = "support_17";
pub(crate) const FIRST: &str = "54F5A3DE-4B47-4B40-03B5-7FF992D6B401";
const SECOND: &str = "33479991-B4E5-40FE-D9ED-EDC94BA7FA14";
const TEST_SERVER: &str = "test.example.com";
const PRODUCTION: &str = "pay.example.com";

/// The core and its clock.
struct World {
    state: State,
    now: Now,
}

impl World {
    /// Before anybody signed in.
    fn new() -> Self {
        let now = Now { timestamp: "2026-03-10T12:00:00Z".parse().unwrap() };
        Self { state: State::new(Settings::default(), Language::English), now }
    }

    /// Signed in, and no customer looked up.
    fn signed_in(server: &str) -> Self {
        let mut world = Self::new();
        world.act(SignInAction::With(Box::new(opening(server))));
        world
    }

    /// Signed in, with a customer's cards on screen.
    fn with_cards(server: &str, customer: &str, tokens: &[&str]) -> Self {
        let mut world = Self::signed_in(server);
        let asked = world.look_up(customer);
        world.listed(asked, Ok(list(tokens)));
        world
    }

    fn act(&mut self, action: impl Into<Action>) -> Vec<Effect> {
        update(&mut self.state, action.into().into(), self.now)
    }

    fn learn(&mut self, event: Event) -> Vec<Effect> {
        update(&mut self.state, event.into(), self.now)
    }

    /// What the session on screen asked for is answered.
    fn answer(&mut self, event: impl Into<SessionEvent>) -> Vec<Effect> {
        self.learn(Event::of(self.session().id, event))
    }

    fn pass(&mut self, seconds: i64) {
        self.now.timestamp += jiff::SignedDuration::from_secs(seconds);
    }

    fn session(&self) -> &Session {
        self.state.session().expect("signed in")
    }

    /// Looks a customer up, and tells the request that went out.
    fn look_up(&mut self, customer: &str) -> Asked {
        let number = CustomerNumber::parse(customer).unwrap();
        asked(&self.act(LookUpAction::Open(number)))
    }

    fn listed(&mut self, asked: Asked, result: Result<CardList, ApiError>) -> Vec<Effect> {
        let Asked { session, request } = asked;
        self.learn(Event::of(session, LookUpEvent::Listed { request, took_ms: 212, result }))
    }

    /// Tokens of the cards on screen, told by their ends.
    fn shown(&self) -> Vec<String> {
        self.session().cards().iter().map(|card| card.token.elided()).collect()
    }

    /// Asks about a card and confirms; the removal that started.
    fn remove(&mut self, index: usize) -> Started {
        self.act(RemovalAction::Ask(index));
        let token = self.session().cards()[index].token.clone();
        let effects = self.act(RemovalAction::Confirm { tokens: vec![token] });
        started(effects).expect("a removal started")
    }

    /// A removal ends as [`report`] says, with the customer and the card that it was of.
    fn ended(&mut self, started: &Started, mut report: Report) -> Vec<Effect> {
        let Started { session, number, .. } = *started;
        let [planned] = &started.plan.customers[..] else { panic!("{:?}", started.plan) };
        let customer = Arc::make_mut(&mut report.customers[0]);
        customer.customer = planned.number.clone();
        customer.cards[0].card = planned.cards[0].clone();
        self.learn(Event::of(session, RemovalEvent::Ended { number, result: Ok(report) }))
    }
}

/// A list call on its way.
#[derive(Debug, Clone, Copy)]
struct Asked {
    session: SessionId,
    request: RequestId,
}

/// The one list call among effects.
fn asked(effects: &[Effect]) -> Asked {
    let mut calls = effects.iter().filter_map(|effect| match effect {
        Effect::LookUp(LookUpEffect::List { session, request, .. }) => {
            Some(Asked { session: *session, request: *request })
        }
        _ => None,
    });
    let call = calls.next().expect("a list is asked for");
    assert!(calls.next().is_none(), "once");
    call
}

/// A removal on its way.
#[derive(Debug)]
struct Started {
    session: SessionId,
    number: u64,
    plan: Plan,
}

/// The one removal among effects.
fn started(effects: Vec<Effect>) -> Option<Started> {
    let mut removals = effects.into_iter().filter_map(|effect| match effect {
        Effect::Removal(RemovalEffect::Remove { session, number, plan }) => {
            Some(Started { session, number, plan: *plan })
        }
        _ => None,
    });
    let removal = removals.next();
    assert!(removals.next().is_none(), "one removal at a time");
    removal
}

/// Credentials for a server.
pub(crate) fn opening(server: &str) -> Opening {
    Opening {
        server: ServerAddress::parse(server).unwrap(),
        credentials: Credentials {
            merchant_id: MerchantId::parse("452739").unwrap(),
            login: Login::parse(LOGIN).unwrap(),
            password: Password::parse(PASSWORD.into()).unwrap(),
            language: Language::English,
        },
        customer: None,
        known: Vec::new(),
    }
}

/// A card without art.
pub(crate) fn card(token: &str) -> Card {
    Card {
        token: Token::from_gateway(token),
        last_four: LastFour::from_gateway("0028"),
        bin: Bin::from_gateway("412362"),
        brand: Brand::from_gateway("VISA"),
        bank: "Bank USA".to_owned(),
        expiry_text: "12.2030".to_owned(),
        active: Some(true),
        needs_cvc: Some(false),
        assets: Vec::new(),
        unknown_fields: Vec::new(),
        raw_json: String::new(),
    }
}

fn list(tokens: &[&str]) -> CardList {
    CardList::sound(tokens.iter().map(|token| card(token)).collect())
}

fn unreachable() -> ApiError {
    let reason = "connection refused".to_owned();
    ApiError::Unreachable { cause: UnreachableCause::NoConnection, reason: redact(&reason) }
}

fn fault() -> Fault {
    Fault {
        detail: Some(redact("Access denied")),
        recommendation: None,
        first_code: Some(redact("5")),
        second_code: Some(redact("143")),
        http_status: 200,
    }
}

/// Of a card by itself.
fn report(outcome: Outcome, list: Result<CardList, ApiError>) -> Report {
    let at = "2026-03-10T12:00:00Z".parse().unwrap();
    let said = CardReport {
        id: RemovalId::new(at),
        acknowledgement: None,
        remove_error: None,
        list_error: list.as_ref().err().cloned(),
        journal_warning: None,
        head_warning: None,
    };
    let card = CardSnapshot::from(&card(FIRST));
    let end = CardEnd { card, outcome, report: Some(said), settled: false, note: None };
    let customer = CustomerReport {
        customer: CustomerNumber::parse("1004").unwrap(),
        scope: Scope::One,
        cards: vec![end],
        list,
        begun: at,
        ended: at,
        mark: None,
        pending_warning: None,
    };
    Report { customers: vec![Arc::new(customer)] }
}
