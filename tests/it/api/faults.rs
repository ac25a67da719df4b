//! Faults, framed and bare, with any status: shown as they came.
use carddesk::api::{ApiError, Fault};
use serde_json::{Value, json};

use crate::support::{OTHER, REFUSED, TOKEN, card, list_of, ok, status};

use super::Stage;

fn fault_of(stage: &Stage, body: &str, code: u16) -> Fault {
    let (listed, removed) = (stage.list(status(code, body)), stage.remove(status(code, body)));
    let Err(ApiError::Refused(fault)) = listed else { panic!("{code} {body}: {listed:?}") };
    assert_eq!(removed, Err(ApiError::Refused(fault.clone())), "{code} {body}: both calls");
    fault
}

#[test]
fn a_fault_is_a_refusal_with_any_status() {
    let stage = Stage::new();
    for code in [200, 201, 302, 400, 401, 403, 404, 429, 500, 502, 503] {
        let fault = fault_of(&stage, REFUSED, code);
        assert_eq!(fault.http_status, code);
        assert_eq!(fault.detail.as_deref(), Some("Token not found"));
        assert_eq!(fault.codes().as_deref(), Some("5 / 143"));
        let shown = ApiError::Refused(fault).to_string();
        assert_eq!(shown, "the gateway refused: Token not found (codes 5 / 143)");
    }
}

#[test]
fn a_fault_is_read_framed_and_bare_in_any_case_and_in_brackets() {
    let stage = Stage::new();
    let inner = r#"{"detail":"No","faultcode":5,"faultstring":143}"#;
    let dresses = [
        inner.to_owned(),
        inner.to_uppercase(),
        format!("[{inner}]"),
        format!(r#"{{"fault":{inner}}}"#),
        format!(r#"{{"FAULT":{}}}"#, inner.to_uppercase()),
        format!(r#"{{"Fault":{inner}}}"#),
        format!(r#"[{{"fault":{inner}}}]"#),
        format!(r#"{{"fault":[{inner}]}}"#),
        format!(r#"{{"fault":{inner},"message":"Token is removed"}}"#),
        format!("\u{feff}//{{\"fault\":{inner}}}"),
    ];
    for body in dresses {
        for code in [200, 403] {
            let fault = fault_of(&stage, &body, code);
            assert!(
                fault.detail.as_deref().is_some_and(|d| d.eq_ignore_ascii_case("no")),
                "{body}"
            );
            assert_eq!(fault.codes().as_deref(), Some("5 / 143"), "{body}");
        }
    }
}

#[test]
fn codes_come_as_numbers_and_as_text() {
    let stage = Stage::new();
    let cases = [
        (json!({"faultcode": 5, "faultstring": 143}), Some("5 / 143")),
        (json!({"faultcode": "5", "faultstring": "143"}), Some("5 / 143")),
        (json!({"faultcode": 5.0, "faultstring": " A-7"}), Some("5 / A-7")),
        (json!({"faultcode": 5}), Some("5 / –")),
        (json!({"faultstring": 143}), Some("– / 143")),
        (json!({"faultcode": 0, "faultstring": 0}), Some("0 / 0")),
        (json!({"fault": {"detail": "No"}}), None),
        (json!({"fault": {"detail": "No", "faultcode": "", "faultstring": null}}), None),
        (json!({"fault": "Denied", "faultcode": 5, "faultstring": 143}), Some("5 / 143")),
    ];
    for (body, codes) in cases {
        let fault = fault_of(&stage, &body.to_string(), 200);
        assert_eq!(fault.codes().as_deref(), codes, "{body}");
    }
}

#[test]
fn details_come_as_text_object_or_nothing() {
    let stage = Stage::new();
    let with = |detail: Value| json!({"fault": {"detail": detail, "faultcode": 5}}).to_string();
    let cases = [
        (with(json!("Неверный <логин>")), Some("Неверный <логин>"), None),
        (with(json!(null)), None, None),
        (with(json!("")), None, None),
        (with(json!({})), None, None),
        (with(json!(17)), Some("17"), None),
        (with(json!({"message": "No", "recomendation": "Ask"})), Some("No"), Some("Ask")),
        (with(json!({"MESSAGE": "No", "RECOMENDATION": "Ask"})), Some("No"), Some("Ask")),
        (with(json!({"message": "No", "recommendation": "Ask"})), Some("No"), Some("Ask")),
        (with(json!({"recomendation": "Ask"})), None, Some("Ask")),
        (with(json!({"message": "No", "recomendation": ""})), Some("No"), None),
        (with(json!({"text": "No"})), Some(r#"{"text":"No"}"#), None),
        (with(json!(["a", "b"])), Some(r#"["a","b"]"#), None),
        (json!({"faultcode": 5}).to_string(), None, None),
        (json!({"faultcode": 5, "message": "No"}).to_string(), Some("No"), None),
        (json!({"fault": "Denied"}).to_string(), Some("Denied"), None),
        (json!({"fault": 7}).to_string(), Some("7"), None),
    ];
    for (body, detail, recommendation) in cases {
        let fault = fault_of(&stage, &body, 200);
        assert_eq!(fault.detail.as_deref(), detail, "{body}");
        assert_eq!(fault.recommendation.as_deref(), recommendation, "{body}");
    }
}

#[test]
fn a_refusal_shows_all_of_its_words() {
    let stage = Stage::new();
    let shown = |body: Value| stage.list(ok(body.to_string())).unwrap_err().to_string();
    let detail = json!({"message": "No", "recomendation": "Ask"});
    assert_eq!(
        shown(json!({"fault": {"detail": detail, "faultcode": 5, "faultstring": 143}})),
        "the gateway refused: No; it recommends: Ask (codes 5 / 143)"
    );
    assert_eq!(shown(json!({"faultcode": 5})), "the gateway refused: no words (codes 5 / –)");
    assert_eq!(shown(json!({"fault": "Denied"})), "the gateway refused: Denied");
}

#[test]
fn very_long_words_are_shown_from_their_start() {
    let stage = Stage::new();
    let words = "слово ".repeat(100_000);
    let fault = fault_of(&stage, &json!({"fault": {"detail": words}}).to_string(), 200);
    let detail = fault.detail.unwrap();
    assert_eq!(detail.chars().count(), 2001);
    assert!(words.starts_with(detail.trim_end_matches('…')) && detail.ends_with('…'));
}

#[test]
fn an_empty_fault_beside_an_answer_is_none() {
    let stage = Stage::new();
    for nothing in
        [json!(null), json!(""), json!({}), json!([]), json!(false), json!("NO"), json!(0)]
    {
        let message = json!({
            "message": "Token is removed", "fault": nothing, "faultcode": "", "faultstring": null,
        });
        let answer = stage.remove(ok(message.to_string()));
        assert_eq!(
            answer.map(|answer| answer.message).as_deref(),
            Ok("Token is removed"),
            "{nothing}"
        );
        let mut listed = card(TOKEN);
        listed["fault"] = nothing.clone();
        let list = stage.list(ok(json!([listed]).to_string()));
        assert_eq!(list.map(|list| list.cards.len()), Ok(1), "{nothing}");
        // With nothing beside it, it is no answer at all.
        let alone = stage.list(ok(json!({"fault": nothing}).to_string()));
        assert!(matches!(alone, Err(ApiError::NotUnderstood { .. })), "{nothing}: {alone:?}");
    }
}

#[test]
fn cards_are_no_faults() {
    let stage = Stage::new();
    let mut odd = card(TOKEN);
    odd["faultcode"] = json!(5);
    let list = stage.list(ok(json!([odd]).to_string())).unwrap();
    assert_eq!(list.cards[0].unknown_fields, ["faultcode"]);
    assert_eq!(stage.list(ok(list_of(&[TOKEN, OTHER]))).unwrap().cards.len(), 2);
    // A card that is also a refusal is a refusal.
    odd["fault"] = json!({"faultcode": 5});
    let both = stage.list(ok(json!([odd]).to_string()));
    assert!(matches!(both, Err(ApiError::Refused(_))), "{both:?}");
}
