//! No error and no answer shows a password, a whole token, or more of a card number than BIN and
//! last four, whatever the server echoes.
use std::fmt::{Debug, Display};
use std::sync::{Arc, Mutex};

use carddesk::api::{ApiError, Client};
use carddesk::domain::{Credentials, Password, Token};
use serde_json::json;

use crate::support::{Gateway, OTHER, PASSWORD, Reply, TOKEN, card, credentials, ok, status};

use super::{Stage, customer};

const PAN: &str = "4123627700000028";
/// A token of another shape than the documented one.
const ODD_TOKEN: &str = "tok_live_9f8e7d6c5b4a39281706";

/// Fails where `shown` holds so many characters of `secret` in a row.
fn assert_hides(shown: &str, secret: &str, run: usize) {
    let chars: Vec<char> = secret.to_lowercase().chars().collect();
    let shown = shown.to_lowercase();
    for part in chars.windows(run.min(chars.len())) {
        let part: String = part.iter().collect();
        assert!(!shown.contains(&part), "{part:?} of {secret:?} in {shown}");
    }
}

fn both_ways(value: &(impl Debug + Display)) -> String {
    format!("{value} {value:?} {value:#?}")
}

fn assert_clean(shown: &str) {
    assert_hides(shown, PASSWORD, 4);
    assert_hides(shown, TOKEN, 5);
    assert_hides(shown, OTHER, 5);
    assert_hides(shown, PAN, 7);
}

/// Every kind of answer that ends in words, around a text.
fn replies_with(text: &str) -> Vec<Reply> {
    let page = format!("<html><body>You sent {text}!</body></html>");
    let detail = json!({"fault": {"detail": text, "faultcode": text, "faultstring": text}});
    let advice = json!({"fault": {"detail": {"message": text, "recomendation": text}}});
    let odd = json!({"fault": {"detail": {"sent": text, text: [text]}}});
    vec![
        ok(page.clone()),
        status(500, page.clone()),
        ok(format!("{page}{}", "x".repeat(500))),
        ok(detail.to_string()),
        status(403, detail.to_string()),
        ok(advice.to_string()),
        ok(odd.to_string()),
        ok(json!({"fault": text}).to_string()),
        ok(json!({"fault": [text, text]}).to_string()),
        ok(json!({"echo": text, text: 1}).to_string()),
        ok(json!([card(TOKEN), {"echo": text}]).to_string()),
        ok(json!(text).to_string()),
        ok(text.to_owned()),
        status(302, "").header("Location", "http://s3crets3cret.example/S3cretS3cret"),
    ]
}

#[test]
fn no_error_shows_what_the_server_echoes() {
    let stage = Stage::new();
    let echo =
        format!("{PASSWORD} {TOKEN} {} {PAN} {OTHER} 4123 6277 0000 0028", TOKEN.to_lowercase());
    for reply in replies_with(&echo) {
        let listed = stage.list(reply.clone()).unwrap_err();
        assert_clean(&both_ways(&listed));
        assert_clean(&both_ways(&stage.remove(reply).unwrap_err()));
    }
    // Something is left to recognise them by.
    let shown = stage.list(ok(echo)).unwrap_err().to_string();
    assert!(shown.ends_with("… 54F5…B401 54f5…b401 412362…0028 3347…FA14 4123 62…0028"), "{shown}");
}

#[test]
fn the_whole_request_may_be_echoed() {
    for code in [200, 500] {
        let gateway = Gateway::answering(move |request| {
            status(code, format!("{request:?} {} {:?}", request.body, request.body))
        });
        let client = Client::new(&gateway.server()).unwrap();
        let token = Token::parse(TOKEN).unwrap();
        let error = client.remove(&credentials("452739"), &customer(), &token).unwrap_err();
        let shown = both_ways(&error);
        assert_clean(&shown);
        assert!(shown.contains("…"), "{shown}");
    }
}

/// A text in the escapes of URLs, forms, JSON and HTML.
fn escaped(text: &str) -> Vec<String> {
    let percent = |keep: fn(u8) -> bool| -> String {
        text.bytes()
            .map(|b| if keep(b) { char::from(b).to_string() } else { format!("%{b:02x}") })
            .collect()
    };
    let html = |base: fn(char) -> String| -> String {
        text.chars()
            .map(|c| if c.is_ascii_alphanumeric() { c.to_string() } else { base(c) })
            .collect()
    };
    let json_units = |all: bool| -> String {
        text.chars()
            .map(|c| match c.is_ascii() && !all {
                true => c.to_string(),
                false => {
                    c.encode_utf16(&mut [0; 2]).iter().map(|u| format!("\\u{u:04x}")).collect()
                }
            })
            .collect()
    };
    vec![
        text.to_owned(),
        text.to_uppercase(),
        percent(|b| b.is_ascii_alphanumeric()),
        percent(|b| b.is_ascii_alphanumeric()).to_uppercase(),
        percent(|_| false),
        url::form_urlencoded::byte_serialize(text.as_bytes()).collect(),
        json_units(false),
        json_units(true),
        text.replace('&', "&amp;"),
        html(|c| format!("&#{};", u32::from(c))),
        html(|c| format!("&#x{:x};", u32::from(c))),
        text.chars()
            .map(|c| if c.is_alphanumeric() { c.to_string() } else { format!("\\{c}") })
            .collect(),
    ]
}

#[test]
fn an_escaped_password_is_hidden_too() {
    let said = Arc::new(Mutex::new(ok("")));
    let saying = Arc::clone(&said);
    let gateway = Gateway::answering(move |_| saying.lock().unwrap().clone());
    let client = Client::new(&gateway.server()).unwrap();
    for password in
        ["S3cret&S3cret", "пароль 100%25+ёж!", "a%b&amp+c d@e", "%2541%41xyz", "ключ\u{1f511}замок"]
    {
        let who = Credentials {
            password: Password::parse(password.into()).unwrap(),
            ..credentials("452739")
        };
        for echo in escaped(password) {
            let page = format!("<p>wrong password ({echo}), sorry</p>");
            let fault = json!({"fault": {"detail": page, "faultcode": 5}}).to_string();
            for reply in [ok(page.clone()), status(500, page), ok(fault)] {
                *said.lock().unwrap() = reply;
                let shown = client.list(&who, &customer()).unwrap_err().to_string();
                assert!(shown.contains("wrong password (…), sorry"), "{echo:?}: {shown}");
            }
        }
    }
}

#[test]
fn no_cut_leaves_part_of_a_secret() {
    let stage = Stage::new();
    let secrets = [PASSWORD.to_owned(), TOKEN.to_owned(), PAN.to_owned()];
    for secret in &secrets {
        // Across the end of the excerpt, by characters that count and by blanks that do not.
        for before in 260..=302 {
            let body = format!("{}{secret}{}", "я".repeat(before), "z".repeat(2000));
            assert_clean(&both_ways(&stage.list(ok(body)).unwrap_err()));
        }
        for before in (1290..=1302).chain(2388..=2402) {
            let body = format!("<{}{secret}{}", " ".repeat(before), "z".repeat(2000));
            assert_clean(&both_ways(&stage.list(status(500, body)).unwrap_err()));
        }
    }
    // Many secrets, which shrink what is shown.
    let body = format!("{} and more {PASSWORD}", secrets.join(" ").repeat(100));
    assert_clean(&both_ways(&stage.list(ok(body.clone())).unwrap_err()));
    let long = json!({"fault": {"detail": format!("{}{body}", "я".repeat(1990))}}).to_string();
    assert_clean(&both_ways(&stage.list(ok(long)).unwrap_err()));
    // A body that breaks off within what it echoes.
    for length in 4..PASSWORD.len() {
        let body = format!("<p>password={}", &PASSWORD[..length]);
        let shown = both_ways(&stage.list(ok(body)).unwrap_err());
        assert!(shown.contains("<p>password=…"), "{shown}");
        assert_clean(&shown);
    }
    for token in [TOKEN, OTHER, ODD_TOKEN] {
        for length in 9..token.len() {
            let body = format!("{{\"message\":\"Token {}", &token[..length]);
            let sent = Token::from_gateway(token);
            let shown = both_ways(&stage.remove_token(ok(body.clone()), &sent).unwrap_err());
            assert_hides(&shown, token, 5);
            if token != ODD_TOKEN {
                assert_clean(&both_ways(&stage.list(ok(body)).unwrap_err()));
            }
        }
    }
}

#[test]
fn secrets_do_not_hide_each_other() {
    // A password that is part of the other secrets must not break them into harmless looks.
    let gateway = Gateway::answering(|_| ok(format!("<p>{TOKEN} {PAN} 54F5</p>")));
    let client = Client::new(&gateway.server()).unwrap();
    for password in ["4", "5", "-", "0000", "54F5", "36277", "4B47"] {
        let who = Credentials {
            password: Password::parse(password.into()).unwrap(),
            ..credentials("452739")
        };
        let shown = both_ways(&client.list(&who, &customer()).unwrap_err());
        assert_hides(&shown, TOKEN, 5);
        assert_hides(&shown, PAN, 7);
    }
}

#[test]
fn card_numbers_are_cut_however_they_are_grouped() {
    let stage = Stage::new();
    let groups = ["4123", "6277", "0000", "0028"];
    for joint in [
        "", " ", "-", "  ", "\u{a0}", "\n \t", "\u{2013}", ".", "_", "+", "%20", "&nbsp;",
        "\\u00a0",
    ] {
        let page = format!("<p>Card {} refused</p>", groups.join(joint));
        let shown = both_ways(&stage.list(ok(page)).unwrap_err());
        for inner in ["6277", "0000"] {
            assert!(!shown.contains(inner), "{joint:?}: {shown}");
        }
        assert!(shown.contains("4123") && shown.contains("0028 refused"), "{joint:?}: {shown}");
    }
    for harmless in ["2026-11-23 10:15:00", "42345678901", "412362 0028"] {
        let shown = stage.list(ok(format!("<p>{harmless}</p>"))).unwrap_err().to_string();
        assert!(shown.ends_with(&format!("<p>{harmless}</p>")), "{shown}");
    }
    for digits in [12, 13, 16, 19, 30] {
        let number: String = "9182736450".chars().cycle().take(digits).collect();
        let shown = both_ways(&stage.list(ok(format!("<p>{number}"))).unwrap_err());
        assert_hides(&shown, &number, 7);
    }
}

#[test]
fn tokens_of_other_shapes_are_hidden() {
    let gateway = Gateway::answering(|request| {
        let words = format!("Token {ODD_TOKEN} unknown");
        let fault = json!({"fault": {"detail": words}}).to_string();
        if request.body.contains(ODD_TOKEN) {
            ok(fault)
        } else {
            ok(format!(r#"[{{"token":"{ODD_TOKEN}"}},{{}}]"#))
        }
    });
    let client = Client::new(&gateway.server()).unwrap();
    let token = Token::from_gateway(ODD_TOKEN);
    let removed = client.remove(&credentials("452739"), &customer(), &token).unwrap_err();
    let listed = client.list(&credentials("452739"), &customer()).unwrap_err();
    for error in [removed, listed] {
        let shown = both_ways(&error);
        assert_hides(&shown, ODD_TOKEN, 5);
        assert!(shown.contains("tok_…1706"), "{shown}");
    }
    // Words about a token are words.
    let stage = Stage::new();
    let words = "Invalid token: expired, token=unknown";
    let fault = json!({"fault": {"detail": words}}).to_string();
    let Err(ApiError::Refused(fault)) = stage.list(ok(fault)) else { panic!() };
    assert_eq!(fault.detail.as_deref(), Some(words));
}

#[test]
fn an_acknowledgement_hides_what_it_repeats() {
    let stage = Stage::new();
    let message = format!("Token {TOKEN} of {PAN} is removed for {PASSWORD}, not {OTHER}");
    let answer = stage.remove(ok(json!({"message": message}).to_string())).unwrap();
    assert_clean(&format!("{answer:?}"));
    assert!(answer.names_other_token);
    let expected = "Token 54F5…B401 of 412362…0028 is removed for …, not 3347…FA14";
    assert_eq!(answer.message, expected);
}

#[test]
fn a_card_keeps_no_secret_but_its_token() {
    let stage = Stage::new();
    let echo = format!("{PASSWORD} {PAN} {OTHER}");
    let mut odd = card(TOKEN);
    for field in ["brand", "bank", "expire", "note"] {
        odd[field] = json!(echo);
    }
    odd["post"] = json!(PAN);
    odd["bin"] = json!(4_123_627_700_000_028_u64);
    odd["pan"] = json!(4_123_627_700_000_028_u64);
    odd["nested"] = json!({"list": [echo, PAN], echo.clone(): {"token": OTHER}});
    odd[&echo] = json!(1);
    odd["assets"] = json!([{
        "assetType": echo, "altText": echo, "paymentType": echo, echo.clone(): 2,
        "assetData": [{"url": "https://a.example/1.png", echo.clone(): 3}]
    }]);
    let card = stage.card(json!([odd]).to_string());
    assert_eq!(card.token, Token::parse(TOKEN).unwrap());
    assert_eq!((card.bin.as_str(), card.last_four.as_str()), ("412362", "0028"));
    assert_clean(&format!("{card:?} {card:#?} {}", card.raw_json));
    assert!(card.raw_json.contains("412362…0028"), "{}", card.raw_json);
}

#[test]
fn the_client_and_its_credentials_show_nothing() {
    let stage = Stage::new();
    let shown =
        format!("{:?} {:#?} {:?}", stage.client, credentials("452739"), Token::from_gateway(TOKEN));
    assert_clean(&shown);
}

#[test]
fn hiding_takes_no_longer_for_many_secrets() {
    // Each token is another: a search of the whole text for each of them would not end.
    let stage = Stage::new();
    let mut words = String::new();
    for number in 0..40_000 {
        words.push_str(&format!("{number:08X}-4B47-4B40-03B5-7FF992D6B401 "));
    }
    let mut odd = card(TOKEN);
    odd["note"] = json!(words);
    let card = stage.card(json!([odd]).to_string());
    assert!(card.raw_json.contains("0000…B401") && !card.raw_json.contains("4B47"));
    let Err(ApiError::Refused(fault)) = stage.list(ok(json!({"fault": words}).to_string())) else {
        panic!()
    };
    assert!(fault.detail.unwrap().starts_with("0000…B401 0000…B401"));
}
