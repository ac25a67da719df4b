//! Starting, stopping, and many callers at once.

use std::net::TcpListener;

use carddesk::sandbox::{
    Call, Fault, Injection, RequestLog, Sandbox, SandboxError, SandboxOptions,
};

use crate::support::quiet_port;

use super::help::{ask_list, http, json, list, sandbox, tokens, variants};

#[test]
fn two_sandboxes_are_alike() {
    let (one, two) = (sandbox(), sandbox());
    assert_eq!(one.customers(), two.customers());
    for customer in ["1004", "1010", "1234", "2006", "3000", "5001"] {
        let text = |sandbox: &Sandbox| {
            let text = ask_list(sandbox, customer).unwrap().text().unwrap();
            text.replace(&sandbox.url(), "")
        };
        assert_eq!(text(&one), text(&two), "{customer}");
    }
    let bytes = |sandbox: &Sandbox| -> Vec<Vec<u8>> {
        variants(&list(sandbox, "1002"))
            .iter()
            .map(|(url, _)| http().get(url).send().unwrap().bytes().unwrap().to_vec())
            .collect()
    };
    assert_eq!(bytes(&one), bytes(&two));
}

#[test]
fn removals_of_one_sandbox_do_not_reach_another() {
    let (one, two) = (sandbox(), sandbox());
    let token = tokens(&list(&one, "1002")).remove(0);
    super::help::ask_removal(&one, "1002", &token).unwrap();
    assert_eq!((list(&one, "1002").len(), list(&two, "1002").len()), (0, 1));
}

#[test]
fn stopping_frees_the_port() {
    let port = quiet_port();
    let options = || SandboxOptions { port: Some(port), today: None };
    let first = Sandbox::start(options()).unwrap();
    assert_eq!(first.url(), format!("http://127.0.0.1:{port}"));
    list(&first, "1002");
    drop(first);
    let again = Sandbox::start(options()).unwrap();
    assert_eq!(again.port(), port);
    let taken = Sandbox::start(options()).unwrap_err();
    assert!(matches!(taken, SandboxError::Port { port: named, .. } if named == port), "{taken}");
}

#[test]
fn stopping_does_not_wait_for_a_call_that_hangs() {
    let port = quiet_port();
    let sandbox = Sandbox::start(SandboxOptions { port: Some(port), today: None }).unwrap();
    let order = Injection { customer: None, call: Call::Any, fault: Fault::Stall, times: 0 };
    sandbox.inject(order);
    std::thread::scope(|scope| {
        let url = sandbox.url();
        let hanging = scope.spawn(move || {
            let body = serde_json::json!({
                "merchant": super::help::merchant(), "customernumber": "1002",
            });
            http().post(format!("{url}{}", super::help::LIST)).body(body.to_string()).send()
        });
        while sandbox.requests().total == 0 {
            std::thread::yield_now();
        }
        drop(sandbox);
        let ended = hanging.join().unwrap().unwrap_err();
        assert!(!ended.is_timeout(), "{ended:?}");
    });
    TcpListener::bind(("127.0.0.1", port)).unwrap();
}

#[test]
fn many_callers_are_answered_at_once() {
    let sandbox = sandbox();
    let art = variants(&list(&sandbox, "1004"));
    let expected = list(&sandbox, "1003");
    std::thread::scope(|scope| {
        for worker in 0..8 {
            let (sandbox, art, expected) = (&sandbox, &art, &expected);
            scope.spawn(move || {
                let client = http();
                for round in 0..6 {
                    let (url, _) = &art[(worker + round) % art.len()];
                    assert_eq!(client.get(url).send().unwrap().status(), 200);
                    assert_eq!(&list(sandbox, "1003"), expected);
                }
            });
        }
    });
    assert_eq!(sandbox.requests().total, 2 + 8 * 6 * 2);
}

#[test]
fn the_log_of_requests_is_bounded() {
    let sandbox = sandbox();
    let client = http();
    let url = format!("{}/nothing", sandbox.url());
    for _ in 0..RequestLog::KEPT + 5 {
        client.get(&url).send().unwrap();
    }
    json(ask_list(&sandbox, "A/B").unwrap());
    let log = sandbox.requests();
    assert_eq!((log.total, log.latest.len()), (RequestLog::KEPT as u64 + 6, RequestLog::KEPT));
    let last = log.latest.last().unwrap();
    assert_eq!((last.method.as_str(), last.path.as_str()), ("POST", super::help::LIST));
    assert_eq!(last.customer.as_deref(), Some("AB"), "as the gateway reads it");
}

#[test]
fn in_the_foreground_it_prints_how_to_sign_in() {
    let mut out = Vec::new();
    let sandbox = carddesk::sandbox::run_foreground(None, &mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    let said = [sandbox.url().as_str(), "777001", "Acme Books", "sandbox-2026"].map(str::to_owned);
    for word in &said {
        assert!(text.contains(word), "{word} in\n{text}");
    }
    let table: Vec<&str> = text.lines().skip_while(|line| !line.starts_with("Customer")).collect();
    let titles = table[0].find("What it shows").unwrap();
    for (line, customer) in table[1..].iter().zip(sandbox.customers()) {
        assert!(line.starts_with(&customer.number), "{line}");
        assert_eq!(line.find(&customer.title), Some(titles), "{line}");
    }
    assert_eq!(table.len(), sandbox.customers().len() + 1);
}

#[test]
fn each_customer_is_told_in_russian_too() {
    let sandbox = sandbox();
    for customer in sandbox.customers() {
        let title = customer.title_ru;
        assert!(title.chars().any(|c| ('а'..='я').contains(&c)), "{}: {title}", customer.number);
        assert_ne!(title, customer.title);
    }
}
