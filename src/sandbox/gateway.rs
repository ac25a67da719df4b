//! The two calls.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State as Shared;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use super::faults::{Call, Fault};
use super::html;
use super::json::ListStyle;
use super::params::{Kind, Params, Refusal, json_answer, query_has_password};
use super::state::{RequestRecord, State};
use super::{body, customers};

/// `POST /pay/oneclick/v1/token.cfm`.
pub(super) async fn list(
    Shared(state): Shared<Arc<State>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    sent: Bytes,
) -> Response {
    answer(&state, Call::List, &method, &uri, &headers, &sent).await
}

/// `POST /pay/oneclick/v1/rem_token.cfm`.
pub(super) async fn remove(
    Shared(state): Shared<Arc<State>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    sent: Bytes,
) -> Response {
    answer(&state, Call::Remove, &method, &uri, &headers, &sent).await
}

async fn answer(
    state: &State,
    call: Call,
    method: &Method,
    uri: &Uri,
    headers: &HeaderMap,
    sent: &[u8],
) -> Response {
    let params = Params::read(sent, call == Call::Remove);
    state.record(RequestRecord {
        method: method.to_string(),
        path: uri.path().to_owned(),
        customer: params.as_ref().ok().map(|params| params.customer.clone()),
        credential_signs: super::store::credential_signs(headers, uri, false),
    });
    if method != Method::POST {
        return html::method_not_allowed();
    }
    if query_has_password(uri.query()) {
        return Refusal::new(Kind::PasswordInUrl, false, None).into_response();
    }
    let params = match params.and_then(|params| params.authenticate().map(|()| params)) {
        Ok(params) => params,
        Err(refusal) => return refusal.into_response(),
    };
    let fault = state.take_fault(&params.customer, call);
    carry_out(state, call, &params, fault).await
}

async fn carry_out(state: &State, call: Call, params: &Params, fault: Option<Fault>) -> Response {
    let whole = |stale: bool| match call {
        Call::Remove => removed(state, params, false),
        Call::List | Call::Any => listed(state, params, stale),
    };
    match fault {
        None => whole(false),
        Some(Fault::Delay(delay)) => {
            tokio::time::sleep(delay).await;
            whole(false)
        }
        Some(Fault::CutBeforeApplying) => Response::new(body::cut_at_once()),
        Some(Fault::CutAfterApplying) => {
            drop(whole(false));
            Response::new(body::cut_at_once())
        }
        Some(Fault::Status500) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        Some(Fault::FaultJson { status, detail, code, second_code }) => {
            Refusal { status, detail, code, second_code }.into_response()
        }
        Some(Fault::HtmlPage) => html::template_error(StatusCode::OK),
        Some(Fault::StaleList) => whole(true),
        Some(Fault::EmptyBody) => {
            drop(whole(false));
            json_answer(StatusCode::OK, Vec::new())
        }
        Some(Fault::Truncated) => first_half(whole(false)).await,
        Some(Fault::OtherTokenInMessage) => removed(state, params, true),
        Some(Fault::Stall) => std::future::pending().await,
    }
}

fn listed(state: &State, params: &Params, stale: bool) -> Response {
    let cards = state.cards(&params.customer, stale);
    let style = state.world.customer(&params.customer).map_or(ListStyle::Documented, |c| c.style);
    style.answer(&cards)
}

fn removed(state: &State, params: &Params, names_another: bool) -> Response {
    let token = params.token.as_deref().unwrap_or_default();
    if !state.remove(&params.customer, token) {
        // Not documented: whether the gateway refuses an unknown token is not known.
        return params.refuse(Kind::UnknownToken).into_response();
    }
    let named = match names_another {
        true => customers::token("another", 0),
        false => token.to_owned(),
    };
    let message = json!({ "message": format!("Token {named} is removed") });
    json_answer(StatusCode::OK, message.to_string().into_bytes())
}

async fn first_half(answer: Response) -> Response {
    let (head, whole) = answer.into_parts();
    // The body is one of ours, in memory: reading it cannot fail.
    let bytes = axum::body::to_bytes(whole, usize::MAX).await.unwrap_or_default();
    json_answer(head.status, bytes[..bytes.len() / 2].to_vec())
}
