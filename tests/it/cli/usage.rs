//! Bad usage: one sentence, exit code 2, and nothing is sent.
use crate::support::{ACKNOWLEDGED, Gateway, TOKEN, list_of, ok};

use super::{User, access};

/// The flags of a removal at this server, one of them given otherwise or left out.
fn flags<'a>(server: &'a str, name: &str, value: Option<&'a str>) -> Vec<&'a str> {
    let all = [
        ("--server", server),
        ("--merchant-id", "452739"),
        ("--login", "support"),
        ("--customer", "AB 12"),
        ("--token", TOKEN),
    ];
    let mut arguments = vec!["remove", "--yes", "--json", "--password-stdin"];
    for (flag, usual) in all {
        if let Some(value) = if flag == name { value } else { Some(usual) } {
            arguments.extend([flag, value]);
        }
    }
    arguments
}

#[test]
fn a_value_that_cannot_be_sent_is_refused_by_name_and_place() {
    let gateway = Gateway::start(ok(ACKNOWLEDGED), ok(list_of(&[TOKEN])));
    let url = gateway.url();
    let long = "1".repeat(33);
    let cases = [
        ("--customer", "AB/12", "--customer: “/” (character 3) is not allowed"),
        ("--customer", "ёж#", "--customer: “#” (character 3) is not allowed"),
        ("--customer", "a\\b", "--customer: “\\” (character 2) is not allowed"),
        (
            "--customer",
            "a\nb",
            "--customer: character 2 is invisible and not allowed: a control character (U+000A)",
        ),
        ("--customer", "1\u{200b}2", "is invisible and not allowed: a zero-width space (U+200B)"),
        ("--customer", "a'", "--customer: “'” (character 2) is not allowed"),
        ("--customer", "", "--customer: enter a customer number"),
        ("--customer", " ", "--customer: enter a customer number"),
        (
            "--customer",
            &long,
            "--customer: a customer number has up to 32 characters; this one has 33",
        ),
        ("--login", "sup(port", "--login: “(” (character 4) is not allowed"),
        ("--login", "", "--login: enter the login"),
        (
            "--login",
            "123456789012345678901",
            "--login: a login has up to 20 characters; this one has 21",
        ),
        (
            "--token",
            "54F5A3DE;4B47-4B40-03B5-7FF992D6B401",
            "--token: “;” (character 9) is not allowed",
        ),
        ("--token", "<54F5A3DE", "--token: “<” (character 1) is not allowed"),
        ("--token", "", "--token: give the card’s token"),
        (
            "--token",
            "54F5A3DE-4B47-4B40-03B5-7FF992D6B40",
            "--token: a token is a UUID of 36 characters; this one has 35",
        ),
        (
            "--token",
            "G4F5A3DE-4B47-4B40-03B5-7FF992D6B401",
            "--token: character 1 is wrong for a token: a UUID has hyphens as",
        ),
        ("--merchant-id", "", "--merchant-id: enter the merchant ID"),
        ("--merchant-id", "45a", "--merchant-id: the merchant ID consists of digits only"),
        ("--merchant-id", "-1", "'-1' found"),
        ("--merchant-id", "0", "--merchant-id: the merchant ID is from 1 to 2147483647"),
        ("--merchant-id", "2147483648", "--merchant-id: the merchant ID is from 1 to 2147483647"),
        ("--server", "", "--server: enter the server name"),
        ("--server", "no server", "--server: this is not a server name"),
        (
            "--server",
            "http://pay.example",
            "--server: http:// would send the password readable to pay.example",
        ),
        ("--server", "ftp://pay.example", "--server: ftp:// is not supported. Use https://"),
        ("--server", "https://u:S3@pay.example", "--server: leave login and password out"),
        ("--server", "a:99999", "--server: the port is no number from 1 to 65535"),
        ("--server", "127.0.0.1:port", "--server: the port is no number from 1 to 65535"),
        ("--server", "pay.example?token=S3", "--server: enter the server name alone, without “?…”"),
        ("--server", "https://pay.example/pay?x=1", "alone, without “/pay?…”"),
    ];
    for (flag, value, words) in cases {
        let run = User::new().run(&flags(&url, flag, Some(value)));
        run.complains(2, words);
        if flag == "--token" && value.len() > 8 {
            assert!(!run.err.contains(value), "{run:?}");
        }
        assert!(!run.err.contains("S3"), "a secret in an address: {run:?}");
    }
    assert!(gateway.requests().is_empty());
}

#[test]
fn a_flag_that_is_missing_is_named() {
    let gateway = Gateway::start(ok(ACKNOWLEDGED), ok(list_of(&[TOKEN])));
    let url = gateway.url();
    for flag in ["--server", "--merchant-id", "--login", "--customer", "--token"] {
        let run = User::new().run(&flags(&url, flag, None));
        run.complains(2, flag);
        assert!(run.err.contains("(--help tells more)"), "{run:?}");
    }
    let mut without_password = flags(&url, "", None);
    without_password.retain(|flag| *flag != "--password-stdin");
    User::new().run(&without_password).complains(2, "--password-stdin");
    for arguments in [&["list"][..], &["remove"], &["list", "--sandbox"], &["remove", "--sandbox"]]
    {
        User::new().run(arguments).complains(2, "required");
    }
    assert!(gateway.requests().is_empty());
}

#[test]
fn what_no_flag_takes_is_bad_usage() {
    let cases: [(&[&str], &str); 15] = [
        (&["lst"], "unrecognized subcommand 'lst'"),
        (&["list", "--sandbox", "--server", "a", "--customer", "1"], "cannot be used with"),
        (&["list", "--sandbox", "--customer", "1", "--custmer", "2"], "'--custmer' found"),
        (&["list", "--sandbox", "--customer", "1", "--customer", "2"], "cannot be used multiple"),
        (&["list", "--sandbox", "--customer", "1", "--lang", "de"], "[possible values: ru, en]"),
        (
            &["sandbox", "--port", "70000"],
            "'70000' for '--port <N>': give a number from 1 to 65535",
        ),
        (&["sandbox", "--port", "abc"], "'abc' for '--port <N>': give a number from 1 to 65535"),
        (&["sandbox", "--port", "-1"], "'-1' for '--port <N>': give a number from 1 to 65535"),
        (&["sandbox", "--port", ""], "give a number from 1 to 65535"),
        (&["--server", "a", "--customer", "1"], "--merchant-id"),
        (&["--sandbox", "--server", "a"], "cannot be used with"),
        (&["--tiles", "huge"], "[possible values: small, medium, large]"),
        (&["--sandbox", "list", "--customer", "1"], "<--sandbox|--server"),
        (
            &["--sandbox", "list", "--sandbox", "--customer", "1"],
            "give a subcommand's flags after it",
        ),
        (&["--customer", "1"], "--sandbox"),
    ];
    for (arguments, words) in cases {
        User::new().run(arguments).complains(2, words);
    }
}

#[test]
fn a_password_in_the_wrong_place_is_not_repeated() {
    let usual = [&["list", "--customer", "1"][..], &access("pay.example")].concat();
    for wrong in ["--password=hunter22", "--password-stdin=hunter22", "hunter22"] {
        let run = User::new().run(&[&usual[..], &[wrong]].concat());
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{run:?}");
        assert!(!run.err.contains("hunter22"), "{run:?}");
    }
    let apart = User::new().run(&[&usual[..], &["--password", "hunter22"]].concat());
    apart.complains(2, "'--password' found");
    assert!(!apart.err.contains("hunter22"), "{apart:?}");
}

#[test]
fn help_and_version_are_printed() {
    let number = format!("carddesk {}\n", env!("CARGO_PKG_VERSION"));
    let version = User::new().run(&["-V"]);
    version.is_ok();
    assert_eq!(version.out, number);
    // The long one also names what a report of a fault needs.
    let version = User::new().run(&["--version"]);
    version.is_ok();
    let lines: Vec<&str> = version.out.lines().collect();
    assert!(
        matches!(lines.as_slice(), [_, commit, window]
        if commit.starts_with("commit: ") && window.starts_with("window: ")),
        "{lines:?}"
    );
    let help = User::new().run(&["--help"]);
    help.is_ok();
    for word in ["sandbox", "list", "remove", "snapshot", "--data-dir", "--lang"] {
        assert!(help.out.contains(word), "{word} in {}", help.out);
    }
    assert!(!help.out.contains("draw-worker"), "{}", help.out);
    let cases = [
        ("list", &["--customer", "--server", "--sandbox", "--password-stdin", "--json"][..]),
        ("remove", &["--token", "--yes", "--reason", "--json", "--data-dir"]),
        ("snapshot", &["--out", "--size", "--theme", "--select"]),
        ("sandbox", &["--port"]),
    ];
    for (subcommand, flags) in cases {
        let help = User::new().run(&[subcommand, "--help"]);
        help.is_ok();
        for flag in flags {
            assert!(help.out.contains(flag), "{flag} in {}", help.out);
        }
    }
}
