use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use crate::support::PASSWORD;

fn carddesk(data: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_carddesk"));
    command.args(arguments).arg("--data-dir").arg(data).stdin(Stdio::null());
    command.output().unwrap()
}

fn log(data: &Path) -> String {
    fs::read_to_string(data.join("logs/carddesk-1.log")).unwrap()
}

#[test]
fn the_log_tells_what_ran_and_neither_whom_nor_what_was_answered() {
    let dir = tempfile::tempdir().unwrap();
    let run = carddesk(dir.path(), &["list", "--sandbox", "--customer", "1009", "--json"]);
    assert!(run.status.success(), "{run:?}");
    let log = log(dir.path());
    for words in ["begins command=\"list\"", "answered call=\"list\"", "ends command=\"list\""] {
        assert!(log.contains(words), "{words} in {log}");
    }
    let list: serde_json::Value = serde_json::from_slice(&run.stdout).unwrap();
    let cards = list["cards"].as_array().unwrap();
    assert!(!cards.is_empty());
    let tokens = cards.iter().map(|card| card["token"].as_str().unwrap());
    for secret in tokens.chain([PASSWORD, "777001", "sandbox-2026"]) {
        assert!(!log.contains(secret), "{log}");
    }
    // Times consist of digits as well.
    let words = log.split_whitespace().filter(|word| !word.starts_with("millis="));
    assert!(words.skip(1).all(|word| !word.contains("1009") || word.contains(':')), "{log}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = |name| fs::metadata(dir.path().join(name)).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode("logs"), mode("logs/carddesk-1.log")), (0o700, 0o600));
    }
}

#[test]
fn the_summary_may_be_sent() {
    let dir = tempfile::tempdir().unwrap();
    // A port that nobody listens at: it was taken, and given back.
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let server = format!("http://127.0.0.1:{port}");
    let data = dir.path().to_str().unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_carddesk"))
        .args(["list", "--server", &server, "--merchant-id", "777001", "--login", "desk"])
        .args(["--password-stdin", "--customer", "5550001", "--data-dir", data])
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), PASSWORD.as_bytes()).unwrap();
    assert_eq!(child.wait_with_output().unwrap().status.code(), Some(2));

    let run = carddesk(dir.path(), &["diagnostics"]);
    assert!(run.status.success(), "{run:?}");
    let said = String::from_utf8(run.stdout).unwrap();
    let path = dir.path().join("logs");
    assert!(said.starts_with(&format!("Log: {}\n", path.display())), "{said}");
    for words in [
        concat!("carddesk ", env!("CARGO_PKG_VERSION")),
        "warnings 1, errors 1, panics 0",
        "error=\"connection-refused\"",
        "journal: 0 lines",
    ] {
        assert!(said.contains(words), "{words} in {said}");
    }
    let (_, may_be_sent) = said.split_once('\n').unwrap();
    for private in ["127.0.0.1", &port.to_string(), "5550001", "777001", "desk\"", PASSWORD, data] {
        assert!(!may_be_sent.contains(private), "{private} in {may_be_sent}");
    }
}

#[test]
fn a_folder_that_takes_no_log_keeps_nothing_from_being_done() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("logs"), "a file where the folder would be").unwrap();
    let run = carddesk(dir.path(), &["list", "--sandbox", "--customer", "1009"]);
    assert!(run.status.success() && run.stderr.is_empty(), "{run:?}");
}

/// What is broken is told as that: no word of it, and it stays where it is.
#[test]
fn the_summary_repeats_nothing_of_a_broken_file_and_changes_none() {
    let dir = tempfile::tempdir().unwrap();
    let settings = dir.path().join("settings.json");
    fs::write(&settings, r#"{"theme":"4111111111111111"}"#).unwrap();
    let logs = dir.path().join("logs");
    fs::create_dir(&logs).unwrap();
    let line = "2026-11-28T10:00:00.000Z WARN other: card 4111 1111 1111 1111\n";
    fs::write(logs.join("carddesk-1.log"), line).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_carddesk"));
    command.args(["diagnostics", "--data-dir"]).arg(dir.path()).stdin(Stdio::null());
    command.env("HTTPS_PROXY", "http://proxy.secret:8080").env("NO_PROXY", "user:s3cret");
    let run = command.output().unwrap();
    let said = String::from_utf8(run.stdout).unwrap();
    let (_, may_be_sent) = said.split_once('\n').unwrap();
    for private in [
        "4111 1111 1111 1111",
        "4111111111111111",
        "secret",
        "s3cret",
        dir.path().to_str().unwrap(),
    ] {
        assert!(!may_be_sent.contains(private), "{private} in {may_be_sent}");
    }
    for words in ["settings: they cannot be read", "proxy: what is set cannot be read"] {
        assert!(said.contains(words), "{words} in {said}");
    }
    assert!(settings.exists() && !dir.path().join("settings.broken.json").exists());
}

/// Words that people know, not those of a programming language.
#[test]
fn the_summary_is_in_plain_words() {
    let dir = tempfile::tempdir().unwrap();
    for (kept, words) in [
        ("{}", "settings: language as the system, theme system, zoom 100 %, tiles medium, window "),
        (
            r#"{"language":"ru","theme":"dark","zoom":1.5,"tiles":"small"}"#,
            "settings: language ru, theme dark, zoom 150 %, tiles small, window ",
        ),
    ] {
        fs::write(dir.path().join("settings.json"), kept).unwrap();
        let said = String::from_utf8(carddesk(dir.path(), &["diagnostics"]).stdout).unwrap();
        assert!(said.contains(words), "{said}");
        for word in ["Some(", "None", "Ok(", "Err("] {
            assert!(!said.contains(word), "{word}: {said}");
        }
    }
}
