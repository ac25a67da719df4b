//! What tests of several topics share: a gateway that answers by a script, and what to say with it.
#![allow(clippy::unwrap_used, reason = "helpers of tests stop at the first surprise")]

mod door;
mod doubtful;
mod gateway;
mod reply;
mod shop;
mod spelled;
mod telling;

pub(crate) use door::{Door, quiet_port};
pub(crate) use doubtful::doubtful;
pub(crate) use gateway::{Gateway, LIST, REMOVE, Request, nobody};
pub(crate) use reply::{Reply, ok, status};
pub(crate) use shop::{Fate, Shop, token};
pub(crate) use telling::DOUBTFUL_HEADS;

use carddesk::domain::{Credentials, Language, Login, MerchantId, Password};
use serde_json::{Value, json};

pub(crate) const TOKEN: &str = "54F5A3DE-4B47-4B40-03B5-7FF992D6B401";
pub(crate) const OTHER: &str = "33479991-B4E5-40FE-D9ED-EDC94BA7FA14";
pub(crate) const PASSWORD: &str = "S3cretS3cret";

/// What a process there cannot do without, where a test gives it no other variables: sockets need it.
pub(crate) fn needed_by_windows() -> Option<(&'static str, std::ffi::OsString)> {
    const FOLDER: &str = "SystemRoot";
    Some((FOLDER, std::env::var_os(FOLDER)?))
}
pub(crate) const ACKNOWLEDGED: &str =
    r#"{"message":"Token 54F5A3DE-4B47-4B40-03B5-7FF992D6B401 is removed"}"#;
pub(crate) const REFUSED: &str =
    r#"{"fault":{"detail":"Token not found","faultcode":5,"faultstring":143}}"#;

pub(crate) fn credentials(merchant: &str) -> Credentials {
    Credentials {
        merchant_id: MerchantId::parse(merchant).unwrap(),
        login: Login::parse("support").unwrap(),
        password: Password::parse(PASSWORD.into()).unwrap(),
        language: Language::English,
    }
}

/// A card as documented.
pub(crate) fn card(token: &str) -> Value {
    json!({
        "token": token, "post": "0028", "bin": 412_362, "brand": "VISA", "bank": "",
        "expire": "12.2030", "active": true, "needCVC": false, "assets": []
    })
}

/// A list of cards with these tokens.
pub(crate) fn list_of(tokens: &[&str]) -> String {
    tokens.iter().map(|token| card(token)).collect::<Value>().to_string()
}
