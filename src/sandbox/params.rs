//! Reading a call's parameters the way the gateway does.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};

use super::access::{LOGIN, MERCHANT_ID, PASSWORD};
use crate::domain::PROHIBITED_SYMBOLS;

/// Longest values, in characters (documented).
const MAX_LOGIN: usize = 20;
const MAX_PASSWORD: usize = 30;
const MAX_CUSTOMER: usize = 32;
const TOKEN: usize = 36;

/// A refusal. The gateway's table of codes is not public: these are the sandbox's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Refusal {
    pub(super) status: u16,
    pub(super) detail: String,
    pub(super) code: i64,
    pub(super) second_code: i64,
}

/// Kinds of refusal with their invented codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// 5 / 100.
    Credentials,
    /// 2 / 101.
    PasswordInUrl,
    /// 2 / 102.
    NotJson,
    /// 3 / 103.
    Missing,
    /// 3 / 104.
    Malformed,
    /// 7 / 143.
    UnknownToken,
}

impl Kind {
    fn codes(self) -> (i64, i64) {
        match self {
            Self::Credentials => (5, 100),
            Self::PasswordInUrl => (2, 101),
            Self::NotJson => (2, 102),
            Self::Missing => (3, 103),
            Self::Malformed => (3, 104),
            Self::UnknownToken => (7, 143),
        }
    }

    fn words(self, russian: bool) -> &'static str {
        match (self, russian) {
            (Self::Credentials, false) => {
                "Authentication failed: wrong merchant, login or password"
            }
            (Self::Credentials, true) => {
                "Ошибка аутентификации: неверный магазин, логин или пароль"
            }
            (Self::PasswordInUrl, false) => "Authentication data are not allowed in the URL",
            (Self::PasswordInUrl, true) => "Передавать данные аутентификации в URL запрещено",
            (Self::NotJson, false) => "The request body is not a JSON object",
            (Self::NotJson, true) => "Тело запроса не является объектом JSON",
            (Self::Missing, false) => "Parameter is missing",
            (Self::Missing, true) => "Не указан параметр",
            (Self::Malformed, false) => "Parameter is wrong",
            (Self::Malformed, true) => "Неверное значение параметра",
            (Self::UnknownToken, false) => "Token is not found",
            (Self::UnknownToken, true) => "Токен не найден",
        }
    }
}

impl Refusal {
    /// A refusal in the caller's language; `parameter` is named where there is one. Status 200:
    /// the gateway is known to send faults with it.
    pub(super) fn new(kind: Kind, russian: bool, parameter: Option<&str>) -> Self {
        let (code, second_code) = kind.codes();
        let words = kind.words(russian);
        let detail = match parameter {
            Some(parameter) => format!("{words}: {parameter}"),
            None => words.to_owned(),
        };
        Self { status: 200, detail, code, second_code }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::OK);
        let body = json!({"fault": {
            "detail": self.detail, "faultcode": self.code, "faultstring": self.second_code,
        }});
        json_answer(status, body.to_string().into_bytes())
    }
}

/// An answer in JSON.
pub(super) fn json_answer(status: StatusCode, body: Vec<u8>) -> Response {
    let kind = HeaderValue::from_static("application/json;charset=UTF-8");
    (status, [(header::CONTENT_TYPE, kind)], body).into_response()
}

/// A call's parameters, without the symbols that the gateway removes.
#[derive(Debug)]
pub(super) struct Params {
    pub(super) customer: String,
    /// Removals only.
    pub(super) token: Option<String>,
    pub(super) russian: bool,
    fields: Map<String, Value>,
}

impl Params {
    /// Reads a body; credentials are not yet compared.
    pub(super) fn read(body: &[u8], with_token: bool) -> Result<Self, Refusal> {
        let Ok(Value::Object(fields)) = serde_json::from_slice(body) else {
            return Err(Refusal::new(Kind::NotJson, false, None));
        };
        let russian = match text(&fields, "language").as_deref() {
            None | Some("EN") => false,
            Some("RU") => true,
            Some(_) => return Err(Refusal::new(Kind::Malformed, false, Some("language"))),
        };
        let customer = required(&fields, "customernumber", 1, MAX_CUSTOMER, russian)?;
        let token = match with_token {
            true => Some(required(&fields, "token", TOKEN, TOKEN, russian)?),
            false => None,
        };
        Ok(Self { customer, token, russian, fields })
    }

    /// Compares merchant, login and password with the sandbox's own.
    pub(super) fn authenticate(&self) -> Result<(), Refusal> {
        let Some(Value::Object(merchant)) = self.fields.get("merchant") else {
            return Err(Refusal::new(Kind::Missing, self.russian, Some("merchant")));
        };
        let id = required(merchant, "merchant_id", 1, 10, self.russian)?;
        let Ok(1..=2_147_483_647_u32) = id.parse() else {
            return Err(Refusal::new(Kind::Malformed, self.russian, Some("merchant_id")));
        };
        let login = required(merchant, "login", 1, MAX_LOGIN, self.russian)?;
        let password = required(merchant, "password", 1, MAX_PASSWORD, self.russian)?;
        if (id.as_str(), login.as_str(), password.as_str()) != (MERCHANT_ID, LOGIN, PASSWORD) {
            return Err(Refusal::new(Kind::Credentials, self.russian, None));
        }
        Ok(())
    }

    pub(super) fn refuse(&self, kind: Kind) -> Refusal {
        Refusal::new(kind, self.russian, None)
    }
}

fn required(
    fields: &Map<String, Value>,
    name: &str,
    min: usize,
    max: usize,
    russian: bool,
) -> Result<String, Refusal> {
    match text(fields, name) {
        None => Err(Refusal::new(Kind::Missing, russian, Some(name))),
        Some(value) if value.is_empty() => Err(Refusal::new(Kind::Missing, russian, Some(name))),
        Some(value) if !(min..=max).contains(&value.chars().count()) => {
            Err(Refusal::new(Kind::Malformed, russian, Some(name)))
        }
        Some(value) => Ok(value),
    }
}

/// A parameter as the gateway takes it: number or text, prohibited symbols **removed**.
fn text(fields: &Map<String, Value>, name: &str) -> Option<String> {
    match fields.get(name)? {
        Value::String(text) => Some(without_prohibited(text)),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// The documented trap: symbols are removed from values, not refused.
fn without_prohibited(text: &str) -> String {
    text.chars().filter(|symbol| !PROHIBITED_SYMBOLS.contains(symbol)).collect()
}

/// Whether a URL's query holds a password: the gateway answers that with an error.
pub(super) fn query_has_password(query: Option<&str>) -> bool {
    query.is_some_and(|query| {
        url::form_urlencoded::parse(query.as_bytes())
            .any(|(name, _)| name.to_ascii_lowercase().contains("password"))
    })
}
