//! Injected faults and the fault customers.

use std::time::Duration;

use carddesk::sandbox::{Call, Fault, Injection, Sandbox};
use serde_json::{Value, json};

use super::help::{REMOVE, ask_list, ask_removal, http, json, list, merchant, sandbox, tokens};

fn inject(sandbox: &Sandbox, call: Call, fault: Fault, times: u32) {
    sandbox.inject(Injection { customer: Some("1003".to_owned()), call, fault, times });
}

/// The customer's tokens, and the first of them.
fn first(sandbox: &Sandbox, customer: &str) -> (Vec<String>, String) {
    let all = tokens(&list(sandbox, customer));
    let first = all[0].clone();
    (all, first)
}

fn is_listed(sandbox: &Sandbox, customer: &str, token: &str) -> bool {
    tokens(&list(sandbox, customer)).iter().any(|listed| listed == token)
}

#[test]
fn cuts_come_before_or_after_the_removal() {
    let sandbox = sandbox();
    let (_, token) = first(&sandbox, "1003");
    inject(&sandbox, Call::Remove, Fault::CutBeforeApplying, 1);
    let cut = ask_removal(&sandbox, "1003", &token).unwrap_err();
    assert!(!cut.is_timeout() && !cut.is_connect(), "{cut:?}");
    assert!(is_listed(&sandbox, "1003", &token));
    inject(&sandbox, Call::Remove, Fault::CutAfterApplying, 1);
    ask_removal(&sandbox, "1003", &token).unwrap_err();
    assert!(!is_listed(&sandbox, "1003", &token));
    inject(&sandbox, Call::List, Fault::CutBeforeApplying, 1);
    ask_list(&sandbox, "1003").unwrap_err();
}

#[test]
fn refusals_remove_nothing() {
    let sandbox = sandbox();
    let (_, token) = first(&sandbox, "1003");
    let refusal =
        Fault::FaultJson { status: 403, detail: "Not today".to_owned(), code: 5, second_code: 143 };
    inject(&sandbox, Call::Remove, refusal, 1);
    let answer = ask_removal(&sandbox, "1003", &token).unwrap();
    assert_eq!(answer.status(), 403);
    let expected = json!({"fault": {"detail": "Not today", "faultcode": 5, "faultstring": 143}});
    assert_eq!(json(answer), expected);
    inject(&sandbox, Call::Remove, Fault::Status500, 1);
    let answer = ask_removal(&sandbox, "1003", &token).unwrap();
    assert_eq!((answer.status().as_u16(), answer.text().unwrap().as_str()), (500, ""));
    inject(&sandbox, Call::Remove, Fault::HtmlPage, 1);
    let answer = ask_removal(&sandbox, "1003", &token).unwrap();
    assert_eq!(answer.status(), 200);
    assert!(answer.text().unwrap().starts_with("<!DOCTYPE html>"));
    inject(&sandbox, Call::Remove, Fault::Stall, 1);
    let body = json!({"merchant": merchant(), "token": token, "customernumber": "1003"});
    let stalled = http()
        .post(format!("{}{REMOVE}", sandbox.url()))
        .body(body.to_string())
        .timeout(Duration::from_millis(150))
        .send()
        .unwrap_err();
    assert!(stalled.is_timeout(), "{stalled:?}");
    assert!(is_listed(&sandbox, "1003", &token));
}

#[test]
fn lost_and_strange_answers_come_after_the_removal() {
    let sandbox = sandbox();
    let (all, _) = first(&sandbox, "1003");
    inject(&sandbox, Call::Remove, Fault::EmptyBody, 1);
    let answer = ask_removal(&sandbox, "1003", &all[0]).unwrap();
    assert_eq!((answer.status().as_u16(), answer.text().unwrap().as_str()), (200, ""));
    inject(&sandbox, Call::Remove, Fault::Truncated, 1);
    let text = ask_removal(&sandbox, "1003", &all[1]).unwrap().text().unwrap();
    assert!(text.starts_with("{\"message") && serde_json::from_str::<Value>(&text).is_err());
    inject(&sandbox, Call::Remove, Fault::OtherTokenInMessage, 1);
    let answer = json(ask_removal(&sandbox, "1003", &all[2]).unwrap());
    let message = answer["message"].as_str().unwrap();
    assert!(message.starts_with("Token ") && !message.contains(&all[2]), "{message}");
    inject(&sandbox, Call::Remove, Fault::Delay(Duration::from_millis(30)), 1);
    let answer = json(ask_removal(&sandbox, "1003", &all[3]).unwrap());
    assert!(answer["message"].as_str().unwrap().contains(&all[3]));
    assert_eq!(tokens(&list(&sandbox, "1003")), all[4..]);
}

#[test]
fn a_stale_list_is_the_one_before_the_last_removal() {
    let sandbox = sandbox();
    let (all, _) = first(&sandbox, "1003");
    ask_removal(&sandbox, "1003", &all[0]).unwrap();
    ask_removal(&sandbox, "1003", &all[1]).unwrap();
    inject(&sandbox, Call::Any, Fault::StaleList, 2);
    assert_eq!(tokens(&list(&sandbox, "1003")), all[1..]);
    // It concerns lists alone, so that a removal does not use it up.
    assert!(json(ask_removal(&sandbox, "1003", &all[2]).unwrap())["message"].is_string());
    assert_eq!(tokens(&list(&sandbox, "1003")), all[2..]);
    assert_eq!(tokens(&list(&sandbox, "1003")), all[3..]);
}

#[test]
fn orders_are_counted_and_concern_their_customer() {
    let sandbox = sandbox();
    let status = |customer: &str| ask_list(&sandbox, customer).unwrap().status().as_u16();
    inject(&sandbox, Call::List, Fault::Status500, 2);
    assert_eq!(status("1002"), 200);
    assert_eq!([status("1003"), status("1003"), status("1003")], [500, 500, 200]);
    inject(&sandbox, Call::List, Fault::Status500, 0);
    assert_eq!([status("1003"), status("1003"), status("1003")], [500, 500, 500]);
    let all = Injection { customer: None, call: Call::Any, fault: Fault::EmptyBody, times: 1 };
    sandbox.inject(all);
    assert_eq!(ask_list(&sandbox, "1002").unwrap().text().unwrap(), "");
    sandbox.clear_faults();
    assert_eq!(status("1003"), 200);
    assert_eq!(status("5008"), 500, "fault customers keep theirs");
}

#[test]
fn faults_can_be_ordered_by_http() {
    let sandbox = sandbox();
    let url = format!("{}/sandbox/faults", sandbox.url());
    let order = |body: Value| {
        let request = http().post(&url).header("content-type", "application/json");
        request.body(body.to_string()).send().unwrap()
    };
    let body = json!({"customer": "1003", "call": "list", "fault": "html_page", "times": 0});
    assert_eq!(order(body).status(), 200);
    assert!(ask_list(&sandbox, "1003").unwrap().text().unwrap().starts_with("<!DOCTYPE"));
    assert_eq!(http().delete(&url).send().unwrap().status(), 204);
    assert_eq!(list(&sandbox, "1003").len(), 12);
    let wrong = order(json!({"fault": "no such fault"}));
    assert_eq!(wrong.status(), 400);
    let names = json(wrong)["faults"].as_array().unwrap().clone();
    for name in &names {
        assert_eq!(order(json!({"fault": name, "ms": 1})).status(), 200, "{name}");
    }
    assert_eq!(names.len(), 11);
    // A web page cannot send this here: its text is no JSON by its content type.
    let page = http().post(&url).body(json!({"fault": "stall"}).to_string()).send().unwrap();
    assert_eq!(page.status(), 400);
}

#[test]
fn removals_of_fault_customers_go_wrong_as_announced() {
    let sandbox = sandbox();
    let remove = |customer: &str| {
        let (_, token) = first(&sandbox, customer);
        let answer = ask_removal(&sandbox, customer, &token);
        let answer = answer.map(|answer| (answer.status().as_u16(), answer.text().unwrap()));
        (token, answer)
    };
    let (token, answer) = remove("5001");
    assert!(answer.unwrap().1.contains("\"fault\"") && is_listed(&sandbox, "5001", &token));
    let (token, answer) = remove("5002");
    assert!(answer.is_err() && is_listed(&sandbox, "5002", &token));
    let (token, answer) = remove("5003");
    assert!(answer.is_err() && !is_listed(&sandbox, "5003", &token));
    let (token, answer) = remove("5005");
    assert!(answer.unwrap().0 == 500 && is_listed(&sandbox, "5005", &token));
    let (token, answer) = remove("5006");
    assert!(answer.unwrap().1.starts_with("<!DOCTYPE") && is_listed(&sandbox, "5006", &token));
    let (token, answer) = remove("5010");
    assert!(!answer.unwrap().1.contains(&token) && !is_listed(&sandbox, "5010", &token));
    let (token, answer) = remove("5016");
    assert!(answer.unwrap().1.is_empty() && !is_listed(&sandbox, "5016", &token));
}

#[test]
fn lists_of_fault_customers_go_wrong_as_announced() {
    let sandbox = sandbox();
    let text = |customer: &str| ask_list(&sandbox, customer).unwrap().text().unwrap();
    assert!(text("5008").starts_with("{\"fault\":"));
    assert!(text("5009").starts_with("<!DOCTYPE html>"));
    assert_eq!(text("5012"), "");
    assert!(serde_json::from_str::<Value>(&text("5013")).is_err());
    ask_list(&sandbox, "5017").unwrap_err();
}

#[test]
fn the_list_after_a_removal_is_stale_or_fails_once() {
    let sandbox = sandbox();
    let (all, token) = first(&sandbox, "5004");
    ask_removal(&sandbox, "5004", &token).unwrap();
    assert_eq!(tokens(&list(&sandbox, "5004")), all);
    assert_eq!(tokens(&list(&sandbox, "5004")), all[1..]);
    let (all, token) = first(&sandbox, "5011");
    ask_removal(&sandbox, "5011", &token).unwrap();
    assert_eq!(ask_list(&sandbox, "5011").unwrap().status(), 500);
    assert_eq!(tokens(&list(&sandbox, "5011")), all[1..]);
}
