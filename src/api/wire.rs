//! From an answer's body to the domain. What is not understood is an error, never "no cards".

use serde_json::Value;

use crate::domain::{
    Asset, AssetKind, Bin, Brand, Card, CardList, Declared, LastFour, Token, Variant,
};

use super::elide::elide;
use super::error::Fault;
use super::loose::{self, Object, filled, flag, member, objects, pixels, text};

/// Fields of a card that Assist documents.
const CARD_FIELDS: [&str; 9] =
    ["token", "post", "bin", "brand", "bank", "expire", "active", "needcvc", "assets"];
const ASSET_FIELDS: [&str; 4] = ["assettype", "alttext", "paymenttype", "assetdata"];
const VARIANT_FIELDS: [&str; 4] = ["url", "mediatype", "width", "height"];

/// A body, as far as it was understood.
#[derive(Debug)]
pub(super) enum Answer {
    Fault(Fault),
    Json(Value),
}

/// Reads a body: a fault in either dress, or other JSON.
pub(super) fn answer(body: &str, status: u16, password: &str) -> Result<Answer, String> {
    if body.trim_matches(['\u{feff}', ' ', '\t', '\r', '\n']).is_empty() {
        return Err("the body is empty".to_owned());
    }
    // The parser's words may quote the body, so only its place is told.
    let json = loose::parse(body)
        .map_err(|error| format!("no JSON at line {}, column {}", error.line(), error.column()))?;
    Ok(match fault(&json, status, password) {
        Some(fault) => Answer::Fault(fault),
        None => Answer::Json(json),
    })
}

fn fault(json: &Value, status: u16, password: &str) -> Option<Fault> {
    let outer = match json {
        Value::Object(object) => object,
        Value::Array(members) if members.len() == 1 => members.first()?.as_object()?,
        _ => return None,
    };
    let framed = member(outer, "fault");
    let words = match framed {
        Some(Value::Object(inner)) => return Some(read_fault(inner, status, password)),
        Some(Value::String(words)) => Some(words.clone()),
        Some(Value::Null) | None => None,
        Some(other) => Some(other.to_string()),
    };
    if let Some(detail) = words {
        let detail = Some(elide(&detail, Some(password))).filter(|text| !text.trim().is_empty());
        let (recommendation, first_code, second_code) = (None, None, None);
        return Some(Fault {
            detail,
            recommendation,
            first_code,
            second_code,
            http_status: status,
        });
    }
    let has_code = member(outer, "faultcode").is_some() || member(outer, "faultstring").is_some();
    // A card has a token; nothing that has one is a fault.
    (has_code && member(outer, "token").is_none()).then(|| read_fault(outer, status, password))
}

fn read_fault(object: &Object, status: u16, password: &str) -> Fault {
    let elided = |text: String| elide(&text, Some(password));
    let (detail, recommendation) = match member(object, "detail") {
        Some(Value::Object(inner)) => {
            let recommendation = filled(member(inner, "recomendation"))
                .or_else(|| filled(member(inner, "recommendation")));
            let message = filled(member(inner, "message"));
            // An object of another shape is shown as it came.
            let shown = match (&message, &recommendation) {
                (None, None) if !inner.is_empty() => Some(Value::Object(inner.clone()).to_string()),
                _ => message,
            };
            (shown, recommendation)
        }
        Some(list @ Value::Array(_)) => (Some(list.to_string()), None),
        other => (filled(other), None),
    };
    Fault {
        detail: detail.map(elided),
        recommendation: recommendation.map(elided),
        first_code: filled(member(object, "faultcode")).map(elided),
        second_code: filled(member(object, "faultstring")).map(elided),
        http_status: status,
    }
}

/// Reads a list of cards.
pub(super) fn cards(json: &Value, password: &str) -> Result<CardList, String> {
    let members: Vec<&Value> = match json {
        Value::Array(members) => members.iter().collect(),
        // One card without its brackets is one card.
        Value::Object(object) if member(object, "token").is_some() => vec![json],
        Value::Object(_) => return Err("an object that is neither fault nor card".to_owned()),
        _ => return Err("neither a list nor an object".to_owned()),
    };
    let read = members.iter().enumerate().map(|(index, member)| {
        card(member, password).map_err(|why| format!("card {}: {why}", index + 1))
    });
    Ok(CardList { cards: read.collect::<Result<_, _>>()? })
}

fn card(value: &Value, password: &str) -> Result<Card, String> {
    let object = value.as_object().ok_or("not an object")?;
    let token = filled(member(object, "token")).ok_or("no token")?;
    let assets = objects(member(object, "assets")).ok_or("assets are no list")?;
    let assets = assets.into_iter().map(asset).collect::<Result<Vec<_>, _>>()?;
    let field = |key| text(member(object, key)).unwrap_or_default();
    Ok(Card {
        token: Token::from_gateway(token.trim()),
        last_four: LastFour::from_gateway(&field("post")),
        bin: Bin::from_gateway(&field("bin")),
        brand: Brand::from_gateway(&field("brand")),
        bank: elide(field("bank").trim(), Some(password)),
        expiry_text: elide(field("expire").trim(), Some(password)),
        active: flag(member(object, "active")),
        needs_cvc: flag(member(object, "needCVC")),
        assets,
        unknown_fields: unknown_fields(object),
        raw_json: raw(object, password),
    })
}

fn asset(object: &Object) -> Result<Asset, String> {
    let variants = objects(member(object, "assetData")).ok_or("assetData is no list")?;
    Ok(Asset {
        kind: AssetKind::from_gateway(&text(member(object, "assetType")).unwrap_or_default()),
        alt_text: text(member(object, "altText")),
        payment_type: filled(member(object, "paymentType")),
        variants: variants.into_iter().map(variant).collect(),
    })
}

fn variant(object: &Object) -> Variant {
    Variant {
        url: text(member(object, "url")).unwrap_or_default().trim().to_owned(),
        declared: Declared {
            media_type: filled(member(object, "mediaType")),
            width: pixels(member(object, "width")),
            height: pixels(member(object, "height")),
        },
    }
}

fn unknown_fields(card: &Object) -> Vec<String> {
    let mut unknown = unknown(card, &CARD_FIELDS, "");
    let assets = objects(member(card, "assets")).unwrap_or_default();
    for asset in assets {
        unknown.extend(self::unknown(asset, &ASSET_FIELDS, "assets."));
        for variant in objects(member(asset, "assetData")).unwrap_or_default() {
            unknown.extend(self::unknown(variant, &VARIANT_FIELDS, "assets.assetData."));
        }
    }
    let mut seen = std::collections::HashSet::new();
    unknown.retain(|name| seen.insert(name.clone()));
    unknown
}

fn unknown(object: &Object, known: &[&str], prefix: &str) -> Vec<String> {
    let is_known = |key: &str| known.iter().any(|name| name.eq_ignore_ascii_case(key));
    let names = object.keys().filter(|key| !is_known(key));
    // A key is text from outside like any other.
    names.map(|key| elide(&format!("{prefix}{key}"), None)).collect()
}

/// The card as it came, indented; no secret in it.
fn raw(object: &Object, password: &str) -> String {
    let clean: Object = object
        .iter()
        .map(|(key, value)| {
            let key = elide(key, Some(password));
            let value = match key.to_ascii_lowercase().as_str() {
                "token" => {
                    let token = text(Some(value)).unwrap_or_default();
                    Value::String(Token::from_gateway(token.trim()).elided())
                }
                "bin" => cut(value, |text| Bin::from_gateway(text).as_str().to_owned(), 8),
                "post" => cut(value, |text| LastFour::from_gateway(text).as_str().to_owned(), 4),
                _ => clean(value, password),
            };
            (key, value)
        })
        .collect();
    serde_json::to_string_pretty(&clean).unwrap_or_default()
}

/// Keeps what came, unless it is longer than may be kept.
fn cut(value: &Value, shorten: impl Fn(&str) -> String, most: usize) -> Value {
    match text(Some(value)) {
        Some(text) if text.trim().chars().count() > most => Value::String(shorten(&text)),
        Some(_) => value.clone(),
        None => Value::Null,
    }
}

fn clean(value: &Value, password: &str) -> Value {
    match value {
        Value::String(text) => Value::String(elide(text, Some(password))),
        Value::Number(number) => {
            let (came, elided) = (number.to_string(), elide(&number.to_string(), None));
            if came == elided { value.clone() } else { Value::String(elided) }
        }
        Value::Array(members) => members.iter().map(|member| clean(member, password)).collect(),
        Value::Object(object) => {
            let members = object
                .iter()
                .map(|(key, value)| (elide(key, Some(password)), clean(value, password)));
            Value::Object(members.collect())
        }
        Value::Null | Value::Bool(_) => value.clone(),
    }
}

/// The message that acknowledges a removal.
pub(super) fn message(json: &Value) -> Option<String> {
    filled(member(json.as_object()?, "message"))
}
