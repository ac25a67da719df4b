//! The two calls: shapes as documented, the trap, credentials, odd writings.

use carddesk::domain::{Date, Expiry, ExpiryState};
use carddesk::sandbox::{Sandbox, SandboxOptions};
use serde_json::{Value, json};

use super::help::{
    LIST, REMOVE, ask_list, ask_removal, http, json, list, merchant, post, sandbox, tokens,
};

const SEVERAL: &str = include_str!("examples/list-several-cards.json");
const WITHOUT_MEDIA: &str = include_str!("examples/list-card-without-media.json");
const ACKNOWLEDGED: &str = include_str!("examples/remove-acknowledged.json");

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

/// The documented example as the sandbox should write it: hosts mapped, paths kept.
fn mapped(example: &str, base: &str) -> Value {
    let text = example
        .replace(
            "https://emvts-test-assets.s3.amazonaws.com",
            &format!("{base}/assets/emvts-test-assets"),
        )
        .replace(
            "https://emvts-prod-assets.s3.eu-north-1.amazonaws.com",
            &format!("{base}/assets/emvts-prod-assets"),
        );
    serde_json::from_str(&text).unwrap()
}

#[test]
fn documented_examples_come_key_by_key() {
    let sandbox = sandbox();
    for (customer, example) in [("1234", SEVERAL), ("4128", WITHOUT_MEDIA)] {
        let expected = mapped(example, &sandbox.url());
        let got = Value::Array(list(&sandbox, customer));
        // Equal values, and keys in the same order.
        assert_eq!(got.to_string(), expected.to_string(), "customer {customer}");
    }
    let token = tokens(&list(&sandbox, "4128")).remove(0);
    let answer = json(ask_removal(&sandbox, "4128", &token).unwrap());
    let example: Value = serde_json::from_str(ACKNOWLEDGED).unwrap();
    assert_eq!(keys(&answer), keys(&example));
    assert_eq!(answer["message"], json!(format!("Token {token} is removed")));
}

#[test]
fn every_healthy_card_has_the_documented_types() {
    let sandbox = sandbox();
    let documented: Value = serde_json::from_str(SEVERAL).unwrap();
    let mut seen = 0;
    for customer in sandbox.customers().iter().filter(|c| c.number.starts_with('1')) {
        for card in list(&sandbox, &customer.number) {
            assert_eq!(keys(&card), keys(&documented[0]), "{card}");
            assert!(card["bin"].is_u64() && card["active"].is_boolean(), "{card}");
            assert!(card["needCVC"].is_boolean() && card["assets"].is_array(), "{card}");
            let post = card["post"].as_str().unwrap();
            assert!(post.len() == 4 && post.bytes().all(|b| b.is_ascii_digit()), "{card}");
            let token = card["token"].as_str().unwrap();
            assert!(token.len() == 36 && token == token.to_uppercase(), "{card}");
            for asset in card["assets"].as_array().unwrap() {
                assert_eq!(keys(asset), keys(&documented[0]["assets"][0]));
                for variant in asset["assetData"].as_array().unwrap() {
                    assert_eq!(keys(variant), keys(&documented[0]["assets"][0]["assetData"][0]));
                }
            }
            seen += 1;
        }
    }
    assert!(seen > 250, "{seen} cards");
}

#[test]
fn customers_are_as_announced() {
    let sandbox = sandbox();
    let customers = sandbox.customers();
    assert!(customers.len() >= 60, "{} customers", customers.len());
    let cards = |number: &str| customers.iter().find(|c| c.number == number).unwrap().cards;
    assert_eq!((cards("1001"), cards("1002"), cards("1003"), cards("1005")), (0, 1, 12, 200));
    assert!((4..=5).contains(&cards(sandbox.default_customer())));
    for customer in customers.iter().filter(|c| !c.number.starts_with(['2', '5'])) {
        assert_eq!(list(&sandbox, &customer.number).len(), customer.cards, "{}", customer.number);
    }
    let mut numbers: Vec<_> = customers.iter().map(|c| &c.number).collect();
    numbers.dedup();
    assert_eq!(numbers.len(), customers.len(), "a number twice");
}

#[test]
fn every_payment_system_and_state_is_there() {
    let sandbox = sandbox();
    let brands: Vec<_> = list(&sandbox, "1006")
        .iter()
        .map(|card| card["brand"].as_str().unwrap().to_owned())
        .collect();
    for brand in ["VISA", "MasterCard", "MAESTRO", "MIR", "BELKART", "AMEX", "UNIONPAY"] {
        assert!(brands.iter().any(|b| b == brand), "{brand} in {brands:?}");
    }
    // The sandbox's day is 23 November 2026.
    let months: Vec<_> = list(&sandbox, "1007")
        .iter()
        .map(|card| card["expire"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(months, ["05.2024", "10.2026", "11.2026", "12.2026", "02.2027", "11.2046"]);
    let states: Vec<_> = list(&sandbox, "1008")
        .iter()
        .map(|card| (card["active"] == json!(true), card["needCVC"] == json!(true)))
        .collect();
    assert_eq!(states, [(false, false), (true, true), (false, true), (false, false)]);
}

#[test]
fn soon_is_within_sixty_days_whatever_the_day() {
    for (year, month, day) in
        [(2026, 7, 1), (2026, 7, 3), (2026, 7, 4), (2026, 12, 31), (2027, 2, 28), (2028, 1, 31)]
    {
        let today = Date::constant(year, month, day);
        let options = SandboxOptions { port: None, today: Some(today) };
        let sandbox = Sandbox::start(options).unwrap();
        let states: Vec<_> = list(&sandbox, sandbox.default_customer())
            .iter()
            .map(|card| Expiry::parse(card["expire"].as_str().unwrap()).unwrap().state(today))
            .collect();
        assert!(
            matches!(
                states[..],
                [
                    ExpiryState::Valid,
                    ExpiryState::Valid,
                    ExpiryState::Valid,
                    ExpiryState::Soon { .. },
                    ExpiryState::Expired
                ]
            ),
            "on {today:?}: {states:?}"
        );
    }
}

#[test]
fn prohibited_symbols_are_removed_and_not_refused() {
    let sandbox = sandbox();
    let honest = list(&sandbox, "AB12");
    assert_eq!(honest.len(), 2);
    for trapped in ["AB/12", "<AB12>", "A\"B=1'2", "\\AB(12);#"] {
        assert_eq!(list(&sandbox, trapped), honest, "{trapped}");
    }
    // The harm: a removal meant for AB/12 takes AB12's card.
    let token = tokens(&honest).remove(0);
    let answer = json(ask_removal(&sandbox, "AB/12", &token).unwrap());
    assert!(answer["message"].is_string(), "{answer}");
    assert_eq!(list(&sandbox, "AB12"), honest[1..]);
    assert_eq!(list(&sandbox, "ab12").len(), 0, "case is not folded");
}

#[test]
fn a_removal_lasts_and_concerns_one_card() {
    let sandbox = sandbox();
    let before = list(&sandbox, "1003");
    let token = tokens(&before).remove(4);
    assert!(json(ask_removal(&sandbox, "1003", &token).unwrap())["message"].is_string());
    let after = list(&sandbox, "1003");
    let expected: Vec<_> =
        before.iter().filter(|card| card["token"] != json!(token)).cloned().collect();
    assert_eq!(after, expected);
    assert_eq!(list(&sandbox, "1003"), expected, "and stays removed");
    let again = json(ask_removal(&sandbox, "1003", &token).unwrap());
    assert_eq!(keys(&again), ["fault"]);
    let foreign = tokens(&list(&sandbox, "1006")).remove(0);
    let refused = json(ask_removal(&sandbox, "1003", &foreign).unwrap());
    assert_eq!(keys(&refused["fault"]), ["detail", "faultcode", "faultstring"]);
    assert_eq!(list(&sandbox, "1006").len(), 7, "another customer's card is not removed");
}

#[test]
fn tokens_are_taken_in_either_case_and_duplicates_go_together() {
    let sandbox = sandbox();
    let cards = list(&sandbox, "2005");
    let shared = tokens(&cards).remove(0);
    assert_eq!(tokens(&cards)[1], shared);
    let answer = json(ask_removal(&sandbox, "2005", &shared.to_lowercase()).unwrap());
    assert!(answer["message"].is_string(), "{answer}");
    assert_eq!(list(&sandbox, "2005"), cards[2..]);
}

#[test]
fn wrong_requests_are_answered_with_faults() {
    let sandbox = sandbox();
    let with = |field: &str, value: Value| {
        let mut body = json!({
            "merchant": merchant(), "customernumber": "1002", "language": "RU",
            "token": "54F5A3DE-4B47-4B40-03B5-7FF992D6B401",
        });
        match field.strip_prefix("merchant.") {
            Some(inner) => body["merchant"][inner] = value,
            None => body[field] = value,
        }
        body
    };
    let wrong = [
        (LIST, with("merchant.password", json!("other"))),
        (LIST, with("merchant.login", json!("other"))),
        (LIST, with("merchant.merchant_id", json!("777002"))),
        (LIST, with("merchant.merchant_id", json!("0"))),
        (LIST, with("merchant", Value::Null)),
        (LIST, with("customernumber", json!(""))),
        (LIST, with("customernumber", json!("1".repeat(33)))),
        (LIST, with("language", json!("DE"))),
        (LIST, json!(["1002"])),
        (REMOVE, with("token", Value::Null)),
        (REMOVE, with("token", json!("54F5A3DE"))),
        (REMOVE, with("token", json!("54F5A3DE-4B47-4B40-03B5-7FF992D6B402"))),
    ];
    let mut details = Vec::new();
    for (path, body) in wrong {
        let answer = json(post(&sandbox, path, &body).unwrap());
        let fault = &answer["fault"];
        assert_eq!(keys(fault), ["detail", "faultcode", "faultstring"], "{body} -> {answer}");
        assert!(fault["faultcode"].is_i64() && fault["faultstring"].is_i64(), "{answer}");
        details.push(fault["detail"].as_str().unwrap().to_owned());
    }
    assert!(details[0].contains("аутентификации"), "in the caller's language: {}", details[0]);
    let right = post(&sandbox, LIST, &with("merchant.merchant_id", json!(777_001))).unwrap();
    assert_eq!(json(right).as_array().unwrap().len(), 1, "a number for the merchant is fine");
}

#[test]
fn a_password_in_the_url_and_other_methods_are_refused() {
    let sandbox = sandbox();
    let body = json!({"merchant": merchant(), "customernumber": "1002"});
    let answer = post(&sandbox, &format!("{LIST}?login=sandbox&password=x"), &body).unwrap();
    assert_eq!(keys(&json(answer)), ["fault"]);
    for path in [LIST, REMOVE] {
        let answer = http().get(format!("{}{path}", sandbox.url())).send().unwrap();
        assert_eq!(answer.status(), 405);
        assert_eq!(answer.headers()["allow"], "POST");
        assert!(answer.text().unwrap().starts_with("<!DOCTYPE html>"));
    }
    let nowhere = http().get(format!("{}/pay/other.cfm", sandbox.url())).send().unwrap();
    assert_eq!(nowhere.status(), 404);
}

#[test]
fn unknown_customers_have_no_cards() {
    let sandbox = sandbox();
    assert_eq!(ask_list(&sandbox, "no such customer").unwrap().text().unwrap(), "[]");
}

#[test]
fn coldfusion_writes_loosely() {
    let sandbox = sandbox();
    let answer = ask_list(&sandbox, "2001").unwrap();
    assert_eq!(answer.headers()["content-type"], "text/html;charset=UTF-8");
    let bytes = answer.bytes().unwrap();
    let rest = bytes.strip_prefix(b"\xEF\xBB\xBF//").unwrap();
    let cards: Value = serde_json::from_slice(rest).unwrap();
    assert_eq!(cards[0]["POST"], json!(28));
    assert_eq!(cards[0]["BIN"], json!("400551"));
    assert_eq!((&cards[1]["ACTIVE"], &cards[1]["NEEDCVC"]), (&json!("NO"), &json!(1)));
    let variant = &cards[0]["ASSETS"][0]["ASSETDATA"][0];
    assert_eq!((&variant["WIDTH"], &variant["MEDIATYPE"]), (&json!("1536"), &json!("image/png")));
    let answer = ask_list(&sandbox, "2002").unwrap().text().unwrap();
    let cards: Value = serde_json::from_str(answer.strip_prefix(")]}'\n").unwrap()).unwrap();
    assert_eq!(cards[1]["active"], json!("false"));
}
