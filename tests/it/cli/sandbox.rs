//! The embedded sandbox: alone in the foreground, and behind `--sandbox`.
use std::io::{BufRead as _, BufReader, Read as _};
use std::process::{Child, ChildStdout};

use carddesk::sandbox::{Call, Fault, Injection, Sandbox, SandboxOptions};
use serde_json::Value;

use crate::support::quiet_port;

use super::{Run, User, finish};

/// A sandbox in the foreground; ended at the end.
struct Foreground {
    child: Child,
    /// What it prints first, up to the last customer.
    lines: Vec<String>,
    /// It ends when nobody listens.
    _out: BufReader<ChildStdout>,
}

impl Foreground {
    fn start(user: &User, more: &[&str]) -> Self {
        let mut child = user.program(&[&["sandbox"], more].concat()).spawn().unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut lines = Vec::new();
        for line in out.by_ref().lines().map(Result::unwrap) {
            let last = line.starts_with("AB12 ");
            lines.push(line);
            if last {
                break;
            }
        }
        Self { child, lines, _out: out }
    }

    fn value(&self, name: &str) -> &str {
        let line = self.lines.iter().find_map(|line| line.strip_prefix(name)).unwrap();
        line.split_whitespace().next().unwrap()
    }
}

impl Drop for Foreground {
    fn drop(&mut self) {
        // It may have ended.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// Runs a subcommand with the sandbox's own access.
fn at(user: &User, server: &str, arguments: &[&str]) -> Run {
    let flags =
        ["--server", server, "--merchant-id", "777001", "--login", "sandbox", "--password-stdin"];
    let child = user.program(&[arguments, &flags].concat()).spawn().unwrap();
    finish(child, "sandbox-2026\n")
}

fn tokens(list: &Value) -> Vec<&str> {
    list["cards"].as_array().unwrap().iter().map(|card| card["token"].as_str().unwrap()).collect()
}

#[test]
fn the_sandbox_says_how_to_sign_in_and_answers() {
    let user = User::new();
    let sandbox = Foreground::start(&user, &["--port", &quiet_port().to_string()]);
    let url = sandbox.value("Server").to_owned();
    assert!(url.starts_with("http://127.0.0.1:"), "{url}");
    assert_eq!(sandbox.value("Merchant"), "777001");
    assert_eq!(sandbox.value("Login"), "sandbox");
    assert_eq!(sandbox.value("Password"), "sandbox-2026");
    for customer in ["1001", "1004", "1234", "2001", "4128", "5003"] {
        let listed = sandbox.lines.iter().any(|line| line.starts_with(&format!("{customer} ")));
        assert!(listed, "{customer} in {:?}", sandbox.lines);
    }
    let list = at(&user, &url, &["list", "--customer", "1234", "--json"]);
    list.is_ok();
    assert_eq!(tokens(&list.json()).len(), 2);

    // Its port is taken, and free again when it has ended.
    let port = url.rsplit(':').next().unwrap().to_owned();
    let second = user.run(&["sandbox", "--port", &port]);
    second.complains(2, &format!("the sandbox cannot have port {port}"));
    drop(sandbox);
    let again = Foreground::start(&user, &["--port", &port]);
    assert_eq!(again.value("Server"), url);
    at(&user, &url, &["list", "--customer", "1001"]).is_ok();
}

#[test]
fn removals_last_as_long_as_the_sandbox() {
    let user = User::new();
    let sandbox = Sandbox::start(SandboxOptions::default()).unwrap();
    let url = sandbox.url();
    let list = || at(&user, &url, &["list", "--customer", "1234", "--json"]).json();
    let token = tokens(&list())[0].to_owned();
    let remove = ["remove", "--customer", "1234", "--yes", "--json", "--token", &token];
    let first = at(&user, &url, &remove);
    first.is_ok();
    assert_eq!(first.json()["outcome"], "removed_verified");
    assert!(!tokens(&list()).contains(&token.as_str()));
    let second = at(&user, &url, &remove);
    second.is_ok();
    assert_eq!(second.json()["outcome"], "already_gone");
}

#[test]
fn the_embedded_sandbox_lists_and_removes() {
    let user = User::new();
    let data = user.data();
    let list = user.run(&["list", "--sandbox", "--customer", "1234", "--json"]);
    list.is_ok();
    let json = list.json();
    let token = tokens(&json)[1];
    let flags = ["--customer", "1234", "--yes", "--token", token, "--json"];
    let folder = ["--data-dir", data.to_str().unwrap()];
    let run = user.run(&[&["remove", "--sandbox"][..], &flags, &folder].concat());
    run.is_ok();
    assert_eq!(run.json()["outcome"], "removed_verified");
    let entries = user.journal();
    assert_eq!(entries.len(), 4);
    assert_eq!(entries[0].subject.environment.word(), "SANDBOX");
    assert_eq!(entries[0].subject.last_four.as_str(), "1030");
    for customer in ["2001", "2002", "2003", "2005"] {
        let list = user.run(&["list", "--sandbox", "--customer", customer, "--json"]);
        list.is_ok();
        assert!(!tokens(&list.json()).is_empty(), "{customer}");
    }
    for (customer, code) in [("5008", 1), ("5009", 2), ("5012", 2), ("5013", 2), ("5017", 2)] {
        let list = user.run(&["list", "--sandbox", "--customer", customer, "--json"]);
        assert_eq!((list.code, list.out.as_str()), (code, ""), "{list:?}");
    }
}

#[test]
fn each_fault_of_the_sandbox_has_its_outcome() {
    let user = User::new();
    let sandbox = Sandbox::start(SandboxOptions::default()).unwrap();
    let refusal = Fault::FaultJson {
        status: 200,
        detail: "Not allowed".to_owned(),
        code: 9,
        second_code: 911,
    };
    let cases = [
        (Fault::CutBeforeApplying, "still_there", 1),
        (Fault::Status500, "still_there", 1),
        (Fault::HtmlPage, "still_there", 1),
        (refusal, "refused", 1),
        (Fault::CutAfterApplying, "removed_verified", 0),
        (Fault::EmptyBody, "removed_verified", 0),
        (Fault::Truncated, "removed_verified", 0),
        (Fault::OtherTokenInMessage, "removed_verified", 0),
    ];
    let list = at(&user, &sandbox.url(), &["list", "--customer", "1004", "--json"]).json();
    let tokens = tokens(&list);
    let mut next = tokens.iter();
    let mut token = next.next().unwrap();
    for (fault, outcome, code) in cases {
        let customer = Some("1004".to_owned());
        let injection = Injection { customer, call: Call::Remove, fault: fault.clone(), times: 1 };
        sandbox.inject(injection);
        let remove = ["remove", "--customer", "1004", "--yes", "--json", "--token", token];
        let run = at(&user, &sandbox.url(), &remove);
        assert_eq!(run.code, code, "{fault:?}: {run:?}");
        assert_eq!(run.json()["outcome"], outcome, "{fault:?}");
        if code == 0 {
            token = next.next().unwrap();
        }
    }
}

#[test]
fn the_list_after_a_removal_may_be_old_or_fail() {
    let user = User::new();
    // Customers whose next list after a removal is stale, and fails.
    for (customer, outcome, code) in [("5004", "still_there", 1), ("5011", "unverified", 3)] {
        let sandbox = Sandbox::start(SandboxOptions::default()).unwrap();
        let list = at(&user, &sandbox.url(), &["list", "--customer", customer, "--json"]).json();
        let remove =
            ["remove", "--customer", customer, "--yes", "--json", "--token", tokens(&list)[0]];
        let run = at(&user, &sandbox.url(), &remove);
        assert_eq!(run.code, code, "{run:?}");
        assert_eq!(run.json()["outcome"], outcome);
        // Asked again, the gateway is right again, and nothing more is removed.
        let again = at(&user, &sandbox.url(), &remove);
        assert_eq!(again.code, 0, "{again:?}");
        assert_eq!(again.json()["outcome"], "already_gone");
        // What is not known of the first one is told.
        assert_eq!(again.err.contains("carddesk resolve"), outcome == "unverified", "{again:?}");
    }
}
