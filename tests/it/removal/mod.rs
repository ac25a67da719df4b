//! Removals through the real client against a scripted server on this machine.
#![allow(clippy::unwrap_used, reason = "helpers of tests stop at the first surprise")]

mod outcomes;
mod proofs;
mod protocol;
mod reader;
mod receipts;
mod resolving;
mod rest;
mod revoking;
mod settling;

use std::path::Path;
use std::sync::atomic::AtomicBool;

use carddesk::api::Client;
use carddesk::domain::{Bin, CustomerNumber, LastFour, ServerAddress, Token};
use carddesk::journal::{EntryKind, Journal, OutcomeCode, read};
use carddesk::removal::{
    CardSnapshot, Means, Policy, RemovalError, RemovalReport, RemovalRequest, RevocationReport,
    RevocationRequest, Scope, Told, revoke, run,
};
use jiff::Timestamp;

use crate::support::{Shop, credentials};

fn now() -> Timestamp {
    "2026-11-23T12:00:00.5Z".parse().unwrap()
}

fn request(server: &ServerAddress, token: &str) -> RemovalRequest {
    RemovalRequest {
        server: server.clone(),
        credentials: credentials("452739"),
        customer: CustomerNumber::parse("1234").unwrap(),
        card: CardSnapshot {
            token: Token::from_gateway(token),
            brand: "VISA".to_owned(),
            bank: "Банк".to_owned(),
            bin: Bin::from_gateway("412362"),
            last_four: LastFour::from_gateway("0028"),
        },
        operator: Some(" Марина ".to_owned()),
        reason: Some("T-1001, 4123 6200 0000 0028".to_owned()),
    }
}

fn remove(server: &ServerAddress, dir: &Path, token: &str) -> Result<RemovalReport, RemovalError> {
    let client = Client::new(server).unwrap();
    let journal = Journal::open(dir).unwrap();
    run(&client, &journal, &request(server, token), &now, &mut |_| {})
}

/// All cards that the shop lists now, to be revoked.
fn all(shop: &Shop, policy: Policy) -> RevocationRequest {
    let server = shop.gateway.server();
    let customer = CustomerNumber::parse("1234").unwrap();
    let who = credentials("452739");
    let list = Client::new(&server).unwrap().list(&who, &customer).unwrap();
    RevocationRequest {
        server,
        credentials: who,
        customer,
        scope: Scope::All,
        cards: RevocationRequest::of_cards(&list.cards),
        policy,
        operator: Some("Марина".to_owned()),
        reason: Some("T-1001, 4123 6200 0000 0028".to_owned()),
        continues: None,
    }
}

fn revoked(request: &RevocationRequest, dir: &Path) -> RevocationReport {
    revoked_telling(request, dir, &|_, _| {})
}

/// Revokes; `told` may stop it.
fn revoked_telling(
    request: &RevocationRequest,
    dir: &Path,
    told: &(dyn Fn(Told, &AtomicBool) + Sync),
) -> RevocationReport {
    let client = Client::new(&request.server).unwrap();
    let journal = Journal::open(dir).unwrap();
    let stop = AtomicBool::new(false);
    let told = |what| told(what, &stop);
    let means = Means { client: &client, journal: &journal, stop: &stop, now: &now, told: &told };
    revoke(&means, request).unwrap()
}

/// How many cards ended with each outcome.
fn ends(report: &RevocationReport) -> Vec<(&'static str, usize)> {
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
