//! Removals through the real client against a scripted server on this machine.
#![allow(clippy::unwrap_used, reason = "helpers of tests stop at the first surprise")]

mod outcomes;
mod protocol;
mod resolving;

use std::path::Path;

use carddesk::api::Client;
use carddesk::domain::{Bin, CustomerNumber, LastFour, ServerAddress, Token};
use carddesk::journal::{EntryKind, Journal, read};
use carddesk::removal::{CardSnapshot, RemovalError, RemovalReport, RemovalRequest, run};
use jiff::Timestamp;

use crate::support::credentials;

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

fn kinds(dir: &Path) -> Vec<EntryKind> {
    read(dir).unwrap().entries.iter().map(|entry| entry.kind).collect()
}
