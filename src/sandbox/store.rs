//! The asset store.

use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::State as Shared;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};

use super::access::PASSWORD;
use super::files::{Delivery, File};
use super::state::{RequestRecord, State};
use super::{body, html};
use crate::domain::Digest;

/// `GET /assets/...`.
pub(super) async fn asset(
    Shared(state): Shared<Arc<State>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    sent: Bytes,
) -> Response {
    record(&state, &method, &uri, &headers, !sent.is_empty());
    let Some(file) = state.world.file(uri.path()) else {
        return denied(StatusCode::NOT_FOUND, "NoSuchKey", "The specified key does not exist.");
    };
    match &file.delivery {
        Delivery::Status(403) => {
            return denied(StatusCode::FORBIDDEN, "AccessDenied", "Access Denied");
        }
        Delivery::Status(404) => {
            return denied(StatusCode::NOT_FOUND, "NoSuchKey", "The specified key does not exist.");
        }
        Delivery::Status(status) => {
            let status = StatusCode::from_u16(*status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            return denied(status, "InternalError", "We encountered an internal error.");
        }
        Delivery::RedirectToOtherHost if !from_localhost(&headers) => {
            return redirect(&format!("{}{}", state.world.other_host(), uri.path()));
        }
        Delivery::RedirectHere if uri.query() != Some("moved") => {
            return redirect(&format!("{}?moved", uri.path()));
        }
        Delivery::RedirectLoop => return redirect(uri.path()),
        Delivery::Late(delay) => tokio::time::sleep(*delay).await,
        _ => {}
    }
    let bytes = state.cache.bytes(&file.recipe).await;
    delivered(file, &bytes, &headers)
}

/// Everything that is not of the sandbox: recorded, and not found.
pub(super) async fn elsewhere(
    Shared(state): Shared<Arc<State>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    sent: Bytes,
) -> Response {
    record(&state, &method, &uri, &headers, !sent.is_empty());
    html::not_found()
}

fn delivered(file: &File, bytes: &Bytes, headers: &HeaderMap) -> Response {
    let tag = format!("\"{:.32}\"", Digest::of(bytes));
    let known = headers.get(header::IF_NONE_MATCH).and_then(|tags| tags.to_str().ok());
    if known.is_some_and(|known| known.split(',').any(|one| one.trim() == tag)) {
        return StatusCode::NOT_MODIFIED.into_response();
    }
    let length = HeaderValue::from(bytes.len());
    let body = match &file.delivery {
        Delivery::Cut => body::cut_after(bytes.slice(..bytes.len() / 2)),
        Delivery::Drips { count, pause } => body::in_drips(bytes, *count, *pause),
        Delivery::UntoldLength => body::of_untold_length(bytes),
        _ => Body::from(bytes.clone()),
    };
    let mut answer = Response::new(body);
    let answered = answer.headers_mut();
    if let Some(kind) = file.content_type {
        answered.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    }
    if file.delivery != Delivery::UntoldLength {
        answered.insert(header::CONTENT_LENGTH, length);
    }
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        answered.insert(header::ETAG, tag);
    }
    answered.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=86400"));
    answered
        .insert(header::LAST_MODIFIED, HeaderValue::from_static("Thu, 01 Jan 2026 00:00:00 GMT"));
    answer
}

/// A refusal as object stores write it.
fn denied(status: StatusCode, code: &str, words: &str) -> Response {
    let body = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>{code}</Code>\
         <Message>{words}</Message></Error>"
    );
    let kind = HeaderValue::from_static("application/xml");
    (status, [(header::CONTENT_TYPE, kind)], body).into_response()
}

fn redirect(to: &str) -> Response {
    match HeaderValue::from_str(to) {
        Ok(to) => (StatusCode::FOUND, [(header::LOCATION, to)]).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

fn from_localhost(headers: &HeaderMap) -> bool {
    headers
        .get(header::HOST)
        .and_then(|host| host.to_str().ok())
        .is_some_and(|host| host.starts_with("localhost"))
}

fn record(state: &State, method: &Method, uri: &Uri, headers: &HeaderMap, has_body: bool) {
    state.record(RequestRecord {
        method: method.to_string(),
        path: uri.path().to_owned(),
        customer: None,
        credential_signs: credential_signs(headers, uri, has_body),
    });
}

/// Names of what looks like credentials in a request, outside a gateway call's body.
pub(super) fn credential_signs(headers: &HeaderMap, uri: &Uri, has_body: bool) -> Vec<String> {
    const TELLING: [&str; 7] =
        ["authorization", "cookie", "password", "login", "merchant", "token", "api-key"];
    let mut signs: Vec<String> = headers
        .iter()
        .filter(|(name, value)| {
            TELLING.iter().any(|telling| name.as_str().contains(telling))
                || String::from_utf8_lossy(value.as_bytes()).contains(PASSWORD)
        })
        .map(|(name, _)| name.as_str().to_owned())
        .collect();
    if uri.query().is_some_and(|query| query != "moved") {
        signs.push("query".to_owned());
    }
    if has_body {
        signs.push("body".to_owned());
    }
    signs
}
