//! Lists as documented, and in every dress that the gateway's back end gives them.
use carddesk::api::ApiError;
use carddesk::domain::{Asset, AssetKind, Card, CardList, ExpiryState, Token, Unproven};
use serde_json::{Value, json};

use crate::support::{OTHER, TOKEN, card, list_of, ok};

use super::{Stage, card_with};

const SEVERAL: &str = include_str!("../sandbox/examples/list-several-cards.json");
const WITHOUT_MEDIA: &str = include_str!("../sandbox/examples/list-card-without-media.json");
const ACKNOWLEDGED: &str = include_str!("../sandbox/examples/remove-acknowledged.json");

fn kinds(card: &Card) -> Vec<&AssetKind> {
    card.assets.iter().map(|asset| &asset.kind).collect()
}

#[test]
fn the_documented_examples_are_read() {
    let stage = Stage::new();
    let list = stage.list(ok(SEVERAL)).unwrap();
    let [visa, mastercard] = &list.cards[..] else { panic!("two cards") };
    assert_eq!(visa.token, Token::parse("49D902C6-1CCF-4605-9228-11D0E8115C77").unwrap());
    assert_eq!((visa.bin.as_str(), visa.last_four.as_str()), ("412362", "0028"));
    assert_eq!((visa.brand.as_str(), visa.bank.as_str()), ("VISA", ""));
    assert_eq!((visa.active, visa.needs_cvc), (Some(true), Some(false)));
    assert_eq!((visa.expiry_text.as_str(), visa.unknown_fields.len()), ("12.2025", 0));
    assert_eq!(kinds(visa), [&AssetKind::Icon, &AssetKind::CardBackground]);
    let art = &visa.assets[1];
    assert_eq!(art.alt_text.as_deref(), Some("digitalCardArt"));
    assert_eq!(art.payment_type.as_deref(), Some("VISA"));
    assert!(art.variants[0].url.ends_with("/w1536_h969.png"));
    assert_eq!(art.variants[0].declared.media_type.as_deref(), Some("image/png"));
    assert_eq!(
        art.variants[0].declared.width.zip(art.variants[0].declared.height),
        Some((1536, 969))
    );
    assert_eq!(mastercard.assets.len(), 4);
    assert_eq!(mastercard.assets[0].alt_text, None);
    assert_eq!(mastercard.assets[0].variants[0].declared.width, None);

    let plain = stage.card(WITHOUT_MEDIA);
    assert_eq!((plain.bank.as_str(), plain.last_four.as_str()), ("Bank USA", "4128"));
    assert!(plain.assets.is_empty());
    let answer = stage.remove(ok(ACKNOWLEDGED)).unwrap();
    assert_eq!(answer.message, "Token 3347…FA14 is removed");
    assert!(answer.names_other_token);
}

#[test]
fn an_empty_array_and_nothing_else_is_an_empty_list() {
    let stage = Stage::new();
    for body in ["[]", " [ ]\r\n", "\t[\n]"] {
        assert_eq!(stage.list(ok(body)), Ok(CardList::sound(Vec::new())), "{body:?}");
    }
    for body in ["\u{feff}[]", "//[]", "\u{feff}//\n[]", ")]}'\n[]", ")]}',\n[]"] {
        let error = ApiError::NoProof { doubt: Unproven::Prefix };
        assert_eq!(stage.list(ok(body)), Err(error), "{body:?}");
    }
}

#[test]
fn prefixes_and_marks_before_the_json_are_passed_over() {
    let stage = Stage::new();
    let list = list_of(&[TOKEN, OTHER]);
    let plain = stage.list(ok(list.clone())).unwrap();
    assert_eq!(plain.cards.len(), 2);
    for prefix in
        ["\u{feff}", "//", "// ", ")]}'", ")]}',\n", "\u{feff}//", " \r\n\u{feff}\n)]}'\n"]
    {
        let read = stage.list(ok(format!("{prefix}{list}"))).unwrap();
        assert_eq!(read.cards, plain.cards, "{prefix:?}");
        assert_eq!(read.doubt(), Some(Unproven::Prefix).filter(|_| !prefix.trim().is_empty()));
    }
    let message = "\u{feff}//{\"MESSAGE\":\"Token removed\"}";
    assert_eq!(stage.remove(ok(message)).unwrap().message, "Token removed");
}

#[test]
fn digits_that_came_as_numbers_get_their_zeros_back() {
    let stage = Stage::new();
    let posts = [
        (json!("0028"), "0028"),
        (json!(28), "0028"),
        (json!("28"), "0028"),
        (json!(28.0), "0028"),
        (json!("28.0"), "0028"),
        (json!(" 0028 "), "0028"),
        (json!(0), "0000"),
        (json!(9999), "9999"),
        (json!(""), ""),
        (json!(null), ""),
    ];
    for (post, last_four) in posts {
        let card = stage.card(card_with("post", post.clone()));
        assert_eq!(card.last_four.as_str(), last_four, "{post}");
    }
    let bins = [
        (json!(412_362), "412362"),
        (json!(412_362.0), "412362"),
        (json!("412362"), "412362"),
        (json!("412362.0"), "412362"),
        (json!(12_362), "012362"),
        (json!("12362"), "012362"),
        (json!(41_236_200), "41236200"),
        (json!(null), ""),
    ];
    for (bin, digits) in bins {
        let card = stage.card(card_with("bin", bin.clone()));
        assert_eq!(card.bin.as_str(), digits, "{bin}");
    }
    let exponent = list_of(&[TOKEN]).replace("412362", "4.12362E5");
    assert_eq!(stage.card(exponent).bin.as_str(), "412362");
}

#[test]
fn an_expiry_that_came_as_a_number_gets_its_zeros_back() {
    let stage = Stage::new();
    let dates = [
        (json!("12.2025"), "12.2025", Some((12, 2025))),
        (json!(12.2025), "12.2025", Some((12, 2025))),
        (json!(1.2026), "01.2026", Some((1, 2026))),
        (json!(10.203), "10.2030", Some((10, 2030))),
        (json!("1.2026"), "1.2026", Some((1, 2026))),
        (json!(""), "", None),
        (json!(null), "", None),
        (json!("2027-05"), "2027-05", None),
        (json!("13.2027"), "13.2027", None),
        (json!(2027), "2027", None),
    ];
    for (expire, text, month) in dates {
        let card = stage.card(card_with("expire", expire.clone()));
        assert_eq!(card.expiry_text, text, "{expire}");
        let read = card.expiry().map(|expiry| (expiry.month(), expiry.year()));
        assert_eq!(read, month, "{expire}");
    }
    let card = stage.card(card_with("expire", json!(12.2025)));
    let today = carddesk::domain::Date::constant(2026, 1, 1);
    assert_eq!(card.expiry().unwrap().state(today), ExpiryState::Expired);
}

#[test]
fn booleans_come_in_many_dresses() {
    let stage = Stage::new();
    let yes =
        json!([true, "true", "TRUE", "YES", "yes", "Yes", 1, "1", 1.0, "1.0", " true ", "Y", "on"]);
    let no = json!([false, "false", "FALSE", "NO", "no", "No", 0, "0", 0.0, "0.0", "N", "off"]);
    let unsaid = json!([null, "", " ", "maybe", 2, -1, [], {}]);
    for (values, flag) in [(yes, Some(true)), (no, Some(false)), (unsaid, None)] {
        for value in values.as_array().unwrap() {
            assert_eq!(stage.card(card_with("active", value.clone())).active, flag, "{value}");
            assert_eq!(stage.card(card_with("needCVC", value.clone())).needs_cvc, flag, "{value}");
        }
    }
}

#[test]
fn keys_are_read_in_any_case() {
    let stage = Stage::new();
    let plain = stage.list(ok(SEVERAL)).unwrap();
    let capitals = re_keyed(&serde_json::from_str(SEVERAL).unwrap(), &str::to_ascii_uppercase);
    let small = re_keyed(&serde_json::from_str(SEVERAL).unwrap(), &str::to_ascii_lowercase);
    for (dress, word) in [(capitals, "\"TOKEN\""), (small, "\"needcvc\"")] {
        assert!(dress.to_string().contains(word));
        let mut list = stage.list(ok(dress.to_string())).unwrap();
        for (card, same) in list.cards.iter_mut().zip(&plain.cards) {
            // Shown as it came, so it alone differs.
            assert_ne!(card.raw_json, same.raw_json);
            card.raw_json.clone_from(&same.raw_json);
        }
        assert_eq!(list, plain);
    }
}

fn re_keyed(value: &Value, key: &dyn Fn(&str) -> String) -> Value {
    match value {
        Value::Array(members) => members.iter().map(|member| re_keyed(member, key)).collect(),
        Value::Object(object) => {
            Value::Object(object.iter().map(|(k, v)| (key(k), re_keyed(v, key))).collect())
        }
        scalar => scalar.clone(),
    }
}

#[test]
fn an_empty_value_stands_for_no_assets() {
    let stage = Stage::new();
    for empty in [json!(""), json!(null), json!({}), json!([]), json!(" ")] {
        assert!(stage.card(card_with("assets", empty.clone())).assets.is_empty(), "{empty}");
        let asset = json!([{"assetType": "ICON", "assetData": empty}]);
        let card = stage.card(card_with("assets", asset));
        assert_eq!((card.assets.len(), card.assets[0].variants.len()), (1, 0), "{empty}");
    }
    let mut bare = card(TOKEN);
    bare.as_object_mut().unwrap().remove("assets");
    assert!(stage.card(json!([bare]).to_string()).assets.is_empty());
}

#[test]
fn a_lone_object_stands_for_a_list_of_one() {
    let stage = Stage::new();
    let variant = json!({"url": "https://a.example/1.png", "mediaType": "image/png"});
    let asset = |data: Value| json!({"assetType": "ICON", "assetData": data});
    let mut documented = card(TOKEN);
    documented["assets"] = json!([asset(json!([variant]))]);
    let mut lone = card(TOKEN);
    lone["assets"] = asset(variant);
    let documented = stage.card(json!([documented]).to_string());
    let lone = stage.card(lone.to_string());
    assert_eq!(lone.assets.len(), 1);
    assert_eq!(lone.assets, documented.assets);
    assert_eq!(lone.token, documented.token);
}

#[test]
fn null_as_empty_text_and_numbers_as_text_are_read_in_assets() {
    let stage = Stage::new();
    let asset = json!([{
        "ASSETTYPE": "card_background", "ALTTEXT": "", "PAYMENTTYPE": "",
        "ASSETDATA": [
            {"URL": " https://a.example/1.png ", "MEDIATYPE": "", "WIDTH": "1536", "HEIGHT": "969.0"},
            {"URL": "https://a.example/1.pdf", "MEDIATYPE": "image/pdf", "WIDTH": "", "HEIGHT": 0},
        ]
    }]);
    let card = stage.card(card_with("assets", asset));
    let [Asset { kind, alt_text, payment_type, variants }] = &card.assets[..] else { panic!() };
    assert_eq!(*kind, AssetKind::CardBackground);
    assert_eq!((alt_text, payment_type), (&None, &None));
    assert_eq!(variants[0].url, "https://a.example/1.png");
    let declared = |index: usize| variants[index].declared.clone();
    assert_eq!(
        (declared(0).media_type, declared(0).width, declared(0).height),
        (None, Some(1536), Some(969))
    );
    assert_eq!((declared(1).width, declared(1).height), (None, None));
}

#[test]
fn what_is_not_known_is_kept_and_named() {
    let stage = Stage::new();
    let mut odd = card(TOKEN);
    odd["tokenRequestorId"] = json!("50110030273");
    odd["shops"] = json!([{"id": 7, "name": "Книги"}]);
    odd["assets"] = json!([{
        "assetType": "HOLOGRAM", "sparkle": 3, "paymentType": "MIR",
        "assetData": [{"url": "https://a.example/1.bin", "mediaType": "model/gltf", "depth": 9}]
    }]);
    let card = stage.card(json!([odd]).to_string());
    assert_eq!(kinds(&card), [&AssetKind::Other("HOLOGRAM".to_owned())]);
    assert_eq!(card.assets[0].variants[0].declared.media_type.as_deref(), Some("model/gltf"));
    let names = ["tokenRequestorId", "shops", "assets.sparkle", "assets.assetData.depth"];
    assert_eq!(card.unknown_fields, names);
    let raw: Value = serde_json::from_str(&card.raw_json).unwrap();
    assert_eq!(raw["token"], "54F5…B401");
    odd["token"] = raw["token"].clone();
    assert_eq!(raw, odd, "everything that came, and nothing else");
}

#[test]
fn bodies_in_other_encodings_are_read() {
    let stage = Stage::new();
    let body = card_with("bank", json!("Банк «Ёлка» №1"));
    let in_bytes = |encoding: &'static encoding_rs::Encoding| encoding.encode(&body).0.into_owned();
    let dresses = [
        (body.clone().into_bytes(), "application/json"),
        (body.clone().into_bytes(), "text/html; charset=windows-1251"),
        (in_bytes(encoding_rs::WINDOWS_1251), "application/json"),
        (in_bytes(encoding_rs::WINDOWS_1251), "application/json; charset=utf-8"),
        (in_bytes(encoding_rs::WINDOWS_1251), "text/html; charset=\"Windows-1251\""),
        (in_bytes(encoding_rs::WINDOWS_1251), "text/plain; charset=nonsense"),
    ];
    for (bytes, kind) in dresses {
        let card = stage.list(ok(bytes).content_type(kind)).unwrap().cards.remove(0);
        assert_eq!(card.bank, "Банк «Ёлка» №1", "{kind}");
    }
    let koi8 = card_with("bank", json!("Банк"));
    let koi8 = ok(encoding_rs::KOI8_R.encode(&koi8).0.into_owned());
    let card = stage.list(koi8.content_type("application/json;charset=koi8-r")).unwrap();
    assert_eq!(card.cards[0].bank, "Банк");
}

#[test]
fn answers_are_read_however_they_are_framed() {
    let stage = Stage::new();
    let body = list_of(&[TOKEN, OTHER]);
    let plain = stage.list(ok(body.clone())).unwrap();
    let replies = [
        ok(body.clone()).chunked(),
        ok(body.clone()).until_close(),
        ok(body.clone()).gzip(),
        ok(body.clone()).gzip().chunked(),
        ok(body.clone()).content_type("text/html"),
        ok(body.clone()).keep_alive(),
    ];
    for reply in replies {
        assert_eq!(stage.list(reply.clone()).as_ref(), Ok(&plain), "{reply:?}");
    }
    let changed = stage.list(crate::support::status(203, body)).unwrap();
    assert_eq!((changed.cards.len(), changed.doubt()), (2, Some(Unproven::Status { status: 203 })));
}

#[test]
fn the_order_of_the_gateway_is_kept_and_case_of_tokens_does_not_matter() {
    let stage = Stage::new();
    let list = stage.list(ok(list_of(&[OTHER, &TOKEN.to_lowercase(), "odd-token"]))).unwrap();
    let tokens: Vec<&str> = list.cards.iter().map(|card| card.token.expose()).collect();
    assert_eq!(tokens, [OTHER, &TOKEN.to_lowercase(), "odd-token"]);
    assert_eq!(list.find(&Token::parse(TOKEN).unwrap()), Some(&list.cards[1]));
}
