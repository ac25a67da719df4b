//! A bare HTTP client: what the sandbox says is read here as JSON, not through our own client.

use std::sync::OnceLock;

use carddesk::domain::Date;
use carddesk::sandbox::{Sandbox, SandboxOptions};
use reqwest::blocking::{Client, Response};
use serde_json::{Value, json};

pub(super) const LIST: &str = "/pay/oneclick/v1/token.cfm";
pub(super) const REMOVE: &str = "/pay/oneclick/v1/rem_token.cfm";
pub(super) const TODAY: Date = Date::constant(2026, 11, 23);

pub(super) fn sandbox() -> Sandbox {
    Sandbox::start(SandboxOptions { port: None, today: Some(TODAY) }).unwrap()
}

/// One client for all tests, since setting one up takes longer than a call. It keeps no
/// connections: one to a sandbox that has stopped would be taken for one to the next.
pub(super) fn http() -> &'static Client {
    static HTTP: OnceLock<Client> = OnceLock::new();
    HTTP.get_or_init(|| {
        // The client wants a TLS provider even for plain http; another test may have set it.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let builder = Client::builder().no_proxy().pool_max_idle_per_host(0);
        builder.redirect(reqwest::redirect::Policy::none()).build().unwrap()
    })
}

pub(super) fn merchant() -> Value {
    json!({"merchant_id": "777001", "login": "sandbox", "password": "sandbox-2026"})
}

pub(super) fn post(sandbox: &Sandbox, path: &str, body: &Value) -> reqwest::Result<Response> {
    http().post(format!("{}{path}", sandbox.url())).body(body.to_string()).send()
}

pub(super) fn ask_list(sandbox: &Sandbox, customer: &str) -> reqwest::Result<Response> {
    let body = json!({"merchant": merchant(), "customernumber": customer, "language": "EN"});
    post(sandbox, LIST, &body)
}

pub(super) fn ask_removal(
    sandbox: &Sandbox,
    customer: &str,
    token: &str,
) -> reqwest::Result<Response> {
    let body = json!({
        "merchant": merchant(), "token": token, "language": "EN", "customernumber": customer,
    });
    post(sandbox, REMOVE, &body)
}

pub(super) fn json(answer: Response) -> Value {
    serde_json::from_slice(&answer.bytes().unwrap()).unwrap()
}

/// The customer's cards.
pub(super) fn list(sandbox: &Sandbox, customer: &str) -> Vec<Value> {
    let answer = ask_list(sandbox, customer).unwrap();
    assert_eq!(answer.status(), 200, "list of {customer}");
    match json(answer) {
        Value::Array(cards) => cards,
        other => panic!("the list of {customer} is {other}"),
    }
}

pub(super) fn tokens(cards: &[Value]) -> Vec<String> {
    cards.iter().map(|card| card["token"].as_str().unwrap().to_owned()).collect()
}

/// URL and declared media type of every variant of the cards, each once.
pub(super) fn variants(cards: &[Value]) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = cards
        .iter()
        .flat_map(|card| card["assets"].as_array().unwrap())
        .flat_map(|asset| asset["assetData"].as_array().unwrap())
        .map(|variant| {
            let text = |field: &str| variant[field].as_str().unwrap().to_owned();
            (text("url"), text("mediaType"))
        })
        .collect();
    found.sort();
    found.dedup();
    found
}
