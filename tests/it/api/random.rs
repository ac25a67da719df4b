//! Inputs by the thousand: no body brings the reader down or becomes "no cards", and a card is the
//! same in every dress.
use carddesk::api::ApiError;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

use crate::support::{TOKEN, ok};

use super::Stage;

fn settings(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// Names that the reader looks for, and others.
fn key() -> impl Strategy<Value = String> {
    let known = vec![
        "token",
        "TOKEN",
        "post",
        "bin",
        "expire",
        "active",
        "needCVC",
        "assets",
        "ASSETS",
        "assetData",
        "assetType",
        "url",
        "width",
        "fault",
        "FAULT",
        "faultcode",
        "faultstring",
        "detail",
        "message",
        "recomendation",
        "cards",
    ];
    prop_oneof![4 => select(known).prop_map(str::to_owned), 1 => ".{0,8}"]
}

fn scalar() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        Just(json!(TOKEN)),
        Just(json!("")),
        ".{0,20}".prop_map(Value::from),
        "[0-9 .-]{0,24}".prop_map(Value::from),
    ]
}

fn anything() -> impl Strategy<Value = Value> {
    scalar().prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::Array),
            prop::collection::vec((key(), inner), 0..8)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

#[test]
fn no_json_is_taken_for_no_cards() {
    let stage = Stage::new();
    proptest!(settings(500), |(json in anything())| {
        let body = json.to_string();
        let listed = stage.list(ok(body.clone()));
        if let Ok(list) = &listed {
            prop_assert_eq!(list.cards.is_empty(), body == "[]", "{}", body);
        }
        // Whatever it is, it can be shown.
        let _shown = format!("{listed:?}");
        if let Ok(answer) = stage.remove(ok(body.clone())) {
            prop_assert!(body.to_lowercase().contains("\"message\":"), "{}: {:?}", body, answer);
        }
    });
}

#[test]
fn no_bytes_are_taken_for_no_cards() {
    let stage = Stage::new();
    let bytes = prop::collection::vec(any::<u8>(), 0..200);
    proptest!(settings(300), |(bytes in bytes, text in r#"[\[\]{}":,0-9a\\ /)'\x{feff}]{0,12}"#)| {
        let listed = stage.list(ok(bytes));
        prop_assert!(matches!(listed, Err(ApiError::NotUnderstood { .. })), "{:?}", listed);
        if let Ok(list) = stage.list(ok(text.clone())) {
            let bare: String = text.chars().filter(|c| !" \u{feff}".contains(*c)).collect();
            prop_assert!(list.cards.is_empty() && bare.ends_with("[]"), "{:?}", text);
        }
    });
}

/// A card as it is meant.
#[derive(Debug, Clone)]
struct Meant {
    token: String,
    post: u32,
    bin: u32,
    month: u32,
    year: u32,
    active: bool,
    needs_cvc: bool,
    bank: String,
    kind: String,
    alt: Option<String>,
    url: String,
    size: Option<(u32, u32)>,
}

prop_compose! {
    fn meant()(
        token in "[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}",
        numbers in (0..10_000_u32, 0..1_000_000_u32, 1..13_u32, 2000..2100_u32),
        flags in any::<(bool, bool)>(),
        bank in "[А-Яа-яA-Za-z«»&]{0,12}",
        asset in ("[A-Z_]{1,12}", prop::option::of("[a-zа-я]{1,12}"), "https://[a-z]{1,9}\\.example/[a-z0-9_]{1,9}\\.png"),
        size in prop::option::of((1..5000_u32, 1..5000_u32)),
    ) -> Meant {
        let ((post, bin, month, year), (active, needs_cvc), (kind, alt, url)) = (numbers, flags, asset);
        Meant { token, post, bin, month, year, active, needs_cvc, bank, kind, alt, url, size }
    }
}

/// How a back end may write the parts of a card: each number chooses among the ways there are.
type Dress = [usize; 12];

fn pick(ways: &[Value], choice: usize) -> Value {
    ways[choice % ways.len()].clone()
}

fn flag(flag: bool, choice: usize) -> Value {
    match flag {
        true => pick(
            &[json!(true), json!("true"), json!("YES"), json!(1), json!("1"), json!("Yes")],
            choice,
        ),
        false => pick(
            &[json!(false), json!("false"), json!("NO"), json!(0), json!("0"), json!("No")],
            choice,
        ),
    }
}

fn cased(object: &Value, choice: usize) -> Value {
    let key = |key: &String| match choice % 3 {
        0 => key.clone(),
        1 => key.to_uppercase(),
        _ => key.to_lowercase(),
    };
    Value::Object(object.as_object().unwrap().iter().map(|(k, v)| (key(k), v.clone())).collect())
}

fn dressed(card: &Meant, how: Dress) -> Value {
    let (post, bin) = (card.post, card.bin);
    let (month, year) = (card.month, card.year);
    let as_number: f64 = format!("{month}.{year:04}").parse().unwrap();
    let expire = [json!(format!("{month:02}.{year}")), json!(as_number)];
    let pixels = |size: Option<u32>| match size {
        Some(pixels) => {
            pick(&[json!(pixels), json!(pixels.to_string()), json!(f64::from(pixels))], how[0])
        }
        None => pick(&[json!(null), json!(""), json!(0)], how[0]),
    };
    let (width, height) = card.size.unzip();
    let variant = json!({
        "url": card.url, "mediaType": "image/png", "width": pixels(width), "height": pixels(height),
    });
    let variant = cased(&variant, how[1]);
    let alt = card.alt.as_ref().map_or(pick(&[json!(null), json!("")], how[2]), |alt| json!(alt));
    let asset = json!({
        "assetType": card.kind, "altText": alt, "paymentType": "MC",
        "assetData": pick(&[json!([variant]), variant], how[3]),
    });
    let asset = cased(&asset, how[4]);
    let card = json!({
        "token": pick(&[json!(card.token), json!(card.token.to_lowercase())], how[5]),
        "post": pick(&[json!(format!("{post:04}")), json!(post), json!(post.to_string()), json!(f64::from(post))], how[6]),
        "bin": pick(&[json!(bin), json!(format!("{bin:06}")), json!(bin.to_string()), json!(f64::from(bin))], how[7]),
        "brand": "MasterCard",
        "bank": if card.bank.is_empty() { pick(&[json!(""), json!(null)], how[2]) } else { json!(card.bank) },
        "expire": pick(&expire, how[8]),
        "active": flag(card.active, how[9]),
        "needCVC": flag(card.needs_cvc, how[10]),
        "assets": pick(&[json!([asset]), asset], how[3]),
    });
    cased(&card, how[11])
}

#[test]
fn a_card_is_the_same_in_every_dress() {
    let stage = Stage::new();
    let cards = prop::collection::vec((meant(), any::<Dress>()), 1..4);
    let prefix = select(vec!["", "//", ")]}'\n", "\u{feff}", "\u{feff}// "]);
    proptest!(settings(400), |(cards in cards, prefix in prefix)| {
        let body: Value = cards.iter().map(|(card, how)| dressed(card, *how)).collect();
        let list = stage.list(ok(format!("{prefix}{body}"))).unwrap();
        prop_assert_eq!(list.cards.len(), cards.len());
        for (read, (card, _)) in list.cards.iter().zip(&cards) {
            prop_assert!(read.token.expose().eq_ignore_ascii_case(&card.token));
            prop_assert_eq!(read.last_four.as_str(), format!("{:04}", card.post));
            prop_assert_eq!(read.bin.as_str(), format!("{:06}", card.bin));
            prop_assert_eq!(read.brand.as_str(), "MasterCard");
            prop_assert_eq!(&read.bank, &card.bank);
            prop_assert_eq!(&read.expiry_text, &format!("{:02}.{}", card.month, card.year));
            prop_assert_eq!(read.active, Some(card.active));
            prop_assert_eq!(read.needs_cvc, Some(card.needs_cvc));
            prop_assert!(read.unknown_fields.is_empty());
            prop_assert_eq!(read.assets.len(), 1);
            let asset = &read.assets[0];
            prop_assert_eq!(asset.kind.as_str(), &card.kind);
            prop_assert_eq!(&asset.alt_text, &card.alt);
            prop_assert_eq!(asset.payment_type.as_deref(), Some("MC"));
            prop_assert_eq!(asset.variants.len(), 1);
            prop_assert_eq!(&asset.variants[0].url, &card.url);
            let declared = &asset.variants[0].declared;
            prop_assert_eq!(declared.media_type.as_deref(), Some("image/png"));
            prop_assert_eq!(declared.width.zip(declared.height), card.size);
            let raw: Map<String, Value> = serde_json::from_str(&read.raw_json).unwrap();
            prop_assert_eq!(raw.len(), 9);
        }
    });
}
