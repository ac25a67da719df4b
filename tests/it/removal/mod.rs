//! Removals through the real client against a scripted server on this machine.
#![allow(clippy::unwrap_used, reason = "helpers of tests stop at the first surprise")]

mod gateway;
mod outcomes;
mod protocol;
mod resolving;

use std::path::Path;

use carddesk::api::Client;
use carddesk::domain::{
    Bin, Credentials, CustomerNumber, Language, LastFour, Login, MerchantId, Password,
    ServerAddress, Token,
};
use carddesk::journal::{EntryKind, Journal, read};
use carddesk::removal::{CardSnapshot, RemovalError, RemovalReport, RemovalRequest, run};
use jiff::Timestamp;

const TOKEN: &str = "54F5A3DE-4B47-4B40-03B5-7FF992D6B401";
const OTHER: &str = "33479991-B4E5-40FE-D9ED-EDC94BA7FA14";
const ACKNOWLEDGED: &str = r#"{"message":"Token 54F5A3DE-4B47-4B40-03B5-7FF992D6B401 is removed"}"#;
const REFUSED: &str = r#"{"fault":{"detail":"Token not found","faultcode":5,"faultstring":143}}"#;

fn now() -> Timestamp {
    "2026-11-23T12:00:00.5Z".parse().unwrap()
}

fn credentials(merchant: &str) -> Credentials {
    Credentials {
        merchant_id: MerchantId::parse(merchant).unwrap(),
        login: Login::parse("support").unwrap(),
        password: Password::parse("S3cretS3cret".into()).unwrap(),
        language: Language::English,
    }
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

/// A list of cards with these tokens.
fn list_of(tokens: &[&str]) -> String {
    let cards: Vec<serde_json::Value> = tokens
        .iter()
        .map(|token| {
            serde_json::json!({
                "token": token, "post": "0028", "bin": 412_362, "brand": "VISA", "bank": "",
                "expire": "12.2030", "active": true, "needCVC": false, "assets": []
            })
        })
        .collect();
    serde_json::Value::Array(cards).to_string()
}

fn remove(server: &ServerAddress, dir: &Path, token: &str) -> Result<RemovalReport, RemovalError> {
    let client = Client::new(server).unwrap();
    let journal = Journal::open(dir).unwrap();
    run(&client, &journal, &request(server, token), &now, &mut |_| {})
}

fn kinds(dir: &Path) -> Vec<EntryKind> {
    read(dir).unwrap().entries.iter().map(|entry| entry.kind).collect()
}
