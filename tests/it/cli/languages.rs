//! `--lang`: a command speaks one language, and programs read the same words in both.
use std::fs;

use serde_json::json;

use crate::support::{ACKNOWLEDGED, Gateway, REFUSED, TOKEN, list_of, ok, status};

use super::User;

fn is_russian(text: &str) -> bool {
    text.chars().any(|c| ('а'..='я').contains(&c))
}

#[test]
fn what_ends_a_command_early_is_told_in_its_language() {
    let gateway = Gateway::start(ok(ACKNOWLEDGED), ok(REFUSED));
    let user = User::new();
    let missing = user.home.path().join("Missing.csv");
    let missing = missing.to_str().unwrap();
    let nowhere = user.home.path().join("No/R.html");
    let nowhere = nowhere.to_str().unwrap();
    let cases: [(&[&str], &str); 8] = [
        (&["list"], "шлюз отказал: Token not found (коды 5 / 143)"),
        (&["list", "--customer", "AB/12"], "в номере покупателя есть '/' (символ 3)"),
        (&["remove", "--all"], "ничего не удалено: подтверждения не было"),
        (&["remove", "--token", "x", "--yes"], "это не токен"),
        (
            &["remove", "--all", "--yes", "--expect-cards", "1", "--receipt", nowhere],
            "No/R.html: папки нет; создайте её",
        ),
        (&["resolve", "--customer", ""], "номер покупателя не задан"),
        (&["verify", "--customers", missing], "Missing.csv нет"),
        (&["snapshot", "--out", "a.png", "--size", "1x1"], "«1x1» — не размер"),
    ];
    let url = gateway.url();
    for (arguments, words) in cases {
        let (command, more) = arguments.split_first().unwrap();
        let mut all = vec![*command, "--lang", "ru"];
        all.extend(super::access(&url));
        all.extend(more);
        let names_one = more.contains(&"--customer") || *command == "verify";
        if !names_one {
            all.extend(["--customer", "AB 12"]);
        }
        let run = user.run(&all);
        assert!(matches!(run.code, 1 | 2) && run.out.is_empty(), "{run:?}");
        assert!(run.err.contains(words) && is_russian(&run.err), "{words}: {run:?}");
        // English is what nobody has to ask for.
        let usual: Vec<&str> =
            all.iter().copied().filter(|word| !["--lang", "ru"].contains(word)).collect();
        let usual = user.run(&usual);
        assert_eq!((usual.code, is_russian(&usual.err)), (run.code, false), "{usual:?}");
    }
}

#[test]
fn what_is_printed_for_people_is_in_its_language_and_for_programs_the_same() {
    let replies = || Gateway::scripted([ok(ACKNOWLEDGED)], [ok(list_of(&[TOKEN])), ok("[]")]);
    let flags = ["--token", TOKEN, "--yes"];
    let run = User::new().at(&replies(), "remove", &[&flags[..], &["--lang", "ru"]].concat());
    run.is_ok();
    assert!(run.out.starts_with("Удалена (проверено): карты в списке больше нет.\n"), "{run:?}");
    let [russian, english] = ["ru", "en"].map(|lang| {
        let more = [&flags[..], &["--json", "--lang", lang]].concat();
        User::new().at(&replies(), "remove", &more).json()
    });
    assert_eq!(russian["outcome"], json!("removed_verified"));
    assert_eq!(russian["outcome"], english["outcome"]);
    let gateway = Gateway::start(ok(ACKNOWLEDGED), ok(list_of(&[TOKEN])));
    let list = User::new().at(&gateway, "list", &["--lang", "ru"]);
    list.is_ok();
    assert!(list.out.starts_with("Покупатель AB 12: 1 сохранённая карта\n"), "{list:?}");
}

/// Auditors read one language, whoever removed.
#[test]
fn the_journal_stays_in_english() {
    let gateway = Gateway::scripted([status(503, "busy")], [ok(list_of(&[TOKEN]))]);
    let user = User::new();
    let data = user.data();
    let flags = ["--token", TOKEN, "--yes", "--lang", "ru", "--data-dir", data.to_str().unwrap()];
    let run = user.at(&gateway, "remove", &flags);
    assert!(run.out.contains("сервер ответил кодом HTTP 503: busy"), "{run:?}");
    let journal = fs::read_to_string(data.join("journal.jsonl")).unwrap();
    assert!(journal.contains("the server answered with HTTP status 503: busy"), "{journal}");
    assert!(!is_russian(&journal), "{journal}");
}
