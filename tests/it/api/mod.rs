//! The gateway's client, over real sockets, against a gateway that answers by a script.
#![allow(clippy::unwrap_used, reason = "helpers of tests stop at the first surprise")]

mod cards;
mod faults;
mod limits;
mod plain;
mod random;
mod request;
mod secrets;
mod strict;

use std::sync::{Arc, Mutex};
use std::time::Duration;

use carddesk::api::{Acknowledgement, ApiError, Client, Limits};
use carddesk::domain::{Card, CardList, CustomerNumber, Token};
use serde_json::Value;

use crate::support::{Gateway, Reply, TOKEN, credentials, ok};

/// A gateway, and a client for as many calls as a test likes.
struct Stage {
    gateway: Gateway,
    client: Client,
    said: Arc<Mutex<Reply>>,
}

impl Stage {
    fn new() -> Self {
        Self::with_limits(Limits::default())
    }

    fn with_limits(limits: Limits) -> Self {
        let said = Arc::new(Mutex::new(ok("")));
        let saying = Arc::clone(&said);
        let gateway = Gateway::answering(move |_| saying.lock().unwrap().clone());
        let client = Client::with_limits(&gateway.server(), limits).unwrap();
        Self { gateway, client, said }
    }

    fn list(&self, reply: Reply) -> Result<CardList, ApiError> {
        *self.said.lock().unwrap() = reply;
        self.client.list(&credentials("452739"), &customer())
    }

    fn remove(&self, reply: Reply) -> Result<Acknowledgement, ApiError> {
        self.remove_token(reply, &Token::parse(TOKEN).unwrap())
    }

    fn remove_token(&self, reply: Reply, token: &Token) -> Result<Acknowledgement, ApiError> {
        *self.said.lock().unwrap() = reply;
        self.client.remove(&credentials("452739"), &customer(), token)
    }

    /// The one card that this body lists.
    fn card(&self, body: impl Into<Vec<u8>>) -> Card {
        let mut list = self.list(ok(body)).unwrap();
        assert_eq!(list.cards.len(), 1);
        list.cards.remove(0)
    }
}

fn customer() -> CustomerNumber {
    CustomerNumber::parse("AB 12").unwrap()
}

/// Limits that a test need not wait long for.
fn short() -> Limits {
    let wait = Duration::from_millis(300);
    Limits { connect: wait, call: wait, answer: 1000 }
}

/// A card with one field in another dress.
fn card_with(field: &str, value: Value) -> String {
    let mut card = crate::support::card(TOKEN);
    card[field] = value;
    Value::Array(vec![card]).to_string()
}
