//! What the gateway wrote stands on one line wherever it is shown, and writes no line of a question.
use egui::accesskit::Role;
use serde_json::{Value, json};

use crate::support::{ACKNOWLEDGED, Gateway, OTHER, TOKEN, card, ok};

use super::stage::{Stage, World};

const FORGED: &str = "Customer 1004, SANDBOX: nothing is removed";

/// Words that would be a line of their own, and hide the rest.
fn hostile(name: &str) -> String {
    format!("{name}\n{FORGED}\r\u{2028}\u{202e}\u{200b}\u{1b}[2K{}", " ".repeat(300))
        + &"W".repeat(500)
}

fn odd_card(token: &str) -> Value {
    let mut odd = card(token);
    for field in ["brand", "bank", "expire"] {
        odd[field] = hostile(field).into();
    }
    odd["post"] = "\n0\u{202e}8".into();
    odd["assets"] = json!([{
        "assetType": hostile("type"), "altText": hostile("alt"), "paymentType": hostile("pays"),
        "assetData": [{"url": "https://a.example/1.png", "mediaType": hostile("media")}]
    }]);
    odd[hostile("key")] = "x".into();
    odd
}

/// Everything said is on lines of the program's own.
#[track_caller]
fn check(stage: &Stage) {
    for role in [Role::Label, Role::Button, Role::TextInput, Role::CheckBox] {
        for text in stage.names(role) {
            let odd =
                |c: char| (c.is_control() && c != '\n') || "\u{2028}\u{202e}\u{200b}".contains(c);
            assert!(!text.contains(odd), "{text:?}");
            assert!(!text.lines().any(|line| line.starts_with(FORGED)), "{text:?}");
            // The raw card is shown as it came, in the escapes of JSON.
            let is_raw = text.contains("\\u202e");
            assert!(is_raw || text.lines().all(|line| line.chars().count() < 500), "{text:?}");
        }
    }
}

fn stage_at(gateway: &Gateway) -> Stage {
    let mut world = World::new();
    world.elsewhere = Some(gateway.url());
    let mut stage = Stage::showing_in(world, "1009");
    stage.rest();
    stage
}

#[test]
fn cards_and_questions_hold_no_line_of_the_gateways() {
    let mut second = odd_card(OTHER);
    second["post"] = "1\n\u{202e}9".into();
    let body = json!([odd_card(TOKEN), second]).to_string();
    let fault = json!({"fault": {
        "detail": {"message": hostile("detail"), "recomendation": hostile("advice")},
        "faultcode": hostile("5"), "faultstring": 143,
    }});
    let gateway = Gateway::start(ok(fault.to_string()), ok(body));
    let mut stage = stage_at(&gateway);
    check(&stage);
    stage.select(0);
    check(&stage);
    stage.click("Remove card…");
    check(&stage);
    stage.assert_says(&["Remove brand¶Customer 1004, SA… ···· ", "Customer 1009"]);
    stage.click("Remove card");
    stage.run_until("the outcome", |stage| !stage.state().is_removing());
    check(&stage);
    stage.assert_says(&["detail¶Customer"]);
    stage.click("Close");
    stage.click("Revoke…");
    stage.click("All cards");
    check(&stage);
    stage.click("Revoke 2 cards…");
    check(&stage);
}

#[test]
fn a_refused_look_up_holds_no_line_of_the_gateways() {
    let fault = json!({"fault": {"detail": hostile("detail"), "faultcode": 5}});
    let gateway = Gateway::start(ok(ACKNOWLEDGED), ok(fault.to_string()));
    let stage = stage_at(&gateway);
    check(&stage);
    stage.assert_says(&["detail¶Customer"]);
}
