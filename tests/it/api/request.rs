//! What is sent: the documented request, once.
use carddesk::api::{ApiError, Client};
use carddesk::domain::{Credentials, CustomerNumber, Language, Password, Token};
use serde_json::json;

use crate::support::{
    ACKNOWLEDGED, Gateway, LIST, PASSWORD, REMOVE, Reply, Request, TOKEN, credentials, ok, status,
};

use super::{Stage, short};

/// Checks what holds for both calls, whatever is asked.
fn check_shape(request: &Request, path: &str) {
    assert_eq!(request.method, "POST");
    assert_eq!(request.target, path, "no query");
    assert_eq!(request.header("content-type"), Some("application/json; charset=utf-8"));
    let known =
        ["content-type", "content-length", "accept", "accept-encoding", "user-agent", "host"];
    for (name, value) in &request.headers {
        assert!(known.contains(&name.as_str()), "{name}");
        for secret in [PASSWORD, "support", TOKEN, "AB 12", "452739"] {
            assert!(!value.contains(secret), "{name}: {value}");
        }
    }
}

#[test]
fn a_list_is_asked_for_as_documented() {
    let stage = Stage::new();
    stage.list(ok("[]")).unwrap();
    let [request] = &stage.gateway.requests()[..] else { panic!("one request") };
    check_shape(request, LIST);
    let body = json!({
        "merchant": {"merchant_id": "452739", "login": "support", "password": PASSWORD},
        "customernumber": "AB 12",
        "language": "EN",
    });
    assert_eq!(request.json(), body);
}

#[test]
fn a_removal_is_asked_for_as_documented() {
    let stage = Stage::new();
    let answer = stage.remove(ok(ACKNOWLEDGED)).unwrap();
    assert_eq!(answer.message, "Token 54F5…B401 is removed");
    assert!(!answer.names_other_token);
    let [request] = &stage.gateway.requests()[..] else { panic!("one request") };
    check_shape(request, REMOVE);
    let body = json!({
        "merchant": {"merchant_id": "452739", "login": "support", "password": PASSWORD},
        "token": TOKEN,
        "language": "EN",
        "customernumber": "AB 12",
    });
    assert_eq!(request.json(), body);
}

#[test]
fn values_travel_as_they_were_given() {
    let gateway = Gateway::start(ok(ACKNOWLEDGED), ok("[]"));
    let client = Client::new(&gateway.server()).unwrap();
    let who = Credentials {
        password: Password::parse("пароль%41&+ é\u{1f511}".into()).unwrap(),
        language: Language::Russian,
        ..credentials("2147483647")
    };
    let customer = CustomerNumber::parse(" Ёж %2F & \u{1f994} ").unwrap();
    client.list(&who, &customer).unwrap();
    // In the gateway's case, and longer than a token should be.
    let token = Token::from_gateway("54f5a3de-4b47-4B40-03b5-7ff992d6b401-x");
    client.remove(&who, &customer, &token).unwrap();
    let [list, removal] = &gateway.bodies()[..] else { panic!("two requests") };
    for body in [list, removal] {
        assert_eq!(body["merchant"]["merchant_id"], "2147483647");
        assert_eq!(body["merchant"]["password"], "пароль%41&+ é\u{1f511}");
        assert_eq!(body["customernumber"], " Ёж %2F & \u{1f994} ");
        assert_eq!(body["language"], "RU");
    }
    assert_eq!(list.get("token"), None);
    assert_eq!(removal["token"], token.expose());
}

#[test]
fn a_removal_is_sent_once_whatever_comes_of_it() {
    let replies = [
        Reply::close(),
        Reply::hang(),
        ok(ACKNOWLEDGED).cut_after(0),
        ok(ACKNOWLEDGED).cut_after(20),
        ok(ACKNOWLEDGED).chunked().cut_after(20),
        ok(""),
        ok("<html>proxy</html>"),
        status(408, ""),
        status(421, ""),
        status(425, ""),
        status(429, "").header("Retry-After", "0"),
        status(500, ""),
        status(502, "<html>bad gateway</html>"),
        status(503, "").header("Retry-After", "0"),
        status(504, ""),
    ];
    for reply in replies {
        let stage = Stage::with_limits(short());
        let error = stage.remove(reply.clone()).unwrap_err();
        assert!(!error.nothing_was_sent(), "{reply:?}: {error:?}");
        assert_eq!(stage.gateway.paths(), [REMOVE], "{reply:?}");
    }
}

#[test]
fn a_connection_that_the_server_keeps_is_not_used_again() {
    // A kept connection may be closed under the next request, and then a library tries again.
    let gateway = Gateway::start(Reply::close(), ok("[]").keep_alive());
    let client = Client::new(&gateway.server()).unwrap();
    let who = credentials("452739");
    let customer = super::customer();
    client.list(&who, &customer).unwrap();
    client.list(&who, &customer).unwrap();
    client.remove(&who, &customer, &Token::parse(TOKEN).unwrap()).unwrap_err();
    let requests = gateway.requests();
    let connections: Vec<usize> = requests.iter().map(|request| request.connection).collect();
    assert_eq!(connections, [0, 1, 2]);
}

#[test]
fn a_token_that_the_gateway_would_change_is_not_sent() {
    let gateway = Gateway::start(ok(ACKNOWLEDGED), ok("[]"));
    let client = Client::new(&gateway.server()).unwrap();
    for token in ["54F5A3DE;4B47", "", "54F5A3DE\n4B47"] {
        let token = Token::from_gateway(token);
        let result = client.remove(&credentials("452739"), &super::customer(), &token);
        assert_eq!(result, Err(ApiError::TokenNotSendable), "{token:?}");
    }
    assert!(gateway.requests().is_empty());
}
