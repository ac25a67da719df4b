//! `carddesk remove`: what stops it, what it writes down, and what it shows.
use std::fs;
use std::io::Write as _;

use carddesk::journal::{ChainState, verify};

use crate::support::{LIST, PASSWORD, REMOVE, TOKEN};

use super::{User, access, finish, finish_unread, willing};

#[test]
fn without_a_yes_and_a_terminal_nothing_is_sent() {
    let gateway = willing();
    let user = User::new();
    let data = user.data();
    let flags = ["--token", TOKEN, "--data-dir", data.to_str().unwrap()];
    for more in [&[][..], &["--json"]] {
        let run = user.at(&gateway, "remove", &[&flags[..], more].concat());
        run.complains(2, "nobody confirmed; answer `yes`, or give --yes in scripts");
    }
    // A `yes` after the password is no person's answer.
    let url = gateway.url();
    let arguments = [&["remove", "--customer", "1"][..], &flags, &access(&url)].concat();
    let child = user.program(&arguments).spawn().unwrap();
    finish(child, &format!("{PASSWORD}\nyes\n")).complains(2, "nobody confirmed");
    assert!(gateway.requests().is_empty());
    assert!(!data.exists());
}

#[test]
fn without_a_journal_nothing_is_sent() {
    let user = User::new();
    let file = user.home.path().join("file");
    fs::write(&file, "").unwrap();
    let folder_in_its_place = user.home.path().join("taken");
    fs::create_dir_all(folder_in_its_place.join("journal.jsonl")).unwrap();
    for data in [file.join("data"), file.clone(), folder_in_its_place] {
        let gateway = willing();
        let flags = ["--yes", "--token", TOKEN, "--json", "--data-dir", data.to_str().unwrap()];
        user.at(&gateway, "remove", &flags).complains(2, "nothing was sent: the journal");
        assert!(gateway.requests().is_empty());
    }
}

#[test]
fn the_journal_tells_who_removed_what_and_why() {
    let gateway = willing();
    let user = User::new();
    let data = user.data();
    fs::create_dir(&data).unwrap();
    fs::write(data.join("settings.json"), r#"{"operator":"Марина"}"#).unwrap();
    let reason = format!("T-1001, 4123 6200 0000 0028, {TOKEN}");
    let small = TOKEN.to_lowercase();
    let flags =
        ["--yes", "--token", &small, "--reason", &reason, "--data-dir", data.to_str().unwrap()];
    user.at(&gateway, "remove", &flags).is_ok();
    assert_eq!(gateway.paths(), [LIST, REMOVE, LIST]);
    assert_eq!(gateway.bodies()[1]["token"], TOKEN, "as the gateway wrote it");
    let entries = user.journal();
    assert_eq!(entries.len(), 4);
    let subject = &entries[0].subject;
    assert_eq!(subject.customer.as_str(), "AB 12");
    assert_eq!(subject.merchant.get(), 452_739);
    assert_eq!(subject.operator.as_deref(), Some("Марина"));
    assert_eq!(subject.environment.word(), "SANDBOX");
    assert_eq!(subject.server, gateway.server().host_and_port());
    assert_eq!((subject.bin.as_str(), subject.last_four.as_str()), ("412362", "0028"));
    assert_eq!(subject.reason.as_deref(), Some("T-1001, **** **** **** 0028, 54F5…B401"));
    let text = user.journal_text();
    for secret in [PASSWORD, TOKEN, &small, "6200 0000", "62000000"] {
        assert!(!text.contains(secret), "{secret}");
    }
    assert_eq!(verify(&data).unwrap(), ChainState::Intact);
}

#[cfg(unix)]
#[test]
fn the_journal_is_the_users_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let gateway = willing();
    let user = User::new();
    let data = user.data();
    let flags = ["--yes", "--token", TOKEN, "--data-dir", data.to_str().unwrap()];
    user.at(&gateway, "remove", &flags).is_ok();
    let rights = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(rights(&data.join("journal.jsonl")), 0o600);
    assert_eq!(rights(&data), 0o700);
}

/// Elsewhere the system itself knows the folder, whatever `HOME` says: this would be the real one.
#[cfg(target_os = "linux")]
#[test]
fn without_a_folder_named_the_journal_is_in_the_users_own() {
    let user = User::new();
    user.at(&willing(), "remove", &["--yes", "--token", TOKEN]).is_ok();
    let mut found = Vec::new();
    let mut folders = vec![user.home.path().to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let path = entry.path();
            if path.is_dir() { folders.push(path) } else { found.push(path) }
        }
    }
    // Beside it, what tells other windows that a removal is under way.
    found.retain(|path| !path.ends_with("carddesk/removing.lock"));
    let [journal] = &found[..] else { panic!("{found:?}") };
    assert!(journal.ends_with("carddesk/journal.jsonl"), "{journal:?}");
}

#[test]
fn removals_follow_each_other_in_one_journal() {
    let user = User::new();
    let data = user.data();
    // Before the subcommand or after it.
    for place in [0, 1] {
        let gateway = willing();
        let url = gateway.url();
        let folder = ["--data-dir", data.to_str().unwrap()];
        let rest = [&access(&url)[..], &["--customer", "1", "--yes", "--token", TOKEN]].concat();
        let arguments = match place {
            0 => [&folder, &["remove"][..], &rest].concat(),
            _ => [&["remove"][..], &rest, &folder].concat(),
        };
        user.run(&arguments).is_ok();
    }
    assert_eq!(user.journal().len(), 8);
    assert_eq!(verify(&data).unwrap(), ChainState::Intact);
}

#[test]
fn a_reader_that_has_gone_does_not_change_the_outcome() {
    for more in [&[][..], &["--json"]] {
        let gateway = willing();
        let user = User::new();
        let (url, data) = (gateway.url(), user.data());
        let flags = ["--yes", "--token", TOKEN, "--data-dir", data.to_str().unwrap()];
        let arguments = [&["remove", "--customer", "1"][..], &flags, &access(&url), more].concat();
        let run = finish_unread(user.program(&arguments).spawn().unwrap());
        assert_eq!(run.code, 0, "it was removed: {run:?}");
        assert!(run.err.contains("the outcome is “removed (verified)”, but"), "{run:?}");
        assert_eq!(user.journal().len(), 4);
    }
}

/// What programs write where a password was meant.
fn encoded(text: &str, big: bool) -> Vec<u8> {
    let units = text.encode_utf16().flat_map(|unit| match big {
        true => unit.to_be_bytes(),
        false => unit.to_le_bytes(),
    });
    units.collect()
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_password() {
    // U+0A15 and U+010A hold the byte of a line feed.
    let inner = "pa ss\u{a15}\u{10a}ё ";
    for password in [PASSWORD, inner] {
        let files = [
            format!("\u{feff}{password}\n").into_bytes(),
            format!("\u{feff}{password}\r\nnext line").into_bytes(),
            encoded(&format!("\u{feff}{password}"), false),
            encoded(&format!("\u{feff}{password}\r\n"), false),
            encoded(&format!("\u{feff}{password}\nnext"), true),
        ];
        for file in files {
            let gateway = willing();
            let user = User::new();
            let url = gateway.url();
            let arguments = [&["list", "--customer", "1"][..], &access(&url)].concat();
            let mut child = user.program(&arguments).spawn().unwrap();
            child.stdin.as_mut().unwrap().write_all(&file).unwrap();
            finish(child, "").is_ok();
            assert_eq!(gateway.bodies()[0]["merchant"]["password"], password, "{file:?}");
        }
    }
    let gateway = willing();
    let url = gateway.url();
    let arguments = [&["list", "--customer", "1"][..], &access(&url)].concat();
    let cases: [(Vec<u8>, &str); 5] = [
        ("\u{feff}\n".into(), "password: none came"),
        (encoded("\u{feff}", false), "password: none came"),
        ("\u{feff}\u{feff}S3cret\n".into(), "password: character 1 is invisible"),
        (encoded("S3cret\n", false), "password: character 2 is invisible"),
        (vec![0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00], "neither UTF-8 nor UTF-16"),
    ];
    for (file, words) in cases {
        let mut child = User::new().program(&arguments).spawn().unwrap();
        child.stdin.as_mut().unwrap().write_all(&file).unwrap();
        finish(child, "").complains(2, words);
    }
    assert!(gateway.requests().is_empty());
}

#[test]
fn a_password_ends_with_its_line() {
    for input in [format!("{PASSWORD}\n"), format!("{PASSWORD}\r\n"), PASSWORD.to_owned()] {
        let gateway = willing();
        let user = User::new();
        let url = gateway.url();
        let arguments = [&["list", "--customer", "1"][..], &access(&url)].concat();
        finish(user.program(&arguments).spawn().unwrap(), &input).is_ok();
        assert_eq!(gateway.bodies()[0]["merchant"]["password"], PASSWORD);
    }
    let gateway = willing();
    let url = gateway.url();
    let arguments = [&["list", "--customer", "1"][..], &access(&url)].concat();
    let cases = [
        ("", "password: none came"),
        ("\n", "password: none came"),
        ("S3cret;S3cret\n", "password: character 7 is one that the gateway removes"),
        ("0123456789012345678901234567890\n", "password: a password has up to 30 characters"),
    ];
    for (input, words) in cases {
        let run = finish(User::new().program(&arguments).spawn().unwrap(), input);
        run.complains(2, words);
        let typed = input.trim();
        assert!(typed.is_empty() || !run.err.contains(typed), "{run:?}");
        assert!(!run.err.contains(';'), "not even the symbol: {run:?}");
    }
    // Bytes that are no text.
    let mut child = User::new().program(&arguments).spawn().unwrap();
    child.stdin.as_mut().unwrap().write_all(b"S3\xff\xfe\n").unwrap();
    finish(child, "").complains(2, "neither UTF-8 nor UTF-16");
    assert!(gateway.requests().is_empty());
}
