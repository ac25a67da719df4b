//! Reads ColdFusion's loose JSON: keys in any case, numbers as text and text as numbers, booleans
//! in many dresses, null as `""`.

use serde_json::{Map, Value};

pub(super) type Object = Map<String, Value>;

/// Parses a body: a byte order mark and the prefixes `//` and `)]}'` are passed over.
pub(super) fn parse(body: &str) -> Result<Value, serde_json::Error> {
    let mut text = body.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    for prefix in ["//", ")]}'"] {
        if let Some(rest) = text.strip_prefix(prefix) {
            text = rest.trim_start_matches([',', ' ', '\t', '\r', '\n']);
        }
    }
    serde_json::from_str(text)
}

/// A member, whatever the case of its key.
pub(super) fn member<'a>(object: &'a Object, key: &str) -> Option<&'a Value> {
    object
        .get(key)
        .or_else(|| object.iter().find(|(name, _)| name.eq_ignore_ascii_case(key)).map(|(_, v)| v))
}

/// Text of a scalar; `None` where it is null, missing or no scalar.
pub(super) fn text(value: Option<&Value>) -> Option<String> {
    match value? {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number_text(number)),
        Value::Bool(flag) => Some(flag.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// Text that says something: `None` where it is empty.
pub(super) fn filled(value: Option<&Value>) -> Option<String> {
    text(value).filter(|text| !text.trim().is_empty())
}

/// ColdFusion writes whole numbers as `412362.0` at times.
fn number_text(number: &serde_json::Number) -> String {
    let text = number.to_string();
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

/// Text of digits, which may have come as a number: `28`, `28.0` or `"28.0"`.
pub(super) fn digits(value: Option<&Value>) -> String {
    let text = text(value).unwrap_or_default();
    let text = text.trim();
    let whole = text.strip_suffix(".0").filter(|whole| whole.bytes().all(|b| b.is_ascii_digit()));
    whole.unwrap_or(text).to_owned()
}

/// Month and year as documented, `MM.YYYY`; a number has lost the zeros at its ends: `1.203` is
/// January 2030.
pub(super) fn month(value: Option<&Value>) -> String {
    match value.and_then(Value::as_f64) {
        Some(number) if (1.0..13.0).contains(&number) => format!("{number:07.4}"),
        _ => text(value).unwrap_or_default().trim().to_owned(),
    }
}

/// Whether a value says nothing: ColdFusion's null, in its many dresses.
pub(super) fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(members) => members.is_empty(),
        Value::Object(object) => object.is_empty(),
        Value::String(text) if text.trim().is_empty() => true,
        scalar => flag(Some(scalar)) == Some(false),
    }
}

/// A boolean; `None` where it is none.
pub(super) fn flag(value: Option<&Value>) -> Option<bool> {
    match digits(value).to_ascii_lowercase().as_str() {
        "true" | "yes" | "1" | "y" | "on" => Some(true),
        "false" | "no" | "0" | "n" | "off" => Some(false),
        _ => None,
    }
}

/// Pixels; `None` where null, empty, zero or no number.
pub(super) fn pixels(value: Option<&Value>) -> Option<u32> {
    let number: f64 = text(value)?.trim().parse().ok()?;
    (number >= 1.0 && number <= f64::from(u32::MAX)).then_some(number as u32)
}

/// Members of a list; a lone object stands for a list of one, an empty value for an empty list.
/// `None` where it is neither.
pub(super) fn objects(value: Option<&Value>) -> Option<Vec<&Object>> {
    match value {
        None | Some(Value::Null) => Some(Vec::new()),
        Some(Value::String(text)) if text.trim().is_empty() => Some(Vec::new()),
        Some(Value::Object(object)) if object.is_empty() => Some(Vec::new()),
        Some(Value::Object(object)) => Some(vec![object]),
        Some(Value::Array(members)) => members.iter().map(Value::as_object).collect(),
        Some(Value::String(_) | Value::Number(_) | Value::Bool(_)) => None,
    }
}
