//! Removals through the real client against a scripted server on this machine.
#![allow(clippy::unwrap_used, reason = "helpers of tests stop at the first surprise")]

mod beside;
mod customers;
mod histories;
mod matrix;
mod outcomes;
mod proofs;
mod protocol;
mod reader;
mod receipts;
mod resolving;
mod rest;
mod revoking;
mod settling;

use std::ops::Deref;
use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex};

use carddesk::api::Client;
use carddesk::domain::{Bin, CardList, CustomerNumber, LastFour, ServerAddress, Token};
use carddesk::journal::{EntryKind, Journal, OutcomeCode, read};
use carddesk::removal::{
    CardReport, CardSnapshot, CustomerReport, Outcome, Plan, PlannedCustomer, Policy, Progress,
    RemovalContext, RemovalError, Report, Scope, Step, run,
};
use jiff::Timestamp;

use crate::support::{Shop, credentials};

fn now() -> Timestamp {
    "2026-11-23T12:00:00.5Z".parse().unwrap()
}

/// A card by itself.
fn one(server: &ServerAddress, token: &str) -> Plan {
    let card = CardSnapshot {
        token: Token::from_gateway(token),
        brand: "VISA".to_owned(),
        bank: "Банк".to_owned(),
        bin: Bin::from_gateway("412362"),
        last_four: LastFour::from_gateway("0028"),
        expires: "12.2030".to_owned(),
    };
    let number = CustomerNumber::parse("1234").unwrap();
    Plan {
        server: server.clone(),
        credentials: credentials("452739"),
        scope: Scope::One,
        customers: vec![PlannedCustomer { number, cards: vec![card] }],
        policy: Policy::Stop,
        operator: Some(" Марина ".to_owned()),
        reason: Some("T-1001, 4123 6200 0000 0028".to_owned()),
        continues: None,
    }
}

/// What came of a card by itself.
#[derive(Debug)]
struct Removed {
    outcome: Outcome,
    list: Option<CardList>,
    report: CardReport,
}

impl Deref for Removed {
    type Target = CardReport;

    fn deref(&self) -> &CardReport {
        &self.report
    }
}

fn remove(server: &ServerAddress, dir: &Path, token: &str) -> Result<Removed, RemovalError> {
    let client = Client::new(server).unwrap();
    let journal = Journal::open(dir).unwrap();
    run_one(&client, &journal, &one(server, token), &mut |_| {})
}

fn run_one(
    client: &Client,
    journal: &Journal,
    plan: &Plan,
    step: &mut (dyn FnMut(Step) + Send),
) -> Result<Removed, RemovalError> {
    let step = Mutex::new(step);
    let progress = |progress| match progress {
        Progress::Step { card: 0, step: begun } => (step.lock().unwrap())(begun),
        other => panic!("{other:?} of a card by itself"),
    };
    let stop = AtomicBool::new(false);
    let context = RemovalContext { client, journal, stop: &stop, now: &now, progress: &progress };
    let report = run(&context, plan)?;
    let [customer] = &report.customers[..] else { panic!("{report:?}") };
    let [end] = &customer.cards[..] else { panic!("{report:?}") };
    assert!(!end.settled && end.note.is_none() && customer.pending_warning.is_none());
    let (outcome, report) = (end.outcome.clone(), end.report.clone().unwrap());
    Ok(Removed { outcome, list: customer.list.clone().ok(), report })
}

/// All cards that the shop lists now, to be removed.
fn all(shop: &Shop, policy: Policy) -> Plan {
    let server = shop.gateway.server();
    let customer = CustomerNumber::parse("1234").unwrap();
    let who = credentials("452739");
    let list = Client::new(&server).unwrap().list(&who, &customer).unwrap();
    Plan {
        server,
        credentials: who,
        scope: Scope::All,
        customers: vec![PlannedCustomer::of(customer, &list.cards)],
        policy,
        operator: Some("Марина".to_owned()),
        reason: Some("T-1001, 4123 6200 0000 0028".to_owned()),
        continues: None,
    }
}

fn revoked(plan: &Plan, dir: &Path) -> Arc<CustomerReport> {
    revoked_telling(plan, dir, &|_, _| {})
}

/// Removes the cards of one customer; `told` may stop it.
fn revoked_telling(
    plan: &Plan,
    dir: &Path,
    told: &(dyn Fn(Progress, &AtomicBool) + Sync),
) -> Arc<CustomerReport> {
    let report = carried_out(plan, dir, told);
    assert_eq!(report.customers.len(), 1);
    Arc::clone(&report.customers[0])
}

/// Carries a plan out; `told` may stop it.
fn carried_out(plan: &Plan, dir: &Path, told: &(dyn Fn(Progress, &AtomicBool) + Sync)) -> Report {
    let client = Client::new(&plan.server).unwrap();
    let journal = Journal::open(dir).unwrap();
    let stop = AtomicBool::new(false);
    let progress = |what| told(what, &stop);
    let context = RemovalContext {
        client: &client,
        journal: &journal,
        stop: &stop,
        now: &now,
        progress: &progress,
    };
    run(&context, plan).unwrap()
}

/// How many cards ended with each outcome.
fn ends(report: &CustomerReport) -> Vec<(&'static str, usize)> {
    let count =
        |code: OutcomeCode| report.cards.iter().filter(|end| end.outcome.kind() == code).count();
    OutcomeCode::ALL
        .into_iter()
        .map(|code| (code.as_str(), count(code)))
        .filter(|(_, count)| *count > 0)
        .collect()
}

fn kinds(dir: &Path) -> Vec<EntryKind> {
    read(dir).unwrap().entries.iter().map(|entry| entry.kind).collect()
}
