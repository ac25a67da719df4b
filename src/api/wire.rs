//! From an answer's body to the domain. What is not understood is an error, never "no cards".

use serde_json::Value;

use crate::domain::{
    Asset, AssetKind, Bin, Brand, Card, Declared, KnownTokens, LastFour, Redactor, Token, Variant,
    harmless,
};

use super::error::{CardFault, Fault, Misread};
use super::loose::{self, Object, digits, filled, flag, member, month, objects, pixels, text};

/// Fields of a card that Assist documents.
const CARD_FIELDS: [&str; 9] =
    ["token", "post", "bin", "brand", "bank", "expire", "active", "needcvc", "assets"];
const ASSET_FIELDS: [&str; 4] = ["assettype", "alttext", "paymenttype", "assetdata"];
/// Characters that are kept of a bank's name, of a description, of a date that is none, and of other
/// fields.
const BANK_CHARS: usize = 100;
const ALT_CHARS: usize = 200;
const EXPIRY_CHARS: usize = 16;
const NAME_CHARS: usize = 80;
/// Digits of `post`.
const LAST_FOUR: usize = 4;
const VARIANT_FIELDS: [&str; 4] = ["url", "mediatype", "width", "height"];

/// A body, as far as it was understood.
#[derive(Debug)]
pub(super) enum Parsed {
    Fault(Fault),
    Json(Value),
}

/// Reads a body: a fault in either dress, or other JSON.
pub(super) fn answer(body: &str, status: u16, redactor: Redactor<'_>) -> Result<Parsed, Misread> {
    if body.trim_matches(['\u{feff}', ' ', '\t', '\r', '\n']).is_empty() {
        return Err(Misread::Empty);
    }
    // The parser's words may quote the body, so only its place is told.
    let json = loose::parse(body)
        .map_err(|error| Misread::NoJson { line: error.line(), column: error.column() })?;
    Ok(match fault(&json, status, redactor) {
        Some(fault) => Parsed::Fault(fault),
        None => Parsed::Json(json),
    })
}

/// A fault: framed where `fault` says anything, bare where a code does.
fn fault(json: &Value, status: u16, redactor: Redactor<'_>) -> Option<Fault> {
    let outer = lone_object(json)?;
    if let Some(framed) = member(outer, "fault").filter(|framed| !loose::is_nothing(framed)) {
        return Some(match lone_object(framed) {
            Some(inner) => read_fault(inner, status, redactor),
            None => {
                let words = text(Some(framed)).unwrap_or_else(|| framed.to_string());
                let detail = Some(redactor.words(&words));
                Fault { detail, ..read_fault(outer, status, redactor) }
            }
        });
    }
    let says = |key| filled(member(outer, key)).is_some();
    // A card has a token; nothing that has one is a bare fault.
    let is_bare = (says("faultcode") || says("faultstring")) && member(outer, "token").is_none();
    is_bare.then(|| read_fault(outer, status, redactor))
}

/// An object, in brackets or without.
fn lone_object(json: &Value) -> Option<&Object> {
    match json {
        Value::Object(object) => Some(object),
        Value::Array(members) if members.len() == 1 => members.first()?.as_object(),
        _ => None,
    }
}

fn read_fault(object: &Object, status: u16, redactor: Redactor<'_>) -> Fault {
    let words = |text: String| redactor.words(&text);
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
        other => (filled(other).or_else(|| filled(member(object, "message"))), None),
    };
    Fault {
        detail: detail.map(words),
        recommendation: recommendation.map(words),
        first_code: filled(member(object, "faultcode")).map(words),
        second_code: filled(member(object, "faultstring")).map(words),
        http_status: status,
    }
}

/// Reads a list of cards.
pub(super) fn cards(json: &Value, redactor: Redactor<'_>) -> Result<Vec<Card>, Misread> {
    let members: Vec<&Value> = match json {
        Value::Array(members) => members.iter().collect(),
        // One card without its brackets is one card.
        Value::Object(object) if member(object, "token").is_some() => vec![json],
        Value::Object(_) => return Err(Misread::OtherObject),
        _ => return Err(Misread::NoList),
    };
    // Whatever names a token of the list hides it, whatever shape the gateway gives its tokens.
    let tokens: Vec<Token> = members.iter().filter_map(|member| token(member)).collect();
    let known = KnownTokens::of(&tokens);
    let redactor = redactor.knowing(&known);
    let read = members.iter().enumerate().map(|(index, member)| {
        card(member, redactor).map_err(|fault| Misread::Card { place: index + 1, fault })
    });
    read.collect()
}

fn token(card: &Value) -> Option<Token> {
    filled(member(card.as_object()?, "token")).map(|token| Token::from_gateway(token.trim()))
}

fn card(value: &Value, redactor: Redactor<'_>) -> Result<Card, CardFault> {
    let object = value.as_object().ok_or(CardFault::NoObject)?;
    let token = filled(member(object, "token"));
    let token =
        token.or_else(|| looks_like_card(object).then(String::new)).ok_or(CardFault::NoToken)?;
    let assets = objects(member(object, "assets")).ok_or(CardFault::Assets)?;
    let assets = assets.into_iter().map(|object| asset(object, redactor));
    let field = |key| text(member(object, key)).unwrap_or_default();
    Ok(Card {
        token: Token::from_gateway(token.trim()),
        last_four: LastFour::from_gateway(&digits(member(object, "post"))),
        bin: Bin::from_gateway(&digits(member(object, "bin"))),
        brand: Brand::from_gateway(&redactor.card_words(&field("brand"))),
        bank: redactor.field(&field("bank"), BANK_CHARS).into_string(),
        expiry_text: redactor.field(&month(member(object, "expire")), EXPIRY_CHARS).into_string(),
        active: flag(member(object, "active")),
        needs_cvc: flag(member(object, "needCVC")),
        assets: assets.collect::<Result<_, _>>()?,
        unknown_fields: unknown_fields(object, redactor),
        raw_json: raw(object, redactor),
    })
}

/// Whether an object without a token is a card all the same: it is shown, and cannot be removed.
fn looks_like_card(object: &Object) -> bool {
    ["post", "brand", "expire"].into_iter().all(|key| filled(member(object, key)).is_some())
}

fn asset(object: &Object, redactor: Redactor<'_>) -> Result<Asset, CardFault> {
    let variants = objects(member(object, "assetData")).ok_or(CardFault::AssetData)?;
    let name = |text: String| redactor.field(&text, NAME_CHARS).into_string();
    let kind = text(member(object, "assetType")).map(name).unwrap_or_default();
    Ok(Asset {
        kind: AssetKind::from_gateway(&kind),
        alt_text: filled(member(object, "altText"))
            .map(|text| redactor.field(&text, ALT_CHARS).into_string()),
        payment_type: filled(member(object, "paymentType")).map(name),
        variants: variants.into_iter().map(|object| variant(object, redactor)).collect(),
    })
}

fn variant(object: &Object, redactor: Redactor<'_>) -> Variant {
    Variant {
        url: text(member(object, "url")).unwrap_or_default().trim().to_owned(),
        declared: Declared {
            media_type: filled(member(object, "mediaType"))
                .map(|text| redactor.field(&text, NAME_CHARS).into_string()),
            width: pixels(member(object, "width")),
            height: pixels(member(object, "height")),
        },
    }
}

fn unknown_fields(card: &Object, redactor: Redactor<'_>) -> Vec<String> {
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
    // A key is text from outside like any other.
    unknown.iter().map(|name| redactor.field(name, NAME_CHARS).into_string()).collect()
}

fn unknown(object: &Object, known: &[&str], prefix: &str) -> Vec<String> {
    let is_known = |key: &str| known.iter().any(|name| name.eq_ignore_ascii_case(key));
    object.keys().filter(|key| !is_known(key)).map(|key| format!("{prefix}{key}")).collect()
}

/// The card as it came, indented; no secret in it.
fn raw(object: &Object, redactor: Redactor<'_>) -> String {
    let clean: Object = object
        .iter()
        .map(|(key, value)| {
            let cleaned = match key.to_ascii_lowercase().as_str() {
                "token" => text(Some(value))
                    .map(|token| Value::String(Token::from_gateway(token.trim()).elided())),
                "bin" => {
                    let most = Bin::MAX_DIGITS;
                    cut(value, most, |text| Bin::from_gateway(text).as_str().to_owned())
                }
                "post" => {
                    let most = LAST_FOUR;
                    cut(value, most, |text| LastFour::from_gateway(text).as_str().to_owned())
                }
                _ => None,
            };
            (
                redactor.card_words(key).into_string(),
                cleaned.unwrap_or_else(|| clean(value, redactor)),
            )
        })
        .collect();
    let mut shown = String::new();
    for c in serde_json::to_string_pretty(&clean).unwrap_or_default().chars() {
        // Only within texts: what else is written here is plain.
        if c == '\n' || harmless(c) == c {
            shown.push(c);
        } else {
            let mut units = [0; 2];
            let escapes = c.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}"));
            shown.extend(escapes);
        }
    }
    shown
}

/// Shortens text or a number that is longer than may be kept; keeps what is shorter as it came.
fn cut(value: &Value, most: usize, shorten: impl Fn(&str) -> String) -> Option<Value> {
    let digits = digits(Some(value));
    match value {
        Value::String(_) | Value::Number(_) if digits.chars().count() > most => {
            Some(Value::String(shorten(&digits)))
        }
        _ => None,
    }
}

fn clean(value: &Value, redactor: Redactor<'_>) -> Value {
    match value {
        Value::String(text) => Value::String(redactor.card_words(text).into_string()),
        Value::Number(number) => {
            let came = number.to_string();
            let elided = redactor.card_words(&came).into_string();
            if came == elided { value.clone() } else { Value::String(elided) }
        }
        Value::Array(members) => members.iter().map(|member| clean(member, redactor)).collect(),
        Value::Object(object) => {
            let members = object.iter().map(|(key, value)| {
                (redactor.card_words(key).into_string(), clean(value, redactor))
            });
            Value::Object(members.collect())
        }
        Value::Null | Value::Bool(_) => value.clone(),
    }
}

/// The message that acknowledges a removal.
pub(super) fn message(json: &Value) -> Option<String> {
    filled(member(json.as_object()?, "message"))
}
