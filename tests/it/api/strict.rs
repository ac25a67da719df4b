//! A body that was not understood is an error that shows what came, never "no cards".
use carddesk::api::{ApiError, Misread};
use carddesk::domain::Unproven;
use serde_json::json;

use crate::support::{ACKNOWLEDGED, TOKEN, card, list_of, ok, status};

use super::{Stage, card_with};

const PAGE: &str = "<!DOCTYPE html>\n<html><body>\n  <h1>Service unavailable</h1></body></html>";

#[test]
fn what_is_no_list_is_not_understood() {
    let stage = Stage::new();
    let list = list_of(&[TOKEN]);
    let half: String = list.chars().take(list.len() / 2).collect();
    let bodies = [
        "",
        " ",
        "\r\n\t",
        "\u{feff}",
        "\u{feff} \n",
        "//",
        ")]}'",
        "\0",
        PAGE,
        "Internal error",
        "{",
        "[",
        "[{}",
        "[]]",
        "[][]",
        "[],",
        "//<html>",
        half.as_str(),
        "null",
        "true",
        "false",
        "0",
        "42",
        "\"\"",
        "\"[]\"",
        "\"none\"",
        "NaN",
        "{}",
        "[{}]",
        "[null]",
        "[1,2]",
        "[\"\"]",
        "[[]]",
        "[[{}]]",
        "[true]",
        r#"{"cards":[]}"#,
        r#"{"CARDS":[],"COUNT":0}"#,
        r#"{"data":[]}"#,
        r#"{"message":"none"}"#,
        r#"{"COLUMNS":["TOKEN","POST"],"DATA":[]}"#,
        r#"{"COLUMNS":["TOKEN","POST"],"DATA":[["54F5A3DE-4B47-4B40-03B5-7FF992D6B401","0028"]]}"#,
        r#"{"ROWCOUNT":1,"COLUMNS":["TOKEN"],"DATA":{"TOKEN":["54F5A3DE-4B47-4B40-03B5-7FF992D6B401"]}}"#,
        r#"{"token":""}"#,
        r#"{"token":null}"#,
        r#"[{"token":{}}]"#,
        r#"[{"token":[]}]"#,
        r#"[{"post":"0028","bin":412362}]"#,
    ];
    for body in bodies {
        for reply in [ok(body), ok(body).chunked(), status(203, body), ok(body).until_close()] {
            let result = stage.list(reply);
            let Err(ApiError::NotUnderstood { reason, excerpt }) = &result else {
                panic!("{body:?}: {result:?}")
            };
            assert!(!reason.to_string().is_empty(), "{body:?}");
            let blank = body.chars().all(|c| c.is_whitespace() || c == '\u{feff}' || c == '\0');
            assert_eq!(excerpt.is_empty(), blank, "{body:?}: {excerpt}");
        }
    }
    let empty = stage.list(status(204, "").until_close());
    assert!(matches!(empty, Err(ApiError::NotUnderstood { .. })), "{empty:?}");
}

#[test]
fn one_card_that_is_none_spoils_the_list() {
    let stage = Stage::new();
    for spoilt in [json!(null), json!("card"), json!([]), json!({}), json!({"token": " "})] {
        let body = json!([card(TOKEN), spoilt]).to_string();
        let result = stage.list(ok(body));
        let Err(ApiError::NotUnderstood { reason, excerpt }) = &result else {
            panic!("{spoilt}: {result:?}")
        };
        assert!(matches!(reason, Misread::Card { place: 2, .. }), "{reason}");
        assert!(excerpt.contains("54F5…B401") && !excerpt.contains(TOKEN), "{excerpt}");
    }
    for assets in [json!("none"), json!(7), json!(["x"]), json!([null])] {
        let result = stage.list(ok(card_with("assets", assets.clone())));
        assert!(matches!(result, Err(ApiError::NotUnderstood { .. })), "{assets}: {result:?}");
    }
}

#[test]
fn a_card_without_token_is_shown_all_the_same() {
    let stage = Stage::new();
    for nothing in [json!(null), json!(""), json!("  ")] {
        let list = stage.list(ok(card_with("token", nothing))).unwrap();
        assert_eq!(list.doubt(), Some(Unproven::Token { card: 1 }));
        assert!(!list.cards[0].token.is_sendable());
        assert_eq!(list.cards[0].last_four.as_str(), "0028");
    }
    assert_eq!(stage.list(ok(list_of(&[TOKEN]))).unwrap().doubt(), None);
}

#[test]
fn an_error_says_where_reading_stopped_and_what_came() {
    let stage = Stage::new();
    let Err(error) = stage.list(ok(PAGE)) else { panic!("understood") };
    assert_eq!(
        error.to_string(),
        "the answer was not understood (no JSON at line 1, column 1): <!DOCTYPE html> <html><body> \
         <h1>Service unavailable</h1></body></html>"
    );
    let long = format!("<html>{}</html>", "слово ".repeat(100));
    let Err(ApiError::NotUnderstood { excerpt, .. }) = stage.list(ok(long)) else { panic!() };
    assert_eq!(excerpt.chars().count(), 301);
    assert!(excerpt.starts_with("<html>слово слово") && excerpt.ends_with('…'));
}

#[test]
fn another_status_without_a_fault_is_an_error_whatever_the_body() {
    let stage = Stage::new();
    let list = list_of(&[TOKEN]);
    for code in [300, 304, 400, 401, 403, 404, 407, 410, 429, 500, 502, 503, 504] {
        for body in ["", "[]", PAGE, "null", "{}", ACKNOWLEDGED, list.as_str()] {
            let body = if code == 304 { "" } else { body };
            let results = [
                stage.list(status(code, body)).map(|list| list.cards.len()),
                stage.remove(status(code, body)).map(|answer| answer.message.len()),
            ];
            for result in results {
                let Err(ApiError::HttpStatus { status, excerpt }) = &result else {
                    panic!("{code} {body}: {result:?}")
                };
                assert_eq!(*status, code);
                assert_eq!(excerpt.is_empty(), body.is_empty(), "{excerpt}");
            }
        }
    }
}

#[test]
fn what_is_no_acknowledgement_is_not_understood() {
    let stage = Stage::new();
    let list = list_of(&[TOKEN]);
    let bodies = [
        "",
        " ",
        PAGE,
        "null",
        "true",
        "\"Token removed\"",
        "{}",
        "[]",
        list.as_str(),
        r#"{"message":""}"#,
        r#"{"message":" "}"#,
        r#"{"message":null}"#,
        r#"{"message":{}}"#,
        r#"{"message":["removed"]}"#,
        r#"{"result":"ok"}"#,
        r#"{"message":"Token is remo"#,
    ];
    for body in bodies {
        let result = stage.remove(ok(body));
        assert!(matches!(result, Err(ApiError::NotUnderstood { .. })), "{body:?}: {result:?}");
    }
}

#[test]
fn nesting_beyond_measure_is_not_understood() {
    let stage = Stage::new();
    for body in ["[".repeat(200_000), format!("{{\"x\":{}", "[{\"x\":".repeat(100_000))] {
        let result = stage.list(ok(body));
        assert!(matches!(result, Err(ApiError::NotUnderstood { .. })), "{result:?}");
    }
    // Deep, but within what the reader takes.
    let deep = format!("{}1{}", "[".repeat(100), "]".repeat(100));
    let card = stage.card(card_with("deep", serde_json::from_str(&deep).unwrap()));
    assert_eq!(card.unknown_fields, ["deep"]);
}
