//! Faults by HTTP, for the sandbox that runs alone: `POST /sandbox/faults` and `DELETE`.
//!
//! `{"customer":"1004","call":"remove","fault":"delay","ms":2000,"times":1}`; `customer`, `call`
//! (`any`) and `times` (1; 0 for ever) may be left out.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Bytes;
use axum::extract::State as Shared;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::faults::{Call, Fault, Injection};
use super::params::json_answer;
use super::state::State;

/// Names of the faults, as `fault` takes them.
const NAMES: [&str; 11] = [
    "delay",
    "cut_before_applying",
    "cut_after_applying",
    "status_500",
    "fault_json",
    "html_page",
    "stale_list",
    "empty_body",
    "truncated",
    "other_token_in_message",
    "stall",
];

/// `POST /sandbox/faults`. A JSON content type is asked for: no web page can send that here
/// without asking first.
pub(super) async fn inject(
    Shared(state): Shared<Arc<State>>,
    headers: HeaderMap,
    sent: Bytes,
) -> Response {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    if !kind.is_some_and(|kind| kind.starts_with("application/json")) {
        return refused("send Content-Type: application/json");
    }
    match read(&sent) {
        Ok(injection) => {
            state.inject(injection);
            json_answer(StatusCode::OK, json!({"injected": true}).to_string().into_bytes())
        }
        Err(reason) => refused(reason),
    }
}

/// `DELETE /sandbox/faults`: withdraws every injection.
pub(super) async fn clear(Shared(state): Shared<Arc<State>>) -> Response {
    state.clear_faults();
    StatusCode::NO_CONTENT.into_response()
}

fn refused(reason: &str) -> Response {
    let body = json!({"error": reason, "faults": NAMES, "calls": ["list", "remove", "any"]});
    json_answer(StatusCode::BAD_REQUEST, body.to_string().into_bytes())
}

fn read(sent: &[u8]) -> Result<Injection, &'static str> {
    let order: Value = serde_json::from_slice(sent).map_err(|_| "the body is not JSON")?;
    let customer = match &order["customer"] {
        Value::Null => None,
        Value::String(number) => Some(number.clone()),
        _ => return Err("customer: text, or left out for all"),
    };
    let call = match order["call"].as_str() {
        Some("list") => Call::List,
        Some("remove") => Call::Remove,
        Some("any") => Call::Any,
        None if order["call"].is_null() => Call::Any,
        _ => return Err("call: list, remove or any"),
    };
    let times = match &order["times"] {
        Value::Null => 1,
        times => times
            .as_u64()
            .and_then(|times| u32::try_from(times).ok())
            .ok_or("times: a whole number; 0 for ever")?,
    };
    Ok(Injection { customer, call, fault: fault(&order)?, times })
}

fn fault(order: &Value) -> Result<Fault, &'static str> {
    Ok(match order["fault"].as_str().unwrap_or_default() {
        "delay" => {
            let ms = order["ms"].as_u64().ok_or("ms: milliseconds of the delay")?;
            Fault::Delay(Duration::from_millis(ms))
        }
        "cut_before_applying" => Fault::CutBeforeApplying,
        "cut_after_applying" => Fault::CutAfterApplying,
        "status_500" => Fault::Status500,
        "fault_json" => Fault::FaultJson {
            status: order["status"].as_u64().and_then(|s| u16::try_from(s).ok()).unwrap_or(200),
            detail: order["detail"].as_str().unwrap_or("Injected fault").to_owned(),
            code: order["faultcode"].as_i64().unwrap_or(9),
            second_code: order["faultstring"].as_i64().unwrap_or(900),
        },
        "html_page" => Fault::HtmlPage,
        "stale_list" => Fault::StaleList,
        "empty_body" => Fault::EmptyBody,
        "truncated" => Fault::Truncated,
        "other_token_in_message" => Fault::OtherTokenInMessage,
        "stall" => Fault::Stall,
        _ => return Err("fault: one of the names"),
    })
}
