//! How a list is written: as documented, or with the looseness of a ColdFusion back end.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};

use super::params::json_answer;

/// Ways to write a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ListStyle {
    /// As in the documented examples.
    Documented,
    /// Keys in capitals, numbers as text and texts of digits as numbers, `YES` and `1` for true,
    /// `""` for null, a byte order mark and `//` before it, called `text/html`.
    ColdFusion,
    /// `)]}'` and a new line before it; booleans as text.
    GuardPrefix,
}

impl ListStyle {
    pub(super) fn answer(self, cards: &[Value]) -> Response {
        let list = Value::Array(cards.to_vec());
        match self {
            Self::Documented => json_answer(StatusCode::OK, list.to_string().into_bytes()),
            Self::GuardPrefix => {
                let text = format!(")]}}'\n{}", booleans_as_text(list));
                json_answer(StatusCode::OK, text.into_bytes())
            }
            Self::ColdFusion => {
                let text = format!("\u{FEFF}//{}", loosened(list, ""));
                let kind = HeaderValue::from_static("text/html;charset=UTF-8");
                (StatusCode::OK, [(header::CONTENT_TYPE, kind)], text).into_response()
            }
        }
    }
}

fn booleans_as_text(value: Value) -> Value {
    match value {
        Value::Bool(truth) => json!(truth.to_string()),
        Value::Array(items) => items.into_iter().map(booleans_as_text).collect(),
        Value::Object(fields) => {
            fields.into_iter().map(|(name, value)| (name, booleans_as_text(value))).collect()
        }
        other => other,
    }
}

fn loosened(value: Value, name: &str) -> Value {
    match value {
        Value::Null => json!(""),
        Value::Bool(truth) if name == "active" => json!(if truth { "YES" } else { "NO" }),
        Value::Bool(truth) => json!(u8::from(truth)),
        Value::Number(number) => json!(number.to_string()),
        Value::String(text) if name == "post" => {
            text.parse::<u32>().map_or(json!(text), |digits| json!(digits))
        }
        Value::String(text) => json!(text),
        Value::Array(items) => items.into_iter().map(|item| loosened(item, name)).collect(),
        Value::Object(fields) => Value::Object(
            fields
                .into_iter()
                .map(|(name, value)| (name.to_ascii_uppercase(), loosened(value, &name)))
                .collect::<Map<_, _>>(),
        ),
    }
}
