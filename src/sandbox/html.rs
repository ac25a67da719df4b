//! Pages that a web server would show instead of the service's answers.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// A web server's error page, as plain as they are.
pub(super) fn page(status: StatusCode, title: &str, words: &str) -> Response {
    let body = format!(
        "<!DOCTYPE html>\n<html><head><title>{title}</title></head>\n<body>\n<h1>{title}</h1>\n\
         <p>{words}</p>\n<hr><address>Carddesk sandbox</address>\n</body></html>\n"
    );
    let kind = HeaderValue::from_static("text/html; charset=UTF-8");
    (status, [(header::CONTENT_TYPE, kind)], body).into_response()
}

/// The page for an address where nothing is.
pub(super) fn not_found() -> Response {
    page(StatusCode::NOT_FOUND, "404 Not Found", "The requested URL was not found on this server.")
}

/// What ColdFusion shows when a template fails.
pub(super) fn template_error(status: StatusCode) -> Response {
    page(
        status,
        "Error Occurred While Processing Request",
        "The system is temporarily unavailable. Please try again later.",
    )
}

/// The answer to a call that is not a POST.
pub(super) fn method_not_allowed() -> Response {
    let mut answer = page(
        StatusCode::METHOD_NOT_ALLOWED,
        "405 Method Not Allowed",
        "The service takes POST requests with a JSON body.",
    );
    answer.headers_mut().insert(header::ALLOW, HeaderValue::from_static("POST"));
    answer
}
