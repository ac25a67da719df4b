//! Which card is meant, by whom, and where the password comes from: without anything that others can read.
use std::fs;

use crate::support::{
    ACKNOWLEDGED, Gateway, OTHER, PASSWORD, REMOVE, Shop, TOKEN, card, list_of, ok, token,
};

use super::{Run, User, access, finish};

/// A gateway whose customer has these cards, by token and last four digits.
fn with_digits(cards: &'static [(&'static str, &'static str)]) -> Gateway {
    let list = cards.iter().map(|(token, digits)| {
        let mut one = card(token);
        one["post"] = (*digits).into();
        one
    });
    let list = serde_json::Value::from_iter(list).to_string();
    let gone = list_of(&[]);
    let removed = std::sync::atomic::AtomicBool::new(false);
    Gateway::answering(move |request| {
        if request.target == REMOVE {
            removed.store(true, std::sync::atomic::Ordering::SeqCst);
            return ok(ACKNOWLEDGED);
        }
        let is_gone = removed.load(std::sync::atomic::Ordering::SeqCst) && cards.len() == 1;
        ok(if is_gone { gone.as_str() } else { list.as_str() })
    })
}

fn removals(gateway: &Gateway) -> usize {
    gateway.requests().iter().filter(|request| request.target == REMOVE).count()
}

/// Runs `remove` with this standard input.
fn remove(user: &User, gateway: &Gateway, more: &[&str], input: &str) -> Run {
    let url = gateway.url();
    let flags = ["remove", "--server", &url, "--merchant-id", "452739", "--login", "support"];
    let data = user.data();
    let place = ["--customer", "AB 12", "--yes", "--data-dir", data.to_str().unwrap()];
    let arguments = [&flags[..], &place, more].concat();
    finish(user.program(&arguments).spawn().unwrap(), input)
}

fn line(text: &str) -> String {
    format!("{text}\n")
}

#[test]
fn a_card_is_named_by_its_last_four_digits() {
    let gateway = with_digits(&[(TOKEN, "0028")]);
    let user = User::new();
    let flags = ["--password-stdin", "--last4", "0028"];
    remove(&user, &gateway, &flags, &line(PASSWORD)).is_ok();
    assert_eq!(removals(&gateway), 1);
    let sent = gateway.requests();
    let sent = sent.iter().find(|request| request.target == REMOVE).unwrap();
    assert_eq!(sent.json()["token"], TOKEN);
}

#[test]
fn digits_of_no_card_or_of_several_remove_nothing() {
    let gateway = with_digits(&[(TOKEN, "0028"), (OTHER, "0028"), (TOKEN, "1111")]);
    let user = User::new();
    for (digits, says) in [
        ("0029", "no card of the customer ends in 0029"),
        ("0028", "several cards of the customer end in 0028: "),
        ("028", "--last4 takes four digits"),
        ("00288", "--last4 takes four digits"),
        ("OO28", "--last4 takes four digits"),
        ("\u{661}\u{662}", "--last4 takes four digits"),
        ("", "--last4 takes four digits"),
    ] {
        let flags = ["--password-stdin", "--last4", digits];
        remove(&user, &gateway, &flags, &line(PASSWORD)).complains(2, says);
    }
    let flags = ["--password-stdin", "--last4", "0028"];
    let run = remove(&user, &gateway, &flags, &line(PASSWORD));
    assert!(
        run.err.contains("54F5\u{2026}B401") && run.err.contains("3347\u{2026}FA14"),
        "{run:?}"
    );
    assert!(!run.err.contains(TOKEN), "told apart without whole tokens");
    assert_eq!(removals(&gateway), 0);
}

#[test]
fn a_token_follows_the_password_on_the_standard_input() {
    for input in [
        format!("{PASSWORD}\n{TOKEN}\n"),
        format!("{PASSWORD}\r\n{TOKEN}\r\nmore\n"),
        format!("\u{feff}{PASSWORD}\n  {TOKEN}"),
    ] {
        let gateway = with_digits(&[(TOKEN, "0028")]);
        remove(&User::new(), &gateway, &["--password-stdin", "--token-stdin"], &input).is_ok();
        assert_eq!(removals(&gateway), 1, "{input:?}");
    }
    let gateway = with_digits(&[(TOKEN, "0028")]);
    for (input, says) in [
        (line(PASSWORD), "give the card’s token"),
        (format!("{PASSWORD}\n\n{TOKEN}"), "give the card’s token"),
        (format!("{PASSWORD}\n{TOKEN}0\n"), "a UUID of 36 characters; this one has 37"),
    ] {
        let run = remove(&User::new(), &gateway, &["--password-stdin", "--token-stdin"], &input);
        run.complains(2, says);
    }
    assert!(gateway.requests().is_empty());
}

#[cfg(unix)]
#[test]
fn a_file_in_utf_16_holds_both_as_well() {
    for little in [true, false] {
        let gateway = with_digits(&[(TOKEN, "0028")]);
        let user = User::new();
        let text = format!("\u{feff}{PASSWORD}\r\n{TOKEN}\r\n");
        let units = text.encode_utf16();
        let bytes: Vec<u8> = match little {
            true => units.flat_map(u16::to_le_bytes).collect(),
            false => units.flat_map(u16::to_be_bytes).collect(),
        };
        let file = user.home.path().join("secrets.txt");
        fs::write(&file, bytes).unwrap();
        let url = gateway.url();
        let arguments = [&["list", "--customer", "AB 12"][..], &access(&url)].concat();
        let mut program = user.program(&arguments);
        program.stdin(fs::File::open(&file).unwrap());
        let run = Run::of(&program.output().unwrap());
        assert_eq!(run.code, 0, "{run:?}");
        let arguments =
            [&["remove", "--customer", "AB 12", "--yes", "--token-stdin"][..], &access(&url)];
        let mut program = user.program(&arguments.concat());
        program.stdin(fs::File::open(&file).unwrap());
        let run = Run::of(&program.output().unwrap());
        assert_eq!((run.code, removals(&gateway)), (0, 1), "{run:?}");
    }
}

#[test]
fn a_token_on_the_command_line_is_warned_of() {
    let gateway = with_digits(&[(TOKEN, "0028")]);
    let user = User::new();
    let url = gateway.url();
    let flags = ["remove", "--customer", "AB 12", "--yes", "--token", TOKEN];
    let mut child = user.program(&[&flags[..], &access(&url)].concat()).spawn().unwrap();
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), line(PASSWORD).as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let err = String::from_utf8(output.stderr).unwrap();
    assert!(err.contains("--last4 or --token-stdin") && !err.contains(TOKEN), "{err}");
}

#[test]
fn all_without_a_question_needs_the_number_of_cards() {
    let (user, shop) = (User::new(), Shop::willing(3));
    let flags = ["--password-stdin", "--all"];
    let run = remove(&user, &shop.gateway, &flags, &line(PASSWORD));
    run.complains(2, "needs --expect-cards");
    assert!(shop.gateway.requests().is_empty(), "nobody was asked");
    for wrong in ["0", "2", "4", "30"] {
        let flags = ["--password-stdin", "--all", "--expect-cards", wrong];
        let run = remove(&user, &shop.gateway, &flags, &line(PASSWORD));
        run.complains(2, &format!("{wrong} cards were expected, and the list has 3"));
    }
    assert!(shop.asked().is_empty());
    assert!(!user.data().exists() || user.journal().is_empty());
    let flags = ["--password-stdin", "--expired", "--expect-cards", "3"];
    remove(&user, &shop.gateway, &flags, &line(PASSWORD)).complains(2, "the list has 1");
    let flags = ["--password-stdin", "--all", "--expect-cards", "3"];
    remove(&user, &shop.gateway, &flags, &line(PASSWORD)).is_ok();
    assert!(shop.tokens().is_empty());
}

#[test]
fn production_is_meant_or_nothing_is_asked() {
    let user = User::new();
    let token = token(0);
    for server in ["pay.invalid", "https://192.0.2.7", "payments.assist.invalid:8443"] {
        for which in [
            &["--token", &token][..],
            &["--last4", "0028"],
            &["--expired"],
            &["--all", "--expect-cards", "1"],
        ] {
            let flags = ["remove", "--customer", "AB 12", "--yes"];
            let run = user.run(&[&flags[..], &access(server), which].concat());
            run.complains(2, "is PRODUCTION");
            assert!(run.err.contains("--live"), "{run:?}");
        }
    }
    // A test server needs none, and --live is no harm there.
    let gateway = with_digits(&[(TOKEN, "0028")]);
    let flags = ["--password-stdin", "--last4", "0028", "--live"];
    remove(&user, &gateway, &flags, &line(PASSWORD)).is_ok();
}

#[cfg(unix)]
#[test]
fn another_program_tells_the_password() {
    let gateway = with_digits(&[(TOKEN, "0028")]);
    let user = User::new();
    let file = user.home.path().join("pass word");
    fs::write(&file, format!("{PASSWORD}\nuser: support\n")).unwrap();
    let command = format!("cat '{}'", file.display());
    let flags = ["--password-command", &command, "--last4", "0028"];
    remove(&user, &gateway, &flags, "").is_ok();
    // The token comes by the standard input, which is not the other program's.
    let gateway = with_digits(&[(TOKEN, "0028")]);
    let flags = ["--password-command", &command, "--token-stdin"];
    remove(&user, &gateway, &flags, &line(TOKEN)).is_ok();
    let gateway = with_digits(&[(TOKEN, "0028")]);
    for (command, says) in [
        ("no-such-program-here", "could not be run"),
        ("false", "failed"),
        ("true", "printed no password"),
        ("echo", "printed no password"),
        ("cat 'unclosed", "a quotation mark in it is not closed"),
        ("", "is empty"),
        ("  ", "is empty"),
        // Nothing of a shell is understood.
        ("echo; rm -rf /", "could not be run"),
    ] {
        let flags = ["--password-command", command, "--last4", "0028"];
        let run = remove(&user, &gateway, &flags, "");
        run.complains(2, says);
    }
    let flags = ["--password-command", "true", "--password-stdin", "--last4", "0028"];
    assert_eq!(remove(&user, &gateway, &flags, &line(PASSWORD)).code, 2, "one of the two");
    assert!(gateway.requests().is_empty());
}

#[test]
fn with_neither_and_no_terminal_the_ways_are_told() {
    let gateway = with_digits(&[(TOKEN, "0028")]);
    let run = remove(&User::new(), &gateway, &["--last4", "0028"], &line(PASSWORD));
    run.complains(2, "--password-stdin or --password-command");
    assert!(gateway.requests().is_empty());
}

#[test]
fn the_password_is_no_number_no_reason_and_no_name() {
    let gateway = with_digits(&[(TOKEN, "0028")]);
    let user = User::new();
    let word = format!("Ticket 7, {PASSWORD}.");
    for (flags, says) in [
        (&["--reason", PASSWORD][..], "the reason is the password"),
        (&["--reason", &word], "the reason is the password"),
        (&["--operator", PASSWORD], "the operator's name is the password"),
    ] {
        let flags = [&["--password-stdin", "--last4", "0028"], flags].concat();
        let run = remove(&user, &gateway, &flags, &line(PASSWORD));
        assert_eq!(run.code, 2, "{run:?}");
        assert!(run.err.replace('\u{2019}', "'").contains(says), "{run:?}");
    }
    let url = gateway.url();
    for command in ["list", "remove", "resolve", "verify"] {
        let mut flags = vec![command, "--customer", PASSWORD];
        if command == "remove" {
            flags.extend(["--yes", "--last4", "0028"]);
        }
        let run = user.run(&[&flags[..], &access(&url)].concat());
        run.complains(2, "the customer number is the password");
    }
    assert!(gateway.requests().is_empty(), "nothing was sent");
    assert!(!user.data().exists() || user.journal().is_empty());
    // A word that only begins like it is another word.
    let other = format!("{PASSWORD}s were changed");
    let flags = ["--password-stdin", "--last4", "0028", "--reason", &other];
    // `Run` looks for the password in what was printed, which holds none of the reason.
    remove(&user, &gateway, &flags, &line(PASSWORD)).is_ok();
}

#[test]
fn where_the_operator_required_somebody_is_named() {
    let gateway = with_digits(&[(TOKEN, "0028")]);
    let user = User::new();
    fs::create_dir_all(user.data()).unwrap();
    fs::write(user.data().join("settings.json"), r#"{"operator_required":true}"#).unwrap();
    let flags = ["--password-stdin", "--last4", "0028"];
    let run = remove(&user, &gateway, &flags, &line(PASSWORD));
    run.complains(2, "give --operator");
    assert!(gateway.requests().is_empty());
    let flags = ["--password-stdin", "--last4", "0028", "--operator", "Marina"];
    remove(&user, &gateway, &flags, &line(PASSWORD)).is_ok();
    assert!(user.journal().iter().all(|entry| entry.subject.operator.as_deref() == Some("Marina")));
}
